import { randomUUID } from 'node:crypto';
import type { FUND_KINDS } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import { insertAccount, insertFund } from './store.ts';

export type NewFund = {
  readonly kind: (typeof FUND_KINDS)[number];
  readonly name: string;
  readonly regionCode: string;
  readonly officeId: string;
  readonly now: Date;
};
export type FundOpened = {
  readonly fundId: string;
  readonly availableAccountId: string;
  readonly reservedAccountId: string;
  readonly spentAccountId: string;
};

/** Opens a fund of one source with its three accounts; it holds nothing until money is received. */
export async function createFund(tx: Tx, fund: NewFund): Promise<FundOpened> {
  const fundId = randomUUID();
  await insertFund(tx, fundId, fund);
  const place = { fundId, regionCode: fund.regionCode, officeId: fund.officeId };
  return {
    fundId,
    availableAccountId: await insertAccount(tx, { ...place, role: 'available', name: '可用资金' }),
    reservedAccountId: await insertAccount(tx, { ...place, role: 'reserved', name: '已审批待发放' }),
    spentAccountId: await insertAccount(tx, { ...place, role: 'spent', name: '已发放' }),
  };
}
