import type { Route } from '@yimen/contracts';
import type pg from 'pg';
import { commit, transactionOn } from '../../db/database.ts';
import { inOneFlight } from '../../db/in-one-flight.ts';
import { insertTogether } from '../../db/insert-together.ts';
import { type Refusals, refuseByConstraint } from '../../db/refuse-by-constraint.ts';
import { sendStatement } from '../../db/send-statement.ts';
import type { SignedIn } from '../actor.ts';
import { sessionDigest } from '../cookies.ts';
import type { Answer } from './answer.ts';
import { auditRows } from './audit-rows.ts';
import type { Call } from './call.ts';
import { keptAnswer, keptRows } from './earlier-answer.ts';
import type { Last } from './open-act.ts';
import type { ServeOptions } from './serve-options.ts';

/** The last writes, audit row, stored answer and commit in one round trip: no audit, no action. */
export async function finish(
  options: ServeOptions,
  client: pg.PoolClient,
  route: Route,
  call: Call,
  now: Date,
  answer: Answer,
  { sends, rows, refusals }: Last,
): Promise<void> {
  const { signedIn, token, key } = call;
  const isAudited = call.isCommand || route.audited === true;
  const kept =
    call.isKept && key && typeof answer.body === 'string' ? keptAnswer(options, route, call, answer.body) : undefined;
  const written = [
    ...rows,
    ...(isAudited ? [auditRows(route, call, now, call.notes, 'done')] : []),
    ...(kept === undefined ? [] : [keptRows(route, call, kept, now)]),
  ];
  const tx = transactionOn(client, options.prepare);
  let hasFailed = false;
  const watched = sends.map((send) => async () => {
    try {
      await send();
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  });
  const leaving = inOneFlight(
    ...watched,
    () => refuseByAny(refusals, () => insertTogether(tx, ...written)),
    async () => (signedIn && token && isStale(signedIn, now) ? extend(options, client, token, now) : undefined),
  );
  // Told below; here it only must not count as unheard.
  leaving.catch(() => undefined);
  // What fails before it leaves the process is not known to the database, which would commit the rest.
  if (sends.length > 0) await new Promise((resolve) => setImmediate(resolve));
  await inOneFlight(
    () => leaving,
    () => (hasFailed ? client.query('ROLLBACK') : commit(client)),
  );
}

function refuseByAny(refusals: readonly Refusals[], work: () => Promise<void>): Promise<void> {
  return refusals.reduce(
    (inner, { codes, facts }) =>
      () =>
        refuseByConstraint(codes, facts, inner),
    work,
  )();
}

function isStale(signedIn: SignedIn, now: Date): boolean {
  return now.getTime() - signedIn.lastSeenAt.getTime() > 60_000;
}

const EXTEND = `UPDATE yimen.session SET last_seen_at = $1, idle_expires_at = $2 WHERE token_hash = $3 AND revoked_at IS NULL`;

function extend(options: ServeOptions, client: pg.PoolClient, token: string, now: Date): Promise<pg.QueryResult> {
  const idle = new Date(now.getTime() + options.sessionIdleMinutes * 60_000);
  return sendStatement(client, options.prepare, EXTEND, [now, idle, sessionDigest(token)]);
}
