import type { ErrorCode } from '@yimen/contracts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { stackOf } from '../stack-of.ts';
import { problemFor } from './problem.ts';

/** What goes wrong before a route's own code runs: bodies, limits, unknown addresses. */
export function sendEarlyFailure(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = codeFor(error, request);
  // The message of an unexpected error may quote what was sent.
  if (code === 'INTERNAL')
    request.log.error({ code: error.code, name: error.name, stack: stackOf(error) }, 'request failed early');
  return sendProblem(reply, code);
}

export function sendProblem(reply: FastifyReply, code: ErrorCode): FastifyReply {
  const problem = problemFor(code);
  return reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

function codeFor(error: FastifyError, request: FastifyRequest): ErrorCode {
  switch (error.statusCode) {
    case 413:
      return 'TOO_LARGE';
    case 415:
      return wrongMediaFor(request);
    case 429:
      return 'TOO_MANY_REQUESTS';
    case 404:
      return 'NOT_FOUND';
    case 503:
      return 'UNAVAILABLE';
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? 'BAD_REQUEST'
        : 'INTERNAL';
  }
}

/** What the route takes stands in its config, written by the server. */
function wrongMediaFor({ routeOptions }: FastifyRequest): ErrorCode {
  const { wrongMedia = 'JSON_EXPECTED' } = routeOptions.config as { readonly wrongMedia?: ErrorCode };
  return wrongMedia;
}
