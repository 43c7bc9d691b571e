import type { Problem, Route } from '@yimen/contracts';
import type { FastifyReply } from 'fastify';
import { transactionOn } from '../../db/database.ts';
import { insertTogether } from '../../db/insert-together.ts';
import { Refused } from '../../refused.ts';
import type { AuditNote } from '../implement.ts';
import { problemFor, problemOfRefusal } from '../problem.ts';
import { send } from './answer.ts';
import { auditRows } from './audit-rows.ts';
import type { Call } from './call.ts';
import { findEarlierAnswer } from './earlier-answer.ts';
import { constraintOf, isUnavailable, withoutData } from './failure-kind.ts';
import type { ServeOptions } from './serve-options.ts';

export async function sendFailure(
  options: ServeOptions,
  route: Route,
  call: Call,
  error: unknown,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (call.isKept && call.key) {
    const earlier = await findEarlierAnswer(options, call);
    if (earlier) return send(options, reply, earlier);
  }
  const problem = await problemOf(options, route, call, error);
  if (problem.status >= 500)
    call.request.log.error({ err: withoutData(error), route: route.id, status: problem.status }, 'request failed');
  if (problem.status === 429 || problem.status === 503) reply.header('retry-after', '2');
  return reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

async function problemOf(options: ServeOptions, route: Route, call: Call, error: unknown): Promise<Problem> {
  if (error instanceof Refused) {
    if (isRefusalRecorded(route, call, error)) await recordRefusal(options, route, call, error);
    return problemOfRefusal(error);
  }
  // The winner of this key sent other content: `findEarlierAnswer` would have answered for the same.
  if (constraintOf(error) === 'idempotency_once') return problemFor('IDEMPOTENCY_KEY_REUSED');
  return isUnavailable(error) ? problemFor('UNAVAILABLE') : problemFor('INTERNAL');
}

// Strangers can cause these at will; they must not be able to fill the audit log.
const UNRECORDED = new Set([
  'NOT_SIGNED_IN',
  'CROSS_SITE',
  'IDEMPOTENCY_KEY_MISSING',
  'TOO_MANY_REQUESTS',
  'DISK_FULL',
]);

function isRefusalRecorded(route: Route, call: Call, error: Refused): boolean {
  if (UNRECORDED.has(error.code) || (!call.signedIn && error.code === 'INVALID_INPUT')) return false;
  return call.isCommand || route.audited === true || error.code === 'NOT_ALLOWED' || error.code === 'NOT_SUBSTITUTE';
}

/** Refusals are audited too; when that fails the refusal stands all the same, nothing was done. */
async function recordRefusal(options: ServeOptions, route: Route, call: Call, error: Refused): Promise<void> {
  const notes: AuditNote = { ...call.notes, details: { ...call.notes.details, code: error.code } };
  const { pool } = options.database;
  try {
    const client = await pool.connect();
    const tx = transactionOn(client, options.prepare);
    await insertTogether(tx, auditRows(route, call, options.clock.now(), notes, 'refused')).finally(() =>
      client.release(),
    );
  } catch (failure) {
    call.request.log.error({ err: withoutData(failure) }, 'refusal could not be audited');
  }
}
