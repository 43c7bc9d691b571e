import type { ErrorCode, Route } from '@yimen/contracts';
import type { FastifyRequest } from 'fastify';

/** Answered as `wrongMedia` of the route says. */
class WrongMediaType extends Error {
  readonly statusCode = 415;
}

export function requireMediaType(route: Route, request: FastifyRequest): void {
  if (request.body === undefined || request.body === null) return;
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const accepted = route.consumes ?? ['application/json'];
  if (!accepted.some((wanted) => wanted === type || (wanted.endsWith('/*') && type.startsWith(wanted.slice(0, -1)))))
    throw new WrongMediaType();
}

/** What is said of content of another kind than the route takes. */
export function wrongMediaOf({ consumes = [] }: Pick<Route, 'consumes'>): ErrorCode {
  if (consumes.some((type) => type.startsWith('image/'))) return 'UNSUPPORTED_MEDIA';
  return consumes.includes('text/csv') ? 'CSV_EXPECTED' : 'JSON_EXPECTED';
}
