import type { FUND_KINDS } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { findAvailableAccount, findFund } from './queries.ts';
import { ensureSource } from './store.ts';
import { type Mover, transfer } from './transfer.ts';

export const MONEY_SOURCES = ['government-input', 'collective', 'donation', 'lottery', 'recovery'] as const;
export type MoneySource = (typeof MONEY_SOURCES)[number];

/** what each kind of fund may be fed from; anything else would mix money of different owners. */
const ALLOWED: Readonly<Record<(typeof FUND_KINDS)[number], readonly MoneySource[]>> = {
  fiscal: ['government-input', 'lottery', 'recovery'],
  society: ['government-input', 'collective', 'donation', 'recovery'],
  donor: ['donation', 'recovery'],
};

export const SOURCE_NAMES: Readonly<Record<MoneySource, string>> = {
  'government-input': '政府投入',
  collective: '集体经济',
  donation: '社会捐赠',
  lottery: '福利彩票公益金',
  recovery: '追回救助款',
};

export type Receipt = {
  readonly fundId: string;
  readonly source: MoneySource;
  readonly amountFen: number;
  /** Who paid it in. */
  readonly from: string;
  readonly voucherNo: string;
  readonly caseId?: string;
  readonly grantId?: string;
  readonly actor: Mover;
  readonly now: Date;
};

/** Money comes into a fund from a named source; the source's account runs below zero by what it gave. */
export async function receiveMoney(tx: Tx, receipt: Receipt): Promise<string> {
  const fund = await findFund(tx, receipt.fundId);
  const available = fund && (await findAvailableAccount(tx, fund.id));
  if (!fund || !available) throw refused('NOT_FOUND');
  const allowed = ALLOWED[fund.kind];
  if (!allowed.includes(receipt.source))
    throw refused('FUNDS_DO_NOT_MIX', { kind: fund.kind, source: receipt.source, allowed });
  return transfer(tx, {
    fundId: fund.id,
    fromAccountId: await ensureSource(tx, fund, receipt.source, SOURCE_NAMES[receipt.source]),
    toAccountId: available,
    amountFen: receipt.amountFen,
    kind: receipt.source === 'recovery' ? 'recovery' : 'receipt',
    regionCode: fund.region_code,
    ...(receipt.caseId ? { caseId: receipt.caseId } : {}),
    ...(receipt.grantId ? { grantId: receipt.grantId } : {}),
    memo: `${receipt.from} · ${receipt.voucherNo}`,
    actor: receipt.actor,
    now: receipt.now,
  });
}
