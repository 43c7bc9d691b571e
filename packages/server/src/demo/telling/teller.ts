import { randomUUID } from 'node:crypto';
import type { InputOf, ResponseOf, Route } from '@yimen/contracts';

export type Told<R> =
  | { readonly ok: true; readonly body: ResponseOf<R> }
  | { readonly ok: false; readonly code: string; readonly text: string };

/** Tells a story through the real API: who does what, when. The seed answers from inside the process, `npm run story` over HTTP. */
export type Teller = {
  /** `login` null: the public page. */
  tell<R extends Route>(
    route: R,
    input: Partial<InputOf<R>> & { raw?: string },
    login: string | null,
    at: Date,
  ): Promise<Told<R>>;
  /** Until everything that reacts to the last act has reacted. */
  settle(): Promise<void>;
};

/** As `tell`, where the story cannot go on without it. */
export async function must<R extends Route>(
  teller: Teller,
  route: R,
  input: Partial<InputOf<R>> & { raw?: string },
  login: string | null,
  at: Date,
): Promise<ResponseOf<R>> {
  const told = await teller.tell(route, input, login, at);
  if (!told.ok) throw new Error(`${route.id} by ${login ?? 'the public'}: ${told.code} ${told.text.slice(0, 400)}`);
  return told.body;
}

export function headersOf(route: Route, raw: boolean): Record<string, string> {
  if (route.method === 'GET') return {};
  return {
    'idempotency-key': randomUUID(),
    'x-yimen-csrf': '1',
    'content-type': raw ? 'text/csv' : 'application/json',
  };
}

export function urlOf(route: Route, input: { params?: unknown; query?: unknown }): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const query = Object.entries((input.query ?? {}) as Record<string, unknown>).filter(
    ([, value]) => value !== undefined,
  );
  const path = route.path.replaceAll(/\{([^}]+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  return `/api${path}${query.length > 0 ? `?${new URLSearchParams(query.map(([name, value]): [string, string] => [name, String(value)]))}` : ''}`;
}
