import type { ErrorCode } from '@yimen/contracts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { stackOf } from '../stack-of.ts';
import { problemFor } from './problem.ts';

/** What goes wrong before a route's own code runs: bodies, limits, unknown addresses. */
export function sendEarlyFailure(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = codeFor(error);
  // The message of an unexpected error may quote what was sent.
  if (code === 'INTERNAL')
    request.log.error({ code: error.code, name: error.name, stack: stackOf(error) }, 'request failed early');
  return sendProblem(reply, code);
}

export function sendProblem(reply: FastifyReply, code: ErrorCode): FastifyReply {
  const problem = problemFor(code);
  return reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

function codeFor(error: FastifyError): ErrorCode {
  switch (error.statusCode) {
    case 413:
      return 'TOO_LARGE';
    case 415:
      return 'UNSUPPORTED_MEDIA';
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
