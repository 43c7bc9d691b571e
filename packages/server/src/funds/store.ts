import { randomUUID } from 'node:crypto';
import { type Insertable, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import type { Payment } from '../platform/db/schema.gen.ts';
import type { NewFund } from './create-fund.ts';
import type { HandOut } from './hand-out-payment.ts';
import type { NewTransfer } from './transfer.ts';

export async function insertTransfer(tx: Tx, id: string, move: NewTransfer): Promise<void> {
  await tx.insertInto('transfer').values(transferRow(id, move)).execute();
}

/** In the order of their accounts: two bank files read at once take the same locks in the same order. */
export async function insertTransfers(tx: Tx, moves: readonly { id: string; move: NewTransfer }[]): Promise<void> {
  const rows = JSON.stringify(moves.map(({ id, move }) => transferRow(id, move)));
  await sql`INSERT INTO yimen.transfer (id, fund_id, from_account_id, to_account_id, amount_fen, kind, region_code, case_id, grant_id, payment_id, memo, at, account_id)
    SELECT id, fund_id, from_account_id, to_account_id, amount_fen, kind, region_code, case_id, grant_id, payment_id, memo, at, account_id
    FROM jsonb_to_recordset(${rows}::jsonb) AS m (id uuid, fund_id uuid, from_account_id uuid, to_account_id uuid, amount_fen bigint, kind text,
      region_code text, case_id uuid, grant_id uuid, payment_id uuid, memo text, at timestamptz, account_id uuid)
    ORDER BY from_account_id, payment_id`.execute(tx);
}

function transferRow(id: string, move: NewTransfer) {
  return {
    id,
    fund_id: move.fundId,
    from_account_id: move.fromAccountId,
    to_account_id: move.toAccountId,
    amount_fen: move.amountFen,
    kind: move.kind,
    region_code: move.regionCode,
    case_id: move.caseId ?? null,
    grant_id: move.grantId ?? null,
    payment_id: move.paymentId ?? null,
    memo: move.memo,
    at: move.now,
    account_id: move.actor.accountId,
  };
}

export type NewPayment = Omit<
  Insertable<Payment>,
  'checks_given' | 'batch_id' | 'failure_reason' | 'paid_at' | 'paid_by' | 'signed_by' | 'receipt_photo_id' | 'version'
>;

export async function insertPayments(tx: Tx, rows: readonly NewPayment[]): Promise<void> {
  await tx
    .insertInto('payment')
    .values([...rows])
    .execute();
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

export async function insertFund(tx: Tx, id: string, fund: NewFund): Promise<void> {
  await tx
    .insertInto('fund')
    .values({
      id,
      kind: fund.kind,
      name: fund.name,
      region_code: fund.regionCode,
      office_id: fund.officeId,
      created_at: fund.now,
    })
    .execute();
}

type NewAccount = {
  readonly fundId: string;
  readonly officeId: string;
  readonly regionCode: string;
  readonly role: string;
  readonly name: string;
  readonly source?: string;
  readonly ceilingFen?: number;
};

export async function insertAccount(tx: Tx, account: NewAccount): Promise<string> {
  const id = randomUUID();
  await tx.insertInto('fund_account').values(accountRow(id, account)).execute();
  return id;
}

function accountRow(id: string, account: NewAccount) {
  return {
    id,
    fund_id: account.fundId,
    office_id: account.officeId,
    region_code: account.regionCode,
    role: account.role,
    name: account.name,
    source: account.source ?? null,
    ceiling_fen: account.ceilingFen ?? null,
  };
}

type OwnFund = { readonly id: string; readonly office_id: string; readonly region_code: string };

/** The account of a source, opened with its first money. */
export async function ensureSource(tx: Tx, fund: OwnFund, source: string, name: string): Promise<string> {
  const account = {
    fundId: fund.id,
    officeId: fund.office_id,
    regionCode: fund.region_code,
    role: 'source',
    name,
    source,
  };
  await tx
    .insertInto('fund_account')
    .values(accountRow(randomUUID(), account))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const found = await tx
    .selectFrom('fund_account')
    .select('id')
    .where('fund_id', '=', fund.id)
    .where('office_id', '=', fund.office_id)
    .where('role', '=', 'source')
    .where('source', '=', source)
    .executeTakeFirstOrThrow();
  return found.id;
}

/** Everybody who proposed, approved or ordered: none of them checks. */
export async function listInvolved(tx: Tx, paymentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT p.ordered_by AS id FROM yimen.payment p WHERE p.id = ${paymentId}
    UNION SELECT g.proposed_by FROM yimen.payment p JOIN yimen.relief_grant g ON g.id = p.grant_id WHERE p.id = ${paymentId}
    UNION SELECT a.account_id FROM yimen.payment p JOIN yimen.grant_approval a ON a.grant_id = p.grant_id WHERE p.id = ${paymentId}`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

export async function addCheck(
  tx: Tx,
  payment: { id: string; region_code: string },
  actor: { accountId: string; postId: string },
  now: Date,
): Promise<void> {
  const codes = { payment_check_key: 'ALREADY_APPROVED', payment_check_not_own: 'OWN_WORK_BLOCKED' } as const;
  await refuseByConstraint(codes, { paymentId: payment.id }, () =>
    tx
      .insertInto('payment_check')
      .values({
        payment_id: payment.id,
        account_id: actor.accountId,
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
