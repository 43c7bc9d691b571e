import type { Route } from '@yimen/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../clock/clock.ts';
import { Refused } from '../../refused.ts';
import type { StatelessAnswer, StatelessGiven, StatelessImplementation } from '../implement.ts';
import { problemFor, problemOfRefusal } from '../problem.ts';
import { withoutData } from './failure-kind.ts';
import { readInput } from './read-input.ts';

/** A question that needs no caller and leaves nothing: parsed, answered, forgotten. Most are answered without waiting. */
export function serveStateless(
  clock: Clock,
  { route, answer }: StatelessImplementation,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | Promise<FastifyReply> {
  const failed = (error: unknown) => sendFailure(error, route.id, request, reply);
  try {
    const given = { ...readInput(route, request), now: clock.now() };
    // Every part was parsed by the route's own schemas just above.
    const answered = answer(given as unknown as StatelessGiven<never>);
    if (answered instanceof Promise) return answered.then((one) => send(route, one, request, reply)).catch(failed);
    return send(route, answered, request, reply);
  } catch (error) {
    return failed(error);
  }
}

function send(
  route: Route,
  { tag, body }: StatelessAnswer<unknown>,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (tag !== undefined) {
    const quoted = `"${tag}"`;
    // Kept, but asked about every time: a new version of the policy shows at once.
    reply.header('etag', quoted).header('cache-control', 'public, no-cache');
    if (namesTag(request.headers['if-none-match'], quoted)) return reply.status(304).send();
  }
  // As bytes: of a string its length would be counted first, and the headers joined to it, before it is encoded.
  const bytes = Buffer.from(JSON.stringify(route.response.parse(body())));
  return reply.type('application/json; charset=utf-8').send(bytes);
}

function namesTag(header: string | undefined, quoted: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === quoted);
}

function sendFailure(error: unknown, routeId: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = error instanceof Refused ? problemOfRefusal(error) : problemFor('INTERNAL');
  if (problem.status >= 500) request.log.error({ err: withoutData(error), route: routeId }, 'request failed');
  reply.removeHeader('etag');
  return reply
    .header('cache-control', 'no-store')
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
