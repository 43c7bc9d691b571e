import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import { addPaidToGrants, lockPayment, markHandedOut } from './payment-store.ts';
import { getSibling } from './queries.ts';
import { type Mover, transfer } from './transfer.ts';

export type HandOut = {
  readonly paymentId: string;
  /** Who signed for the cash or goods. */
  readonly signedBy: string;
  readonly receiptPhotoId: string | null;
  readonly actor: Mover;
  readonly now: Date;
};

export type PaymentPaid = {
  readonly paymentId: string;
  readonly grantId: string;
  readonly caseId: string;
  readonly regionCode: string;
  readonly method: string;
  readonly amountFen: number;
  /** True when nothing of the grant is left to pay. */
  readonly grantPaid: boolean;
};

/** Cash or goods change hands against a signature: money set aside is spent, the payment and its grant know it. */
export async function handOutPayment(tx: Tx, given: HandOut): Promise<PaymentPaid> {
  if (given.signedBy.trim() === '') throw refused('RECEIPT_NEEDED');
  const payment = await lockPayment(tx, given.paymentId);
  if (!payment) throw refused('NOT_FOUND');
  if (payment.method === 'bank' || payment.state !== 'approved') {
    throw refused('STATE_CONFLICT', { state: payment.state, method: payment.method });
  }
  const today = civilDate(given.now);
  if (payment.planned_on > today) throw refused('STATE_CONFLICT', { plannedOn: payment.planned_on, today });
  if (!(await markHandedOut(tx, given))) throw refused('STATE_CONFLICT', { state: payment.state });
  const [grant] = await addPaidToGrants(tx, [{ id: payment.grant_id, amount_fen: payment.amount_fen }]);
  if (!grant) throw refused('STATE_CONFLICT', { grantId: payment.grant_id });
  await transfer(tx, {
    fundId: payment.fund_id,
    fromAccountId: payment.reserved_account_id,
    toAccountId: await getSibling(tx, payment.reserved_account_id, 'spent'),
    amountFen: payment.amount_fen,
    kind: 'spend',
    regionCode: payment.region_code,
    caseId: payment.case_id,
    grantId: payment.grant_id,
    paymentId: payment.id,
    memo: payment.method === 'kind' ? '物资发放，已签收' : '现金发放，已签收',
    actor: given.actor,
    now: given.now,
  });
  const paid = {
    paymentId: payment.id,
    grantId: payment.grant_id,
    caseId: payment.case_id,
    regionCode: payment.region_code,
    method: payment.method,
    amountFen: payment.amount_fen,
    grantPaid: grant.state === 'paid',
  };
  await emit(tx, 'payment.paid', paid, given.now);
  return paid;
}
