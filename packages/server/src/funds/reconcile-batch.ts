import type { Done } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import { Refused, refused } from '../platform/refused.ts';
import { changeBatch, lockBatch, lockPaymentsOfBatch } from './batch-store.ts';
import type { BatchAct } from './check-batch.ts';
import { requireFresh } from './require-fresh.ts';
import { countStrangeLines } from './return-store.ts';
import type { Mover } from './transfer.ts';

const SETTLED = ['paid', 'failed', 'replaced', 'cancelled'];

/** Closes a batch: every line of it is paid or failed, and strange lines of the bank are explained in a note. */
export async function reconcileBatch(
  tx: Tx,
  actor: Mover,
  given: BatchAct & { readonly note: string | null },
): Promise<Done> {
  const batch = await lockBatch(tx, given.id);
  requireFresh(batch, given.expectedVersion, ['returned']);
  const payments = await lockPaymentsOfBatch(tx, batch.id);
  const open = payments.filter((payment) => !SETTLED.includes(payment.state));
  if (open.length > 0)
    throw refused('STATE_CONFLICT', { open: open.length, payments: open.slice(0, 20).map(({ id }) => id) });
  const totalFen = payments.reduce((sum, payment) => sum + payment.amount_fen, 0);
  if (payments.length !== batch.count || totalFen !== batch.total_fen)
    throw refused('STATE_CONFLICT', { count: payments.length, totalFen });
  if (given.note === null && (await countStrangeLines(tx, batch.id)) > 0) throw noteNeeded();
  const version = await changeBatch(tx, batch, {
    state: 'reconciled',
    reconciled_by: actor.accountId,
    reconciled_at: given.now,
    note: given.note,
  });
  return { id: batch.id, version };
}

function noteNeeded(): Refused {
  const message = {
    zh: '回盘中有不能入账的行，请写明如何处理',
    en: 'The return file held lines that could not be booked; say what was done about them',
  };
  return new Refused('INVALID_INPUT', undefined, [{ path: 'note', message }]);
}
