import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import type { Doer } from '../platform/stand-ins.ts';

/** Locked in the order of their ids, so that two batches made at once do not deadlock. */
export async function lockPayments(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('payment')
    .select(['id', 'state', 'method', 'amount_fen', 'fund_id', 'planned_on', 'ordered_by', 'batch_id'])
    .where('id', '=', sql<string>`ANY(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/**
 * Which of the payments somebody checked, or ordered with an approval. Ordering a failed one again does not count:
 * a second person checks it anew, and an office with two finance officers could not go on.
 */
export async function listPaymentsTouchedBy(
  tx: Tx,
  ids: readonly string[],
  accounts: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT p.id FROM yimen.payment p WHERE p.id = ANY (${ids}::uuid[]) AND ((p.replaces_id IS NULL AND ARRAY[p.ordered_by, p.ordered_behalf_account_id] && ${accounts}::uuid[])
      OR EXISTS (SELECT 1 FROM yimen.payment_check k WHERE k.payment_id = p.id AND ARRAY[k.account_id, k.behalf_account_id] && ${accounts}::uuid[]))`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

export async function listPaymentsOfRelatives(
  tx: Tx,
  ids: readonly string[],
  accounts: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`SELECT id FROM yimen.payments_of_relatives(${ids}::uuid[], ${accounts}::uuid[]) AS r (id)`.execute(tx);
  return rows.map((row) => row.id);
}

export async function nextBatchNumber(tx: Tx, today: string): Promise<string> {
  const { rows } = await sql<{ n: number }>`SELECT nextval('yimen.payment_batch_number') AS n`.execute(tx);
  return `PC${today.replaceAll('-', '')}${String(rows[0]?.n ?? 0).padStart(6, '0')}`;
}

export type NewBatch = {
  readonly batchNo: string;
  readonly fund: { readonly id: string; readonly region_code: string; readonly office_id: string };
  readonly count: number;
  readonly totalFen: number;
  readonly madeBy: Doer;
  readonly now: Date;
};

export async function insertBatch(tx: Tx, batch: NewBatch): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('payment_batch')
    .values({
      id,
      batch_no: batch.batchNo,
      fund_id: batch.fund.id,
      region_code: batch.fund.region_code,
      office_id: batch.fund.office_id,
      count: batch.count,
      total_fen: batch.totalFen,
      made_by: batch.madeBy.accountId,
      made_behalf_account_id: batch.madeBy.behalfAccountId,
      made_at: batch.now,
    })
    .execute();
  return id;
}

/** Only what is still approved, due and in no batch: a payment is in one live batch. @returns how many went in. */
export async function putIntoBatch(
  tx: Tx,
  batchId: string,
  paymentIds: readonly string[],
  today: string,
): Promise<number> {
  const facts = { batchId };
  const done = await refuseByConstraint({ payment_batch_same_fund: 'FUNDS_DO_NOT_MIX' }, facts, () =>
    tx
      .updateTable('payment')
      .set((eb) => ({ state: 'batched', batch_id: batchId, version: eb('version', '+', 1) }))
      .where('id', '=', sql<string>`ANY(${paymentIds}::uuid[])`)
      .where('state', '=', 'approved')
      .where('method', '=', 'bank')
      .where('planned_on', '<=', today)
      .where('batch_id', 'is', null)
      .executeTakeFirst(),
  );
  return Number(done.numUpdatedRows);
}

export async function lockBatch(tx: Tx, id: string) {
  return tx.selectFrom('payment_batch').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}
export type BatchRow = NonNullable<Awaited<ReturnType<typeof lockBatch>>>;

export type BatchChange = Partial<
  Pick<
    BatchRow,
    | 'checked_by'
    | 'checked_behalf_account_id'
    | 'checked_at'
    | 'exported_at'
    | 'file_sha256'
    | 'reconciled_by'
    | 'reconciled_at'
    | 'note'
  >
> & { readonly state: string };

/** The only place where a batch changes; the row is locked and its state is named once more. @returns the new version. */
export async function changeBatch(tx: Tx, batch: BatchRow, change: BatchChange): Promise<number> {
  const row = await tx
    .updateTable('payment_batch')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', batch.id)
    .where('state', '=', batch.state)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** The payments of a batch go back to be batched again. */
export async function emptyBatch(tx: Tx, batchId: string): Promise<void> {
  await tx
    .updateTable('payment')
    .set((eb) => ({ state: 'approved', batch_id: null, version: eb('version', '+', 1) }))
    .where('batch_id', '=', batchId)
    .where('state', '=', 'batched')
    .execute();
}

export async function markSent(tx: Tx, batchId: string): Promise<number> {
  const done = await tx
    .updateTable('payment')
    .set((eb) => ({ state: 'sent', version: eb('version', '+', 1) }))
    .where('batch_id', '=', batchId)
    .where('state', '=', 'batched')
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** In the order of the bank file; the numbers of its lines come from this order. */
export async function lockPaymentsOfBatch(tx: Tx, batchId: string) {
  return tx
    .selectFrom('payment')
    .select([
      'id',
      'state',
      'amount_fen',
      'payee_name',
      'payee_snapshot_encrypted',
      'grant_id',
      'case_id',
      'region_code',
      'fund_id',
      'reserved_account_id',
      'method',
    ])
    .where('batch_id', '=', batchId)
    .orderBy('id')
    .forUpdate()
    .execute();
}
export type BatchPayment = Awaited<ReturnType<typeof lockPaymentsOfBatch>>[number];

export async function listPaymentsOrderedBy(tx: Tx, batchId: string, accounts: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('payment')
    .select('id')
    .where('batch_id', '=', batchId)
    .where(sql<boolean>`ARRAY[ordered_by, ordered_behalf_account_id] && ${accounts}::uuid[]`)
    .execute();
  return rows.map((row) => row.id);
}
