import type { Done } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { type Doer, isAmong } from '../platform/stand-ins.ts';
import { type Box, findBox, lockCount, markConfirmed } from './petty-cash-store.ts';
import { findFund, getSibling } from './queries.ts';
import { requireFresh } from './require-fresh.ts';
import { ensureSource } from './store.ts';
import { type NewTransfer, transfer } from './transfer.ts';

export type CountToConfirm = { readonly id: string; readonly expectedVersion: number; readonly now: Date };

/** A second person confirms a stock-take; a difference is booked then, as a shortage or a surplus. */
export async function confirmCount(tx: Tx, actor: Doer, given: CountToConfirm): Promise<Done> {
  const row = await lockCount(tx, given.id);
  const count = row && { ...row, state: stateOf(row) };
  requireFresh(count, given.expectedVersion, ['counted']);
  if (isAmong(actor, [count.counted_by, count.counted_behalf_account_id]))
    throw refused('OWN_WORK_BLOCKED', { countId: count.id });
  const version = await markConfirmed(tx, count.id, actor, given.now);
  const box = await findBox(tx, count.office_id);
  if (version === undefined || !box) throw refused('STATE_CONFLICT', { state: count.state });
  const differenceFen = count.counted_fen - count.book_fen;
  if (differenceFen !== 0) await transfer(tx, await differenceTransfer(tx, box, differenceFen, actor, given.now));
  return { id: count.id, version };
}

function stateOf(row: { confirmed_at: Date | null; withdrawn_at: Date | null }): 'counted' | 'confirmed' | 'withdrawn' {
  if (row.confirmed_at) return 'confirmed';
  return row.withdrawn_at ? 'withdrawn' : 'counted';
}

async function differenceTransfer(
  tx: Tx,
  box: Box,
  differenceFen: number,
  actor: Doer,
  now: Date,
): Promise<NewTransfer> {
  const about = { fundId: box.fund_id, regionCode: box.region_code, actor, now };
  if (differenceFen < 0) {
    const shortageId = await getSibling(tx, box.id, 'shortage');
    return {
      ...about,
      fromAccountId: box.id,
      toAccountId: shortageId,
      amountFen: -differenceFen,
      kind: 'shortage',
      memo: '盘点短少',
    };
  }
  const fund = await findFund(tx, box.fund_id);
  if (!fund) throw refused('NOT_FOUND');
  const own = { id: fund.id, office_id: box.office_id, region_code: box.region_code };
  const sourceId = await ensureSource(tx, own, 'surplus', '备用金盘盈');
  return {
    ...about,
    fromAccountId: sourceId,
    toAccountId: box.id,
    amountFen: differenceFen,
    kind: 'surplus',
    memo: '盘点长余',
  };
}
