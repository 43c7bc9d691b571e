import { createHash } from 'node:crypto';
import type { Route } from '@yimen/contracts';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '../actor.ts';
import { readSessionToken } from '../cookies.ts';
import type { AuditNote } from '../implement.ts';
import type { Input } from './read-input.ts';
import type { ServeOptions } from './serve-options.ts';

export type Call = {
  readonly request: FastifyRequest;
  readonly requestId: string;
  readonly isCommand: boolean;
  /** A repeated command gets the same answer; a question asked again is answered anew. */
  readonly isKept: boolean;
  readonly key: string | undefined;
  readonly token: string | undefined;
  readonly wantedPost: string | undefined;
  readonly isAnswerSealed: boolean;
  readonly bodyDigest: Buffer | undefined;
  readonly notes: AuditNote;
  signedIn: SignedIn | null;
  input: Input;
  prepared: unknown;
};

const NO_POST = '00000000-0000-0000-0000-000000000000';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function readCall(options: ServeOptions, route: Route, request: FastifyRequest): Call {
  const isCommand = route.method !== 'GET';
  const isKept = isCommand && route.asks !== true;
  const key = header(request, 'idempotency-key')?.toLowerCase();
  const wantedPost = header(request, 'x-yimen-post')?.toLowerCase();
  return {
    request,
    requestId: request.id,
    isCommand,
    isKept,
    key: key && UUID.test(key) ? key : undefined,
    // What is told at a public door is not tied to whoever happens to be signed in on this device (PR11).
    token: route.path.startsWith('/public/')
      ? undefined
      : readSessionToken(request.headers.cookie, options.secureCookies),
    // An unreadable wish must not fall back to another post: nobody holds this one.
    wantedPost: wantedPost && !UUID.test(wantedPost) ? NO_POST : wantedPost,
    isAnswerSealed: route.sealedAnswer === true,
    bodyDigest: isKept ? digestOf(request) : undefined,
    notes: {},
    signedIn: null,
    input: { params: undefined, query: undefined, body: undefined },
    prepared: undefined,
  };
}

function digestOf(request: FastifyRequest): Buffer {
  const hash = createHash('sha256').update(request.method).update('\n').update(request.url).update('\n');
  const body: unknown = request.body;
  if (body instanceof Uint8Array) hash.update(body);
  else if (body !== undefined) hash.update(JSON.stringify(body));
  return hash.digest();
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
