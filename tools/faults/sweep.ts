import { setTimeout as delay } from 'node:timers/promises';
import { findLedgerFaults } from '../../packages/server/src/funds/testing/store.ts';
import { verifyAudit } from '../../packages/server/src/platform/audit/index.ts';
import { SYSTEM_CONTEXT } from '../../packages/server/src/platform/db/access-context.ts';
import type { Ledger } from './ledger.ts';
import type { Rig } from './rig.ts';
import { sweepBank } from './sweep-bank.ts';

const QUIET_MS = 60_000;
// A message claimed by a killed worker waits a minute for the next, its job half a minute more.
const RESUME_MS = 150_000;

/** After every kill: what was acknowledged is there once, the books balance, every event had its effect once. */
export async function sweep(rig: Rig, ledger: Ledger): Promise<string[]> {
  const faults = await waitForQuiet(rig);
  const { reports, accepted, cases, grants, payments, bankLines } = ledger;
  const paidByBank = bankLines.filter(({ outcome }) => outcome === 'success');
  faults.push(...(await compareRows(rig, 'report', reports)));
  faults.push(...(await compareRows(rig, 'case', cases)));
  faults.push(...(await compareRows(rig, 'relief_grant', grants)));
  faults.push(
    ...(await compareRows(
      rig,
      'payment',
      [...payments.map(({ id }) => id), ...paidByBank.map(({ paymentId }) => paymentId)],
      "state = 'paid'",
    )),
  );
  faults.push(...(await comparePapers(rig, payments)));
  faults.push(...(await compareMessages(rig, 'report_id', 'report-taken-up', accepted)));
  faults.push(...(await compareMessages(rig, 'case_id', 'case-opened', cases)));
  faults.push(
    ...(await compareMessages(
      rig,
      'case_id',
      'payment-paid',
      [...payments, ...paidByBank].map(({ caseId }) => caseId),
    )),
  );
  faults.push(...(await sweepBank(rig, bankLines)));
  faults.push(...(await compareCommands(rig, ledger)));
  faults.push(...(await rig.services.database.transact(SYSTEM_CONTEXT, findLedgerFaults)));
  faults.push(
    ...(await expectNone(
      rig,
      'over a cap',
      'SELECT episode_id::text AS id FROM yimen.episode_level WHERE granted_fen > cap_fen OR cumulative_fen > cumulative_cap_fen',
    )),
  );
  faults.push(
    ...(await expectNone(
      rig,
      'counter without grants',
      `SELECT l.episode_id::text AS id FROM yimen.episode_level l WHERE granted_fen <> coalesce((SELECT sum(g.amount_fen)
    FROM yimen.relief_grant g WHERE g.episode_id = l.episode_id AND g.level = l.level AND g.state IN ('approved', 'paid')), 0)`,
    )),
  );
  const { fault } = await verifyAudit(rig.services.database, rig.dataDir);
  if (fault) faults.push(`audit chain broken at ${fault.seq}: ${fault.reason.en}`);
  faults.push(...ledger.surprises);
  return faults;
}

/** The jobs of a killed worker are taken up by the next: messages go out, the audit log is chained. In a hurry what it held lapses at once. */
export async function expectJobsToResume(rig: Rig, { isInHurry }: { readonly isInHurry: boolean }): Promise<string[]> {
  if (isInHurry) await letLeasesLapse(rig);
  const waiting =
    "SELECT (SELECT count(*) FROM yimen.message WHERE status <> 'sent') + (SELECT count(*) FROM yimen.audit_entry e WHERE NOT EXISTS (SELECT FROM yimen.audit_link l WHERE l.entry_id = e.id)) AS n";
  for (const start = Date.now(); Date.now() - start < RESUME_MS; await delay(500)) {
    if ((await count(rig, waiting)) === 0) return [];
  }
  return [`jobs did not resume: ${await count(rig, waiting)} messages or audit entries still wait`];
}

async function letLeasesLapse(rig: Rig): Promise<void> {
  await rig.owner.query("UPDATE yimen.message SET next_attempt_at = now() WHERE status = 'queued'");
  await rig.owner.query('UPDATE yimen.job_run SET leased_until = now() WHERE lease IS NOT NULL');
}

