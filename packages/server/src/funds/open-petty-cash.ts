import type { Tx } from '../platform/db/database.ts';
import { insertAccount } from './store.ts';

export type NewPettyCash = {
  /** The county's fiscal fund the money comes from. */
  readonly fundId: string;
  readonly officeId: string;
  readonly regionCode: string;
  readonly ceilingFen: number;
};
export type PettyCashOpened = {
  readonly pettyCashAccountId: string;
  readonly reservedAccountId: string;
  readonly spentAccountId: string;
  readonly shortageAccountId: string;
};

/** Opens the petty cash of a township inside the county's fund (备用金, R-121): empty until something is issued. */
export async function openPettyCash(tx: Tx, box: NewPettyCash): Promise<PettyCashOpened> {
  const place = { fundId: box.fundId, officeId: box.officeId, regionCode: box.regionCode };
  return {
    pettyCashAccountId: await insertAccount(tx, {
      ...place,
      role: 'petty-cash',
      name: '备用金',
      ceilingFen: box.ceilingFen,
    }),
    reservedAccountId: await insertAccount(tx, { ...place, role: 'reserved', name: '备用金已审批待发放' }),
    spentAccountId: await insertAccount(tx, { ...place, role: 'spent', name: '备用金已发放' }),
    shortageAccountId: await insertAccount(tx, { ...place, role: 'shortage', name: '备用金盘亏' }),
  };
}
