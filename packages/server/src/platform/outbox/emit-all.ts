import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

/** Many events of one type in one statement, for acts that settle thousands of lines at once. */
export async function emitAll(
  tx: Tx,
  type: string,
  payloads: readonly Readonly<Record<string, unknown>>[],
  occurredAt: Date,
): Promise<void> {
  if (payloads.length === 0) return;
  await sql`INSERT INTO yimen.outbox_event (type, payload, occurred_at)
    SELECT ${type}, e.payload, ${occurredAt} FROM jsonb_array_elements(${JSON.stringify(payloads)}::jsonb) AS e (payload)`.execute(
    tx,
  );
}
