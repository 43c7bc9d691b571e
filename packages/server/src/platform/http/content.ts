import type { FastifyInstance, FastifyRequest } from 'fastify';

const MAX_DEPTH = 20;

/** Malformed, too deep or poisoned JSON; the error handler answers BAD_REQUEST. */
class UnreadableBody extends Error {
  readonly statusCode = 400;
}

/** JSON for every command, raw bytes only where a route asks for them. */
export function addContentParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request: FastifyRequest, text: string, done) => {
    // A command without content may still announce JSON.
    if (text.trim() === '') return done(null, undefined);
    if (depthOf(text) > MAX_DEPTH) return done(new UnreadableBody('too deep'));
    void parseJson(request, text, done);
  });
  for (const type of [/^image\//, 'text/csv', 'application/octet-stream']) {
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
  }
}

/** Nesting counted on the text: a body of 100,000 brackets must not reach anything recursive. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 92) at++;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) deepest = Math.max(deepest, ++depth);
    else if (code === 125 || code === 93) depth--;
  }
  return deepest;
}
