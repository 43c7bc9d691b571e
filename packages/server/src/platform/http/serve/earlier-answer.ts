import type { Route } from '@yimen/contracts';
import { type NewRows, rowsOf } from '../../db/insert-together.ts';
import { refused } from '../../refused.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import type { ServeOptions } from './serve-options.ts';

// Unsigned commands are told apart by their unguessable key alone: a phone changes its address between two tries,
// and the address of an anonymous reporter is not kept.
export const PUBLIC_CALLER = 'public';

export type Earlier = { readonly body_sha256: Buffer; readonly status: number; readonly response: string | null };

export function replay(options: ServeOptions, call: Call, found: Earlier): Answer {
  if (!call.bodyDigest?.equals(found.body_sha256)) throw refused('IDEMPOTENCY_KEY_REUSED');
  // Done, but its secret was shown once and not kept.
  if (found.response === null) throw refused('STATE_CONFLICT', { shownOnce: true });
  const body = call.isAnswerSealed
    ? options.vault.open('idempotency', 'response', call.key ?? '', Buffer.from(found.response, 'base64'))
    : found.response;
  return { status: found.status, body, mediaType: 'application/json; charset=utf-8' };
}

/** A copy of the same command may have won while this one was refused by its effects: answer as the winner did. */
export async function findEarlierAnswer(options: ServeOptions, call: Call): Promise<Answer | undefined> {
  try {
    const caller = call.signedIn?.accountId ?? PUBLIC_CALLER;
    const { rows } = await options.database.pool.query(
      'SELECT body_sha256, status, response FROM yimen.idempotency WHERE key = $1 AND caller = $2',
      [call.key, caller],
    );
    const row = rows[0] as Earlier | undefined;
    return row && call.bodyDigest?.equals(row.body_sha256) ? replay(options, call, row) : undefined;
  } catch {
    return undefined; // the database is away: the original error is the better answer
  }
}

export function keptAnswer(options: ServeOptions, route: Route, call: Call, body: string): string | null {
  if (route.shownOnce) return null;
  return route.sealedAnswer
    ? options.vault.seal('idempotency', 'response', call.key ?? '', body).toString('base64')
    : body;
}

export function keptRows(route: Route, call: Call, kept: string | null, now: Date): NewRows {
  return rowsOf('idempotency', [
    {
      caller: call.signedIn?.accountId ?? PUBLIC_CALLER,
      key: call.key ?? '',
      route: route.id,
      body_sha256: call.bodyDigest ?? Buffer.alloc(0),
      status: 200,
      response: kept,
      created_at: now,
    },
  ]);
}
