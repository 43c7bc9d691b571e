import { type Insertable, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { insertTogether, type NewRows, rowsOf } from '../platform/db/insert-together.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import type { Payment } from '../platform/db/schema.gen.ts';
import type { Doer } from '../platform/stand-ins.ts';
import type { HandOut } from './hand-out-payment.ts';

export type NewPayment = Omit<
  Insertable<Payment>,
  'checks_given' | 'batch_id' | 'failure_reason' | 'paid_at' | 'paid_by' | 'signed_by' | 'receipt_photo_id' | 'version'
>;

/** Payments as part of a larger statement. */
export function newPayments(rows: readonly NewPayment[]): NewRows {
  return rowsOf('payment', rows);
}

export function insertPayments(tx: Tx, rows: readonly NewPayment[]): Promise<void> {
  return insertTogether(tx, newPayments(rows));
}

export async function lockPayment(tx: Tx, id: string) {
  return tx.selectFrom('payment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function lockPaymentsOfGrant(tx: Tx, grantId: string) {
  return tx
    .selectFrom('payment')
    .select(['id', 'state', 'amount_fen'])
    .where('grant_id', '=', grantId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Everything of a grant that neither was paid nor is on its way to the bank. */
export async function cancelPayments(tx: Tx, grantId: string) {
  return tx
    .updateTable('payment')
    .set((eb) => ({ state: 'cancelled', version: eb('version', '+', 1) }))
    .where('grant_id', '=', grantId)
    .where('state', 'in', ['ordered', 'approved', 'failed'])
    .returning(['id', 'amount_fen'])
    .execute();
}

/** @returns false when somebody else handed it out meanwhile. */
export async function markHandedOut(tx: Tx, given: HandOut): Promise<boolean> {
  const done = await tx
    .updateTable('payment')
    .set((eb) => ({
      state: 'paid',
      paid_at: given.now,
      paid_by: given.actor.accountId,
      signed_by: given.signedBy,
      receipt_photo_id: given.receiptPhotoId,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', given.paymentId)
    .where('state', '=', 'approved')
    .where('method', '<>', 'bank')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Adds what was paid to approved grants and closes those paid whole; the CHECK refuses paying more than was granted. */
export async function addPaidToGrants(tx: Tx, paid: readonly { id: string; amount_fen: number }[]) {
  const ids = [...new Set(paid.map((one) => one.id))].sort();
  await tx
    .selectFrom('relief_grant')
    .select('id')
    .where('id', '=', sql<string>`ANY(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  const { rows } = await sql<{ id: string; state: string }>`
    UPDATE yimen.relief_grant g
    SET paid_fen = g.paid_fen + s.amount_fen, version = g.version + 1,
        state = CASE WHEN g.paid_fen + s.amount_fen = g.amount_fen THEN 'paid' ELSE g.state END
    FROM (SELECT id, sum(amount_fen)::bigint AS amount_fen FROM jsonb_to_recordset(${JSON.stringify(paid)}::jsonb) AS p (id uuid, amount_fen bigint) GROUP BY id) s
    WHERE g.id = s.id AND g.state = 'approved'
    RETURNING g.id, g.state`.execute(tx);
  return rows;
}

/** Everybody who proposed, approved or ordered, and for whom: none of them checks. */
export async function listInvolved(tx: Tx, paymentId: string): Promise<string[]> {
  const { rows } = await sql<{ people: string[] }>`SELECT yimen.payment_orderers(${paymentId}::uuid) AS people`.execute(
    tx,
  );
  return rows[0]?.people ?? [];
}

export async function addCheck(
  tx: Tx,
  payment: { id: string; region_code: string },
  actor: Doer & { readonly postId: string },
  now: Date,
): Promise<void> {
  const codes = {
    payment_check_key: 'ALREADY_APPROVED',
    payment_check_two_people: 'ALREADY_APPROVED',
    payment_check_not_own: 'OWN_WORK_BLOCKED',
  } as const;
  await refuseByConstraint(codes, { paymentId: payment.id }, () =>
    tx
      .insertInto('payment_check')
      .values({
        payment_id: payment.id,
        account_id: actor.accountId,
        behalf_account_id: actor.behalfAccountId,
        region_code: payment.region_code,
        post_id: actor.postId,
        at: now,
      })
      .execute(),
  );
}

/** @returns the new version; undefined when the order was checked or cancelled meanwhile. */
export async function countCheck(tx: Tx, paymentId: string, expectedVersion: number): Promise<number | undefined> {
  const row = await tx
    .updateTable('payment')
    .set((eb) => ({
      checks_given: eb('checks_given', '+', 1),
      state: sql<string>`CASE WHEN checks_given + 1 = checks_needed THEN 'approved' ELSE state END`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', paymentId)
    .where('state', '=', 'ordered')
    .where('version', '=', expectedVersion)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

/** @returns false when the payment is no longer failed. */
export async function markReplaced(tx: Tx, paymentId: string): Promise<boolean> {
  const done = await tx
    .updateTable('payment')
    .set((eb) => ({ state: 'replaced', version: eb('version', '+', 1) }))
    .where('id', '=', paymentId)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function findPayeePerson(tx: Tx, grantId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('relief_grant')
    .select('payee_person_id')
    .where('id', '=', grantId)
    .executeTakeFirst();
  return row?.payee_person_id;
}
