import type { Problem } from '@yimen/contracts';
import type { FastifyInstance } from 'fastify';
import { openSession } from '../../platform/auth/index.ts';
import { SYSTEM_CONTEXT } from '../../platform/db/access-context.ts';
import { PLAIN_COOKIE } from '../../platform/http/cookies.ts';
import type { Services } from '../../services.ts';
import { headersOf, type Teller, type Told, urlOf } from './teller.ts';

export type StoryTime = { set(at: Date): void };

/** Tells stories to the api of this process, each step at its own time: same routes, same rules, same audit as over HTTP. */
export function insideTeller(
  services: Services,
  app: FastifyInstance,
  time: StoryTime,
  accountIdOf: (login: string) => string,
  settle: () => Promise<void>,
): Teller {
  const tokens = new Map<string, { token: string; openedAt: number }>();
  async function tokenOf(login: string, at: Date): Promise<string> {
    const known = tokens.get(login);
    if (known && Math.abs(at.getTime() - known.openedAt) < 10 * 60_000) return known.token;
    const opened = await services.database.transact(SYSTEM_CONTEXT, (tx) =>
      openSession(tx, manySessions(services), {
        accountId: accountIdOf(login),
        limit: null,
        secondFactorAt: at,
        now: at,
      }),
    );
    tokens.set(login, { token: opened, openedAt: at.getTime() });
    return opened;
  }
  return {
    settle,
    async tell(route, input, login, at) {
      time.set(at);
      const cookie = login === null ? {} : { cookie: `${PLAIN_COOKIE}=${await tokenOf(login, at)}` };
      const body: unknown = input.raw ?? (input as { body?: unknown }).body;
      const response = await app.inject({
        method: route.method,
        url: urlOf(route, input),
        headers: { ...headersOf(route, input.raw !== undefined), ...cookie },
        ...(route.method === 'GET' ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body ?? {}) }),
      });
      return answerOf(response.statusCode, response.body, response.headers['content-type']);
    },
  };
}

function answerOf<R>(status: number, text: string, mediaType: unknown): Told<R> {
  const json = String(mediaType).includes('json') ? (JSON.parse(text) as unknown) : undefined;
  // The API answers by the route's own response schema, or with a problem.
  if (status < 300) return { ok: true, body: json } as Told<R>;
  return { ok: false, code: (json as Problem | undefined)?.code ?? String(status), text };
}

/** Somebody in many stories signs in at many times. */
function manySessions({ settings }: Services): Services['settings'] {
  return { ...settings, session: { ...settings.session, maxLive: 10_000 } };
}
