import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InputOf, Problem, ResponseOf, Route } from '@yimen/contracts';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { buildApi } from '../../api.ts';
import { openServices, type Services, type ServicesOptions } from '../../services.ts';
import { buildWorker, type Worker } from '../../worker.ts';
import { openSession } from '../auth/index.ts';
import { testClock } from '../clock/clock.ts';
import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import type { Implementation } from '../http/implement.ts';
import { buildServer } from '../http/server.ts';
import type { WebApp } from '../http/web-pages.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

export type TestSession = { readonly accountId: string; readonly token: string; readonly postId: string | null };
export type CallOptions = {
  readonly session?: TestSession | undefined;
  readonly post?: string;
  readonly key?: string;
  readonly headers?: Record<string, string>;
};
export type Answer<T> = {
  readonly status: number;
  readonly body: T;
  readonly problem: Problem;
  readonly headers: Headers;
  readonly text: string;
};

export type TestApi = {
  readonly url: string;
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly database: TestDatabase;
  readonly clock: ReturnType<typeof testClock>;
  readonly worker: Worker;
  /** A session of the account that holds this post as A, or of the account with this login or id. */
  signInAs(who: string): Promise<TestSession>;
  call<R extends Route>(route: R, input?: Partial<InputOf<R>>, options?: CallOptions): Promise<Answer<ResponseOf<R>>>;
};

export type TestApiOptions = Partial<Pick<ServicesOptions, 'profile' | 'settings' | 'policy' | 'log'>> & {
  readonly now?: string;
  /** Only these routes, for tests of the platform itself. */
  readonly routes?: (services: Services) => Implementation[];
  readonly webApps?: readonly WebApp[];
  /** A database that already holds what the test needs. */
  readonly database?: TestDatabase;
};

const FAST = {
  secure: false,
  locality: '测试县',
  passwordHash: { memoryKib: 1024, passes: 1 },
  rates: { signIn: 1e6, publicCommand: 1e6, publicRead: 1e6 },
  minFreeMb: 0,
} as const;

/** The real API over HTTP on its own port, on a fresh database, under a clock the test sets. Closed after the file. */
export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const database = options.database ?? (await testDatabase());
  const dataDir = mkdtempSync(join(tmpdir(), 'yimen-test-api-'));
  const clock = testClock(options.now ?? '2026-03-02T02:00:00.000Z');
  const services = await openServices({
    databaseUrl: database.appUrl,
    dataDir,
    profile: options.profile ?? 'standard',
    settings: { ...FAST, ...options.settings },
    clock,
    log: options.log ?? pino({ level: process.env['YIMEN_TEST_LOG'] ?? 'silent' }),
    ...(options.policy ? { policy: options.policy } : {}),
  });
  const app = options.routes ? await buildBare(services, options) : await buildApi(services);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  afterAll(async () => {
    await app.close();
    await services.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    url,
    app,
    services,
    database,
    clock,
    worker: buildWorker(services),
    signInAs: (who) => signInAs(services, who),
    call: (route, input, callOptions) => call(url, route, input, callOptions),
  };
}

function buildBare(services: Services, { routes, webApps = [] }: TestApiOptions): Promise<FastifyInstance> {
  return buildServer({ services, implementations: routes?.(services) ?? [], webApps, version: '0.0.0' });
}

async function signInAs(services: Services, who: string): Promise<TestSession> {
  const now = services.clock.now();
  return services.database.transact(SYSTEM_CONTEXT, async (tx, client) => {
    const { rows } = await client.query<{ id: string; post_id: string | null }>(
      `SELECT a.id, h.post_id FROM yimen.account a
       LEFT JOIN yimen.post_holder h ON h.account_id = a.id AND h.kind = 'A' AND h.to_date IS NULL
       WHERE a.login = $1 OR a.id::text = $1 OR h.post_id::text = $1
       ORDER BY (h.post_id::text = $1) DESC NULLS LAST, h.post_id LIMIT 1`,
      [who],
    );
    const account = rows[0];
    if (account === undefined) throw new Error(`no account for "${who}"`);
    const session = { accountId: account.id, limit: null, secondFactorAt: now, now };
    const token = await openSession(tx, withManySessions(services), session);
    return { accountId: account.id, token, postId: account.post_id };
  });
}

/** Tests sign in often; the limit on live sessions has its own test. */
function withManySessions({ settings }: Services): Services['settings'] {
  return { ...settings, session: { ...settings.session, maxLive: 1000 } };
}

async function call<R extends Route>(
  url: string,
  route: R,
  input: Partial<InputOf<R>> = {},
  options: CallOptions = {},
): Promise<Answer<ResponseOf<R>>> {
  const { params, query, body } = input as {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: unknown;
  };
  const response = await fetch(`${url}/api${fill(route.path, params)}${search(query)}`, {
    method: route.method,
    headers: headersFor(route, body, options),
    ...(body === undefined ? {} : { body: asBody(body) }),
  });
  const text = await response.text();
  const parsed = /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : undefined;
  // The test says which of the two it expects by looking at the status.
  return {
    status: response.status,
    body: parsed as ResponseOf<R>,
    problem: parsed as Problem,
    headers: response.headers,
    text,
  };
}

function headersFor(route: Route, body: unknown, { session, post, key, headers }: CallOptions): Record<string, string> {
  const isCommand = route.method !== 'GET';
  return {
    ...(body === undefined ? {} : { 'content-type': mediaTypeOf(body) }),
    ...(isCommand ? { 'idempotency-key': key ?? randomUUID(), 'x-yimen-csrf': '1' } : {}),
    ...(session ? { cookie: `yimen_session=${session.token}` } : {}),
    ...(post === undefined ? {} : { 'x-yimen-post': post }),
    ...headers,
  };
}

function mediaTypeOf(body: unknown): string {
  if (body instanceof Uint8Array) return 'image/jpeg';
  return typeof body === 'string' ? 'text/csv' : 'application/json';
}

function asBody(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function fill(path: string, params: Record<string, unknown> = {}): string {
  return path.replaceAll(/\{([^}]+)\}/g, (_whole, name: string) => encodeURIComponent(String(params[name])));
}

function search(query: Record<string, unknown> = {}): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** A password no rule objects to. */
export function goodPassword(): string {
  return `Zx7-${randomBytes(9).toString('base64url')}-qv`;
}
