import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import type { BatchRow } from './batch-store.ts';
import type { MatchedLine } from './match-return-lines.ts';

export async function findReturnOf(tx: Tx, fileSha256: Buffer) {
  return tx
    .selectFrom('bank_return')
    .select(['batch_id', 'received_at'])
    .where('file_sha256', '=', fileSha256)
    .executeTakeFirst();
}

export type NewReturn = {
  readonly batch: BatchRow;
  readonly fileSha256: Buffer;
  readonly receivedBy: string;
  readonly now: Date;
  readonly lines: readonly MatchedLine[];
};

export async function insertReturn(tx: Tx, given: NewReturn): Promise<string> {
  const id = randomUUID();
  const regionCode = given.batch.region_code;
  await refuseByConstraint({ bank_return_once: 'BATCH_FILE_MISMATCH' }, { batchNo: given.batch.batch_no }, () =>
    tx
      .insertInto('bank_return')
      .values({
        id,
        batch_id: given.batch.id,
        region_code: regionCode,
        file_sha256: given.fileSha256,
        received_at: given.now,
        received_by: given.receivedBy,
      })
      .execute(),
  );
  await sql`INSERT INTO yimen.bank_return_line (return_id, line_no, region_code, payment_id, outcome, amount_fen, reason)
    SELECT ${id}::uuid, "lineNo", ${regionCode}, "paymentId", outcome, "amountFen", reason
    FROM jsonb_to_recordset(${JSON.stringify(given.lines)}::jsonb)
      AS l ("lineNo" integer, "paymentId" uuid, outcome text, "amountFen" bigint, reason text)`.execute(tx);
  return id;
}

export async function markPaidByBank(tx: Tx, ids: readonly string[], by: string, now: Date): Promise<number> {
  const done = await tx
    .updateTable('payment')
    .set((eb) => ({ state: 'paid', paid_at: now, paid_by: by, version: eb('version', '+', 1) }))
    .where('id', '=', sql<string>`ANY(${ids}::uuid[])`)
    .where('state', '=', 'sent')
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

export async function markFailedByBank(tx: Tx, failed: readonly { id: string; reason: string }[]): Promise<number> {
  const result =
    await sql`UPDATE yimen.payment p SET state = 'failed', failure_reason = f.reason, version = p.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(failed)}::jsonb) AS f (id uuid, reason text)
    WHERE p.id = f.id AND p.state = 'sent'`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

export async function countStrangeLines(tx: Tx, batchId: string): Promise<number> {
  const row = await tx
    .selectFrom('bank_return_line as l')
    .innerJoin('bank_return as r', 'r.id', 'l.return_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('r.batch_id', '=', batchId)
    .where('l.outcome', 'not in', ['success', 'failure'])
    .executeTakeFirstOrThrow();
  return row.n;
}
