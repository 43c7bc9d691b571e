import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batchFor, createResults, type HouseholdColumns, type Results } from '@yimen/rules';
import {
  loadRegister,
  type Pool,
  recordedOf,
  redetermineRegister,
} from '../../packages/server/src/mass-determination/index.ts';
import { fillRegister } from '../../packages/server/src/mass-determination/testing/fill-register.ts';
import { startRun } from '../../packages/server/src/mass-determination/testing/start-run.ts';
import { startDatabase, withSession } from '../../packages/server/src/platform/runtime/index.ts';
import { prepareDatabase } from '../../packages/server/src/prepare-database.ts';
import { cpuOfFamily, postmasterPid } from '../processes.ts';
import { unknownIn } from './batch-speed.ts';
import { atMost, type Figure, figure } from './figures.ts';
import type { Subject } from './subject.ts';
import { peakMegabytes } from './timing.ts';

/** The register in PostgreSQL: into memory, and from there to stored differences and open items after “+5 %”. */
export async function measureDatabase(
  subject: Subject,
  columns: HouseholdColumns,
  pool: Pool,
  log: (text: string) => void,
): Promise<readonly Figure[]> {
  const { rules, rows, raised, name } = subject;
  const dataDir = mkdtempSync(join(tmpdir(), 'yimen-bench-rules-'));
  const database = await startDatabase({ dataDir, log: () => undefined });
  try {
    await prepareDatabase(database.migratorUrl);
    const at = { databaseUrl: database.appUrl, dataDir };
    const results = resultsOf(subject, columns, rows);
    const places = rows.map((_, place) => ({
      regionCode: String(341_503_000_000 + place),
      area: 'unknown' as const,
    }));
    const seconds = (run: () => Promise<void>) => spent(postmasterPid(dataDir), run);
    const written = await seconds(async () => {
      await fillRegister({ adminUrl: database.adminUrl, dataDir }, rules, { columns, results, places }, (count) =>
        log(`written ${count.toLocaleString('en')}`),
      );
    });
    await withSession(database.adminUrl, async (client) => {
      await client.query('VACUUM ANALYZE yimen.packed_page, yimen.packed_household');
      await client.query('CHECKPOINT');
    });
    const placeRows = { places, rowOfPlace: Uint16Array.from(rows, (_, place) => place) };
    let loaded = columns;
    const load = await seconds(async () => {
      ({ columns: loaded } = await loadRegister(pool, rules, { ...at, ...placeRows }));
    });
    requireSameFacts(loaded, columns);
    const packId = 'bench';
    const id = await startRun(database.adminUrl, { on: rules.on, packId });
    let found = { households: 0, differences: 0 };
    const whole = await seconds(async () => {
      found = await redetermineRegister(
        pool,
        { ...at, ...placeRows, packId, id, rows: raised, at: '2026-03-01T02:00:00.000Z' },
        { onProgress: (count) => log(`determined ${count.toLocaleString('en')}`) },
      );
    });
    const expected = countDifferences(subject, columns, results, resultsOf(subject, columns, raised));
    // Households in their gradual exit are marked although nothing differs.
    const stored = await withSession(database.adminUrl, async (client) => {
      const { rows: counted } = await client.query<{ items: number; differences: number }>(
        `SELECT (SELECT count(*) FROM yimen.redetermination_item WHERE redetermination_id = $1)::int AS items, count(*)::int AS differences
         FROM yimen.redetermination_item, unnest(changes) WHERE redetermination_id = $1
           AND (outcome_before, amount_before_fen) IS DISTINCT FROM (outcome_after, amount_after_fen)`,
        [id],
      );
      return counted[0];
    });
    const items = stored?.items ?? 0;
    if (stored?.differences !== expected)
      throw new Error(`${stored?.differences} differences stored, ${expected} expected`);
    const each = `${found.differences.toLocaleString('en')} differences, ${items.toLocaleString('en')} items`;
    return [
      figure(name, 'first writing of the register (facts and outcomes)', written.words),
      figure(name, 'register from PostgreSQL into columns', load.words),
      figure(
        name,
        `from PostgreSQL to stored differences and open items (${each})`,
        whole.words,
        atMost(whole.wall, 15, ' s'),
      ),
      figure(name, 'peak memory of the process', `${peakMegabytes()} MB`),
    ];
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Spent {
  readonly wall: number;
  readonly words: string;
}

/** On a machine that is shared with other work, processor time says more than the clock. */
async function spent(postmaster: number, run: () => Promise<void>): Promise<Spent> {
  const start = performance.now();
  const [own, database] = [process.cpuUsage(), cpuOfFamily(postmaster)];
  await run();
  const { user, system } = process.cpuUsage(own);
  const wall = (performance.now() - start) / 1000;
  const cpu = [(user + system) / 1e6, cpuOfFamily(postmaster) - database].map((one) => one.toFixed(1));
  return { wall, words: `${wall.toFixed(1)} s (processor: threads ${cpu[0]} s, PostgreSQL ${cpu[1]} s)` };
}

function resultsOf(subject: Subject, columns: HouseholdColumns, rows: Subject['rows']): Results {
  const { rules } = subject;
  const recorded = recordedOf(rules);
  const results = createResults(rules, columns, recorded);
  batchFor(rules, recorded)({ columns, rows, results, unknownFacts: unknownIn(subject, columns) });
  return results;
}

/** The register comes in the order of places, and of each place in the order it was written. */
function requireSameFacts(loaded: HouseholdColumns, columns: HouseholdColumns): void {
  const order = Array.from({ length: columns.size }, (_, household) => household);
  order.sort((one, other) => (columns.rowOf[one] ?? 0) - (columns.rowOf[other] ?? 0) || one - other);
  for (const scope of ['household', 'person', 'event'] as const) {
    const first = (of: HouseholdColumns, household: number) =>
      scope === 'household' ? household : (of.offsets[scope][household] ?? 0);
    for (const [slot, column] of columns.facts[scope].entries()) {
      const read = loaded.facts[scope][slot];
      for (const [place, household] of order.entries()) {
        const from = first(columns, household);
        const to = scope === 'household' ? from + 1 : first(columns, household + 1);
        const shift = first(loaded, place) - from;
        for (let index = from; index < to; index += 1)
          if (!Object.is(read?.[index + shift], column[index]))
            throw new Error(`the loaded ${scope} ${index} differs in fact ${slot}`);
      }
    }
  }
}

/** Counted once more from the results in memory. */
function countDifferences({ rules }: Subject, columns: HouseholdColumns, before: Results, after: Results): number {
  let count = 0;
  for (const { eligible, amount } of rules.determinations) {
    const on = rules.catalogue.entries.get(eligible)?.on ?? 'household';
    const length = on === 'household' ? columns.size : (columns.offsets[on][columns.size] ?? 0);
    const [was, is] = [before.columns.get(eligible), after.columns.get(eligible)];
    const [paid, pays] = amount === null ? [] : [before.columns.get(amount), after.columns.get(amount)];
    for (let index = 0; index < length; index += 1) {
      const isOther = was?.[index] !== is?.[index];
      const isPriced = was?.[index] === 1 && is?.[index] === 1;
      if (isOther || (isPriced && !Object.is(paid?.[index], pays?.[index]))) count += 1;
    }
  }
  return count;
}
