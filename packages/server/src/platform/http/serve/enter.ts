import type pg from 'pg';
import { inOneFlight } from '../../db/in-one-flight.ts';
import { holdWrites, sendStatement } from '../../db/send-statement.ts';
import { type EnterRow, signedInFrom } from '../actor.ts';
import { sessionDigest } from '../cookies.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import { type Earlier, PUBLIC_CALLER, replay } from './earlier-answer.ts';
import type { ServeOptions } from './serve-options.ts';

const ENTER = 'SELECT row_to_json(e) AS entered FROM yimen.enter($1, $2, $3) e';

const ENTER_UNKNOWN = `SELECT set_config('yimen.scope', 'none', true), set_config('yimen.account', '', true), set_config('yimen.post', '', true), set_config('yimen.office', '', true)`;

const FIND_EARLIER = `SELECT body_sha256, status, response FROM yimen.idempotency WHERE key = $1 AND caller = coalesce(nullif(current_setting('yimen.account', true), ''), $2)`;

/** Begins, sets the context, looks for an earlier answer to the same key: one round trip. */
export async function enter(
  options: ServeOptions,
  client: pg.PoolClient,
  call: Call,
  now: Date,
): Promise<Answer | undefined> {
  const { token, key } = call;
  const [, entered, earlier] = await inOneFlight(
    () => begin(client),
    async () =>
      token
        ? sendStatement<{ entered: EnterRow }>(client, options.prepare, ENTER, [
            sessionDigest(token),
            call.wantedPost ?? null,
            now,
          ])
        : sendStatement<never>(client, options.prepare, ENTER_UNKNOWN, []),
    async () =>
      call.isKept && key
        ? sendStatement<Earlier>(client, options.prepare, FIND_EARLIER, [key, PUBLIC_CALLER])
        : undefined,
  );
  const row = token ? entered.rows[0]?.entered : undefined;
  call.signedIn = row ? signedInFrom(row) : null;
  const found = earlier?.rows[0];
  return found ? replay(options, call, found) : undefined;
}

function begin(client: pg.PoolClient): Promise<pg.QueryResult> {
  holdWrites(client);
  return client.query('BEGIN');
}
