import type { PoolClient } from 'pg';
import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import type { Tx } from '../db/database.ts';
import type { PlatformServices } from '../platform-services.ts';
import { stackOf } from '../stack-of.ts';
import type { Payload, Reaction } from './reactions.ts';

const BATCH = 50;
const MAX_ATTEMPTS = 12;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 10 * 60_000;

type EventRow = { readonly id: number; readonly type: string; readonly payload: Payload; readonly attempts: number };

/**
 * Takes waiting events that nobody else holds, runs their reactions and deletes them in the same transaction: killed at
 * any moment, an event is either wholly done or wholly waiting. Each event has a savepoint, so one bad one does not
 * undo the others. Returns how many were taken.
 */
export async function deliverEvents(
  services: PlatformServices,
  reactions: ReadonlyMap<string, readonly Reaction[]>,
): Promise<number> {
  return services.database.transact(SYSTEM_CONTEXT, async (tx, client) => {
    const now = services.clock.now();
    const events = await takeEvents(client, now);
    for (const event of events) {
      const failure = await react(tx, client, reactions.get(event.type) ?? [], event, now);
      if (failure === undefined) {
        await client.query('DELETE FROM yimen.outbox_event WHERE id = $1', [event.id]);
        continue;
      }
      const isPoison = await postpone(client, event, failure, now);
      services.log.error(
        { event: event.id, type: event.type, attempts: event.attempts + 1, isPoison, failure },
        'reaction failed',
      );
    }
    return events.length;
  });
}

async function takeEvents(client: PoolClient, now: Date): Promise<EventRow[]> {
  const { rows } = await client.query<EventRow>(
    'SELECT id, type, payload, attempts FROM yimen.outbox_event WHERE next_attempt_at <= $1 ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED',
    [now, BATCH],
  );
  return rows;
}

async function react(
  tx: Tx,
  client: PoolClient,
  reactions: readonly Reaction[],
  event: EventRow,
  now: Date,
): Promise<string | undefined> {
  await client.query('SAVEPOINT event');
  try {
    for (const reaction of reactions) await reaction(tx, event.payload, now);
    await client.query('RELEASE SAVEPOINT event');
    return undefined;
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT event');
    return describe(error);
  }
}

/** Waits longer after each failure; after the last one the event stays, visible in the metrics, until someone looks. */
async function postpone(client: PoolClient, event: EventRow, failure: string, now: Date): Promise<boolean> {
  const attempts = event.attempts + 1;
  const isPoison = attempts >= MAX_ATTEMPTS;
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  const next = isPoison ? 'infinity' : new Date(now.getTime() + pause).toISOString();
  await client.query(
    'UPDATE yimen.outbox_event SET attempts = $2, next_attempt_at = $3, last_error = $4 WHERE id = $1',
    [event.id, attempts, next, failure],
  );
  return isPoison;
}

/** The kind of failure only: messages of the database quote values. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const at =
    stackOf(error)
      .find((line) => line.includes('/src/'))
      ?.trim() ?? '';
  return `${error.name}${code} ${at}`.slice(0, 500);
}
