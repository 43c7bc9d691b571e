import type { Done } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { type Doer, isAmong, standIns } from '../platform/stand-ins.ts';
import { changeBatch, listPaymentsOrderedBy, lockBatch } from './batch-store.ts';
import { requireFresh } from './require-fresh.ts';

export type BatchAct = { readonly id: string; readonly expectedVersion: number; readonly now: Date };

/** A second person checks the batch as a whole: neither its maker nor anybody who ordered one of its payments. */
export async function checkBatch(tx: Tx, actor: Doer, given: BatchAct): Promise<Done> {
  const batch = await lockBatch(tx, given.id);
  requireFresh(batch, given.expectedVersion, ['drafted']);
  if (isAmong(actor, [batch.made_by, batch.made_behalf_account_id]))
    throw refused('OWN_WORK_BLOCKED', { batchId: batch.id });
  const own = await listPaymentsOrderedBy(tx, batch.id, standIns(actor));
  if (own.length > 0) throw refused('OWN_WORK_BLOCKED', { payments: own.slice(0, 20), count: own.length });
  const version = await changeBatch(tx, batch, {
    state: 'checked',
    checked_by: actor.accountId,
    checked_behalf_account_id: actor.behalfAccountId,
    checked_at: given.now,
  });
  return { id: batch.id, version };
}
