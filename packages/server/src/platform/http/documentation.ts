import type { Route } from '@yimen/contracts';
import type { FastifyInstance } from 'fastify';
import { cookieName } from './cookies.ts';
import { renderDocumentation } from './documentation-page.ts';
import { describeApi, type Shapes } from './open-api.ts';
import { newNonce, pagePolicy } from './security-headers.ts';

/** `/api/openapi.json` for machines and `/api/docs` for people, both from the contracts. */
export function addDocumentation(
  app: FastifyInstance,
  {
    routes,
    version,
    secure,
    shapes,
  }: {
    readonly routes: readonly Route[];
    readonly version: string;
    readonly secure: boolean;
    readonly shapes: () => Shapes;
  },
): void {
  let json: string | undefined;
  const config = { routeId: 'documentation' };
  app.get('/api/openapi.json', { config }, async (_request, reply) => {
    json ??= JSON.stringify(describeApi(routes, { version, cookie: cookieName(secure), shapes: shapes() }));
    return reply.type('application/json; charset=utf-8').send(json);
  });
  app.get('/api/docs', { config }, async (_request, reply) => {
    const nonce = newNonce();
    return reply
      .header('content-security-policy', pagePolicy(nonce))
      .type('text/html; charset=utf-8')
      .send(renderDocumentation(routes, version, nonce));
  });
}
