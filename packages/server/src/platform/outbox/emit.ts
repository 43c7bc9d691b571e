import type { Tx } from '../db/database.ts';
import { insertTogether, type NewRows, rowsOf } from '../db/insert-together.ts';

type Payload = Readonly<Record<string, unknown>>;

/** Writes an event in the transaction of the act that caused it; the worker runs the reactions. */
export function emit(tx: Tx, type: string, payload: Payload, occurredAt: Date): Promise<void> {
  return insertTogether(tx, newOutboxEvent(type, payload, occurredAt));
}

/** The same as part of a larger statement. */
export function newOutboxEvent(type: string, payload: Payload, occurredAt: Date): NewRows {
  return rowsOf('outbox_event', [{ type, payload: JSON.stringify(payload), occurred_at: occurredAt }]);
}
