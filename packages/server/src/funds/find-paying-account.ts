import type { MoneyKind } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { selectPayingAccount } from './queries.ts';

export type PayingAccount = {
  readonly fundId: string;
  readonly fundName: string;
  /** The office that holds the money and hands it out. */
  readonly officeId: string;
  readonly fromAccountId: string;
  /** Where the money waits between approval and payment. */
  readonly reservedAccountId: string;
};

export type MoneyWanted = { readonly money: MoneyKind; readonly regionCode: string };

/** Whose money pays in a place: the nearest mutual-aid society, the township's petty cash, or the budget of its county or zone. */
export function findPayingAccount(tx: Tx, wanted: MoneyWanted): Promise<PayingAccount | undefined> {
  return selectPayingAccount(tx, wanted.money, wanted.regionCode);
}

/** The same where money must be found: a place without such a fund has nothing to spend. */
export async function getPayingAccount(tx: Tx, wanted: MoneyWanted): Promise<PayingAccount> {
  const found = await findPayingAccount(tx, wanted);
  if (!found) throw refused('INSUFFICIENT_FUNDS', { ...wanted, missing: 'fund', balanceFen: 0 });
  return found;
}
