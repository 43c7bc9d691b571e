import type { Tx } from '../db/database.ts';

/** Writes an event in the transaction of the act that caused it; the worker runs the reactions. */
export async function emit(
  tx: Tx,
  type: string,
  payload: Readonly<Record<string, unknown>>,
  occurredAt: Date,
): Promise<void> {
  await tx
    .insertInto('outbox_event')
    .values({ type, payload: JSON.stringify(payload), occurred_at: occurredAt })
    .execute();
}
