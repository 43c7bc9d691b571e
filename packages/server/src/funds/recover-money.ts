import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { findAvailableAccount, findGrantMoney, findPaymentGrant, getSibling } from './queries.ts';
import { type Mover, transfer } from './transfer.ts';

export type Recovery = {
  readonly grantId: string;
  readonly amountFen: number;
  readonly memo: string;
  readonly actor: Mover;
  readonly now: Date;
};

/**
 * Money paid wrongly comes back: spent goes down, the fund has it again. Into the free money of the fund, not
 * back into a township's box: the finance officer received it, and the box may be full.
 */
export async function recoverToFund(tx: Tx, recovery: Recovery): Promise<void> {
  const grant = await findGrantMoney(tx, recovery.grantId);
  const availableId = grant && (await findAvailableAccount(tx, grant.fund_id));
  if (!grant || !availableId) throw refused('NOT_FOUND');
  await transfer(tx, {
    fundId: grant.fund_id,
    fromAccountId: await getSibling(tx, grant.from_account_id, 'spent'),
    toAccountId: availableId,
    amountFen: recovery.amountFen,
    kind: 'recovery',
    regionCode: grant.region_code,
    caseId: grant.case_id,
    grantId: grant.id,
    memo: recovery.memo,
    actor: recovery.actor,
    now: recovery.now,
  });
}

/** The grant a payment belongs to; foreign and missing payments read alike. */
export async function getPaymentGrant(tx: Tx, paymentId: string): Promise<string> {
  const grantId = await findPaymentGrant(tx, paymentId);
  if (!grantId) throw refused('NOT_FOUND');
  return grantId;
}
