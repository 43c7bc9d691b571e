import type { Done } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import { changeBatch, emptyBatch, lockBatch } from './batch-store.ts';
import type { BatchAct } from './check-batch.ts';
import { requireFresh } from './require-fresh.ts';

/** Only before the file was exported: afterwards the bank may have paid. The payments can be batched again. */
export async function cancelBatch(tx: Tx, given: BatchAct & { readonly reason: string }): Promise<Done> {
  const batch = await lockBatch(tx, given.id);
  requireFresh(batch, given.expectedVersion, ['drafted', 'checked']);
  await emptyBatch(tx, batch.id);
  const version = await changeBatch(tx, batch, { state: 'cancelled', note: given.reason });
  return { id: batch.id, version };
}
