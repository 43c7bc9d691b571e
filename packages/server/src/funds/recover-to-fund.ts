import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { findAvailableAccount, findGrantMoney, getSibling } from './queries.ts';
import { type Mover, transfer } from './transfer.ts';

export type Recovered = {
  readonly grantId: string;
  readonly amountFen: number;
  readonly memo: string;
  readonly actor: Mover;
  readonly now: Date;
};

/** Money that was paid wrongly comes back: out of what was spent, into the free money of the same fund. */
export async function recoverToFund(tx: Tx, given: Recovered): Promise<string> {
  const grant = await findGrantMoney(tx, given.grantId);
  const available = grant && (await findAvailableAccount(tx, grant.fund_id));
  if (!grant || !available) throw refused('NOT_FOUND');
  return transfer(tx, {
    fundId: grant.fund_id,
    fromAccountId: await getSibling(tx, grant.from_account_id, 'spent'),
    toAccountId: available,
    amountFen: given.amountFen,
    kind: 'recovery',
    regionCode: grant.region_code,
    caseId: grant.case_id,
    grantId: grant.id,
    memo: given.memo,
    actor: given.actor,
    now: given.now,
  });
}
