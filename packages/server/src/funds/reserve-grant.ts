import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { cancelPayments, lockPaymentsOfGrant } from './payment-store.ts';
import { getSibling } from './queries.ts';
import { type Mover, type NewTransfer, transfer } from './transfer.ts';

/** The columns of `relief_grant` that move money. */
export type GrantMoney = {
  readonly id: string;
  readonly case_id: string;
  readonly region_code: string;
  readonly amount_fen: number;
  readonly fund_id: string;
  readonly from_account_id: string;
};

/** Where the money of an approved grant waits until it is paid. */
export function getReservedAccount(tx: Tx, grant: Pick<GrantMoney, 'from_account_id'>): Promise<string> {
  return getSibling(tx, grant.from_account_id, 'reserved');
}

/** Sets the money of an approved grant aside, so that no other grant can promise it again. */
export function reservation(grant: GrantMoney, reservedId: string, actor: Mover, now: Date): NewTransfer {
  return {
    ...aboutGrant(grant),
    fromAccountId: grant.from_account_id,
    toAccountId: reservedId,
    amountFen: grant.amount_fen,
    kind: 'reserve',
    memo: '审批通过，预留救助款',
    actor,
    now,
  };
}

/** Calls off what was not paid yet: its orders are cancelled and their money returns. @returns the fen released. */
export async function releaseGrant(tx: Tx, grant: GrantMoney, actor: Mover, now: Date, memo: string): Promise<number> {
  const payments = await lockPaymentsOfGrant(tx, grant.id);
  const onTheWay = payments.filter((payment) => payment.state === 'batched' || payment.state === 'sent');
  if (onTheWay.length > 0)
    throw refused('STATE_CONFLICT', { payments: onTheWay.map(({ id, state }) => ({ id, state })) });
  const cancelled = await cancelPayments(tx, grant.id);
  const amountFen = cancelled.reduce((sum, payment) => sum + payment.amount_fen, 0);
  if (amountFen === 0) return 0;
  await transfer(tx, {
    ...aboutGrant(grant),
    fromAccountId: await getReservedAccount(tx, grant),
    toAccountId: grant.from_account_id,
    amountFen,
    kind: 'release',
    memo,
    actor,
    now,
  });
  return amountFen;
}

function aboutGrant(grant: GrantMoney) {
  return { fundId: grant.fund_id, regionCode: grant.region_code, caseId: grant.case_id, grantId: grant.id };
}
