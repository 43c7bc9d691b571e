import type { Tx } from '../platform/db/database.ts';
import { emitAll } from '../platform/outbox/emit-all.ts';
import { refused } from '../platform/refused.ts';
import type { BatchPayment } from './batch-store.ts';
import type { PaymentPaid } from './hand-out-payment.ts';
import { addPaidToGrants } from './payment-store.ts';
import { getSibling } from './queries.ts';
import { markFailedByBank, markPaidByBank } from './return-store.ts';
import { type Mover, transferAll } from './transfer.ts';

/** The bank paid: money set aside is spent, payments and grants know it, everybody concerned is told. */
export async function bookPaid(tx: Tx, paid: readonly BatchPayment[], actor: Mover, now: Date): Promise<void> {
  if (paid.length === 0) return;
  const marked = await markPaidByBank(
    tx,
    paid.map((payment) => payment.id),
    actor.accountId,
    now,
  );
  if (marked !== paid.length) throw refused('STATE_CONFLICT', { wanted: paid.length, sent: marked });
  const grants = await addPaidToGrants(
    tx,
    paid.map(({ grant_id: id, amount_fen }) => ({ id, amount_fen })),
  );
  const states = new Map(grants.map((grant) => [grant.id, grant.state]));
  if (paid.some((payment) => !states.has(payment.grant_id)))
    throw refused('STATE_CONFLICT', { grants: 'not-approved' });
  const spentOf = await spentAccounts(tx, paid);
  await transferAll(
    tx,
    paid.map((payment) => spendOf(payment, spentOf, actor, now)),
  );
  const events = paid.map((payment) => paidEvent(payment, states.get(payment.grant_id) === 'paid'));
  await emitAll(tx, 'payment.paid', events, now);
}

async function spentAccounts(tx: Tx, paid: readonly BatchPayment[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const id of new Set(paid.map((payment) => payment.reserved_account_id)))
    found.set(id, await getSibling(tx, id, 'spent'));
  return found;
}

function spendOf(payment: BatchPayment, spentOf: ReadonlyMap<string, string>, actor: Mover, now: Date) {
  return {
    fundId: payment.fund_id,
    fromAccountId: payment.reserved_account_id,
    toAccountId: spentOf.get(payment.reserved_account_id) ?? '',
    amountFen: payment.amount_fen,
    kind: 'spend',
    regionCode: payment.region_code,
    caseId: payment.case_id,
    grantId: payment.grant_id,
    paymentId: payment.id,
    memo: '银行发放成功',
    actor,
    now,
  } as const;
}

function paidEvent(payment: BatchPayment, grantPaid: boolean): PaymentPaid {
  return {
    paymentId: payment.id,
    grantId: payment.grant_id,
    caseId: payment.case_id,
    regionCode: payment.region_code,
    method: payment.method,
    amountFen: payment.amount_fen,
    grantPaid,
  };
}

export type Settled = { readonly payment: BatchPayment; readonly reason: string | null };

/** The money stays set aside until the payment is ordered again or the grant is called off. */
export async function bookFailed(tx: Tx, failed: readonly Settled[], now: Date): Promise<void> {
  if (failed.length === 0) return;
  const rows = failed.map(({ payment, reason }) => ({ id: payment.id, reason: reason ?? '银行未说明原因' }));
  const marked = await markFailedByBank(tx, rows);
  if (marked !== failed.length) throw refused('STATE_CONFLICT', { wanted: failed.length, sent: marked });
  const events = failed.map(({ payment }) => ({
    paymentId: payment.id,
    grantId: payment.grant_id,
    caseId: payment.case_id,
    amountFen: payment.amount_fen,
  }));
  await emitAll(tx, 'payment.failed', events, now);
}