async function waitForQuiet(rig: Rig): Promise<string[]> {
  for (const start = Date.now(); Date.now() - start < QUIET_MS; await delay(100)) {
    // The database may still be on its way back.
    const left = await count(rig, 'SELECT count(*) AS n FROM yimen.outbox_event').catch(() => 1);
    if (left === 0) return [];
  }
  return ['events still wait after a minute'];
}

async function compareRows(
  rig: Rig,
  table: string,
  acknowledged: readonly string[],
  where = 'true',
): Promise<string[]> {
  const { rows } = await rig.owner.query<{ id: string }>(`SELECT id::text AS id FROM yimen."${table}" WHERE ${where}`);
  const present = new Set(rows.map(({ id }) => id));
  const known = new Set(acknowledged);
  const lost = acknowledged.filter((id) => !present.has(id));
  // Everybody asks until answered, so there is nothing that was done and not acknowledged: more is a double.
  const extra = [...present].filter((id) => !known.has(id));
  return [
    ...lost.map((id) => `${table} ${id} lost`),
    ...extra.map((id) => `${table} ${id} done but never acknowledged: a double`),
  ];
}

async function comparePapers(rig: Rig, payments: Ledger['payments']): Promise<string[]> {
  const { rows } = await rig.owner.query<{ case_id: string; n: string }>(
    'SELECT case_id::text, count(*) AS n FROM yimen.relief_paper GROUP BY 1',
  );
  const found = new Map(rows.map((row) => [row.case_id, Number(row.n)]));
  return payments
    .filter(({ caseId, papers }) => (found.get(caseId) ?? 0) !== papers)
    .map(({ caseId, papers }) => `case ${caseId}: ${found.get(caseId) ?? 0} papers instead of ${papers}`);
}

async function compareMessages(
  rig: Rig,
  column: 'report_id' | 'case_id',
  template: string,
  expected: readonly string[],
): Promise<string[]> {
  const { rows } = await rig.owner.query<{ id: string; n: string }>(
    `SELECT ${column}::text AS id, count(*) AS n FROM yimen.message WHERE template = $1 GROUP BY 1`,
    [template],
  );
  const found = new Map(rows.map((row) => [row.id, Number(row.n)]));
  const wrong = expected
    .filter((id) => found.get(id) !== 1)
    .map((id) => `${template} of ${id}: ${found.get(id) ?? 0} messages instead of 1`);
  return found.size > expected.length
    ? [...wrong, `${template}: ${found.size} told, ${expected.length} expected`]
    : wrong;
}

/** One audit row and one kept answer for each acknowledged command, no more. */
async function compareCommands(rig: Rig, ledger: Ledger): Promise<string[]> {
  const audited = await rig.owner.query<{ id: string; n: string }>(
    "SELECT action AS id, count(*) AS n FROM yimen.audit_entry WHERE outcome = 'done' GROUP BY 1",
  );
  const answered = await rig.owner.query<{ id: string; n: string }>(
    'SELECT route AS id, count(*) AS n FROM yimen.idempotency GROUP BY 1',
  );
  return [['audit rows', audited.rows] as const, ['kept answers', answered.rows] as const].flatMap(([what, rows]) =>
    Object.entries(ledger.commands)
      // A file is made again for whoever asks again: the same bytes, each time on record.
      .filter(([id]) => id !== 'export-batch')
      .filter(([id, done]) => Number(rows.find((row) => row.id === id)?.n ?? 0) !== done)
      .map(([id, done]) => `${id}: ${rows.find((row) => row.id === id)?.n ?? 0} ${what} for ${done} acknowledged`),
  );
}

async function expectNone(rig: Rig, what: string, sql: string): Promise<string[]> {
  const { rows } = await rig.owner.query<{ id: string }>(sql);
  return rows.map(({ id }) => `${what}: ${id}`);
}

async function count(rig: Rig, sql: string): Promise<number> {
  const { rows } = await rig.owner.query<{ n: string }>(sql);
  return Number(rows[0]?.n);
}
