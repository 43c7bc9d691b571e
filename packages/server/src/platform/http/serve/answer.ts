import type { Route } from '@yimen/contracts';
import type { FastifyReply } from 'fastify';
import { sessionCookie } from '../cookies.ts';
import type { FileAnswer } from '../implement.ts';
import type { ServeOptions } from './serve-options.ts';

export type Answer = {
  readonly status: number;
  readonly body: string | Uint8Array;
  readonly mediaType: string;
  readonly fileName?: string;
  readonly cookie?: string | null;
};

export function encode(route: Route, result: unknown, cookie: string | null | undefined): Answer {
  const session = cookie === undefined ? {} : { cookie };
  if (route.produces) {
    const file = result as FileAnswer;
    return { status: 200, body: file.bytes, mediaType: file.mediaType, fileName: file.fileName, ...session };
  }
  // The response schema is the whitelist: what it does not name never leaves.
  return {
    status: 200,
    body: JSON.stringify(route.response.parse(result)),
    mediaType: 'application/json; charset=utf-8',
    ...session,
  };
}

export function send(options: ServeOptions, reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.cookie !== undefined) reply.header('set-cookie', sessionCookie(answer.cookie, options.secureCookies));
  if (answer.fileName)
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`);
  return reply
    .status(answer.status)
    .type(answer.mediaType)
    .send(typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body));
}
