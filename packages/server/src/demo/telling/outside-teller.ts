import { type Problem, signIn } from '@yimen/contracts';
import { headersOf, type Teller, type Told, urlOf } from './teller.ts';

const SETTLE_MS = 1500;

/** Tells stories to a running installation over HTTP, signing in as the people of the demonstration county. */
export function outsideTeller(address: string, password: string): Teller {
  const cookies = new Map<string, string>();
  async function cookieOf(login: string): Promise<string> {
    const known = cookies.get(login);
    if (known) return known;
    const response = await fetch(`${address}/api${signIn.path}`, {
      method: 'POST',
      headers: headersOf(signIn, false),
      body: JSON.stringify({ login, password }),
    });
    if (!response.ok)
      throw new Error(
        `${login} cannot sign in at ${address} (${response.status}); is it a demonstration installation?`,
      );
    const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    cookies.set(login, cookie);
    return cookie;
  }
  return {
    // The worker of the installation picks events up within a quarter of a second.
    settle: () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS)),
    async tell(route, input, login) {
      const body: unknown = input.raw ?? (input as { body?: unknown }).body;
      const response = await fetch(`${address}${urlOf(route, input)}`, {
        method: route.method,
        headers: {
          ...headersOf(route, input.raw !== undefined),
          ...(login === null ? {} : { cookie: await cookieOf(login) }),
        },
        ...(route.method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body ?? {}) }),
      });
      return answerOf(response.status, await response.text(), response.headers.get('content-type') ?? '');
    },
  };
}

function answerOf<R>(status: number, text: string, mediaType: string): Told<R> {
  const json: unknown = mediaType.includes('json') ? JSON.parse(text) : undefined;
  // The API answers by the route's own response schema, or with a problem.
  if (status < 300) return { ok: true, body: json } as Told<R>;
  return { ok: false, code: (json as Problem | undefined)?.code ?? String(status), text };
}
