import type { Route } from '@yimen/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { refused } from '../../refused.ts';
import { sessionDigest } from '../cookies.ts';
import type { ActImplementation, AuditNote, Given } from '../implement.ts';
import { type Answer, encode, send } from './answer.ts';
import { type Call, readCall } from './call.ts';
import { enter } from './enter.ts';
import { sendFailure } from './failure.ts';
import { isRetryable } from './failure-kind.ts';
import { finish } from './finish.ts';
import { openAct } from './open-act.ts';
import { readInput } from './read-input.ts';
import { isSessionRoute, requireAccess, requireCommandHeaders } from './require-access.ts';
import type { ServeOptions } from './serve-options.ts';

const MAX_TRIES = 4;

/** One request = one transaction: enter, check, parse, act, audit, commit. */
export async function serve(
  options: ServeOptions,
  implementation: ActImplementation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const call = readCall(options, implementation.route, request);
  for (let attempt = 1; ; attempt++) {
    try {
      if (attempt === 1) await prepare(options, implementation, call);
      return send(options, reply, await actOnce(options, implementation, call));
    } catch (error) {
      if (attempt < MAX_TRIES && isRetryable(error)) continue;
      return await sendFailure(options, implementation.route, call, error, reply);
    }
  }
}

/** Once per request, before a connection is taken: headers, and the slow part of routes that have one. */
async function prepare(options: ServeOptions, { route, prepare: run }: ActImplementation, call: Call): Promise<void> {
  if (call.isCommand) requireCommandHeaders(options, route, call);
  if (!run) return;
  call.input = readInput(route, call.request);
  const given = {
    ...call.input,
    now: options.clock.now(),
    requestId: call.requestId,
    clientAddress: call.request.ip,
    headers: call.request.headers,
    sessionDigest: call.token ? sessionDigest(call.token) : undefined,
    note: (note: AuditNote) => void Object.assign(call.notes, note),
  };
  // Every part was parsed by the route's own schemas just above.
  call.prepared = await run(given as unknown as Given<Route>);
}

async function actOnce(options: ServeOptions, implementation: ActImplementation, call: Call): Promise<Answer> {
  const { route } = implementation;
  const now = options.clock.now();
  const opening = options.openDay(now);
  if (opening) await opening;
  const client = await options.database.pool.connect();
  let broken: Error | undefined;
  try {
    const replayed = await enter(options, client, call, now);
    requireAccess(route, call);
    if (replayed) {
      await client.query('ROLLBACK');
      return replayed;
    }
    if (call.isCommand && !call.signedIn && !isSessionRoute(route) && !(await options.admitSignedOut(call.request)))
      throw refused('TOO_MANY_REQUESTS');
    if (!implementation.prepare) call.input = readInput(route, call.request);
    const { act, cookie, last } = openAct(options, call, client, now);
    const result = await implementation.handle(act, call.prepared);
    const answer = encode(route, result, cookie.value);
    await finish(options, client, route, call, now, answer, last);
    return answer;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error('rollback failed');
  }
}
