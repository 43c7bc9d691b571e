import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineRoute, type Role, type Route, type RouteAccess } from '@yimen/contracts';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { rowsOf } from '../db/insert-together.ts';
import { refused } from '../refused.ts';
import { withSession } from '../runtime/index.ts';
import { aHolder, startTestApi, type TestApi } from '../testing/index.ts';
import { checkRoutes } from './check-routes.ts';
import { implement, implementStateless } from './implement.ts';

const words = { zh: '试验', en: 'Trial' };
const Answer = z.object({ count: z.int() });

// A counter that must never be raised twice by one command.
const raise = defineRoute({
  id: 'raise-counter',
  method: 'POST',
  path: '/counters/{id}/raise',
  access: 'signed-in',
  summary: words,
  params: z.object({ id: z.uuid() }),
  body: z.object({ by: z.int().min(1).max(9) }),
  response: Answer,
});
// Raises the counter with what it sends last, where something goes wrong or not.
const raiseAtEnd = defineRoute({
  id: 'raise-at-end',
  method: 'POST',
  path: '/counters/{id}/raise-at-end',
  access: 'signed-in',
  summary: words,
  params: z.object({ id: z.uuid() }),
  body: z.object({ wrong: z.enum(['nothing', 'before-it-leaves', 'in-the-database', 'refused-row']) }),
  response: z.object({}),
});
const raisePublic = defineRoute({
  id: 'raise-public',
  method: 'POST',
  path: '/public/raise',
  access: 'public',
  summary: words,
  response: Answer,
});
const readCounter = defineRoute({
  id: 'read-counter',
  method: 'GET',
  path: '/counters/{id}',
  access: 'case.read',
  audited: true,
  summary: words,
  params: z.object({ id: z.uuid() }),
  query: z.object({ limit: z.coerce.number().int().max(100).default(20) }),
  response: z.object({ limit: z.int(), region: z.string() }),
});
const leak = defineRoute({
  id: 'leak',
  method: 'GET',
  path: '/leak',
  access: 'public',
  summary: words,
  response: z.object({ shown: z.string() }),
});
const crash = defineRoute({
  id: 'crash',
  method: 'GET',
  path: '/crash',
  access: 'public',
  summary: words,
  response: z.object({}),
});
const sendImage = defineRoute({
  id: 'send-image',
  method: 'POST',
  path: '/images',
  access: 'public',
  consumes: ['image/*'],
  summary: words,
  response: z.object({ bytes: z.int() }),
});

const NOBODY = { at: new Date(), action: 'x', request_id: randomUUID() };

function builtPages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yimen-pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><script nonce="__CSP_NONCE__" src="/assets/app-1.js"></script>',
  );
  writeFileSync(join(folder, 'assets', 'app-1.js'), 'console.log(1)');
  return folder;
}

const api = await startTestApi({
  webApps: [
    { prefix: '/', folder: builtPages() },
    { prefix: '/staff/', folder: builtPages() },
  ],
  routes: () => [
    implement(raise, async ({ tx, params, body, note }) => {
      note({ subjectType: 'office', subjectId: params.id });
      const office = await tx
        .updateTable('office')
        .set((now) => ({ version: now('version', '+', body.by) }))
        .where('id', '=', params.id)
        .returning('version')
        .executeTakeFirst();
      if (!office) throw refused('NOT_FOUND');
      return { count: office.version };
    }),
    implement(raiseAtEnd, async ({ tx, params, body, atEnd, insertAtEnd }) => {
      const { wrong } = body;
      atEnd(() =>
        tx
          .updateTable('office')
          .set((now) => ({ version: now('version', '+', 1) }))
          .where('id', '=', params.id)
          .execute(),
      );
      if (wrong === 'before-it-leaves') atEnd(() => Promise.reject(new Error('never sent')));
      if (wrong === 'in-the-database') atEnd(() => sql`SELECT 1 / ${0}::int`.execute(tx));
      if (wrong === 'refused-row') {
        const event = { type: 'x', payload: '{}', occurred_at: new Date() };
        insertAtEnd([rowsOf('outbox_event', [event]), rowsOf('audit_entry', [{ ...NOBODY, outcome: 'other' }])], {
          codes: { audit_outcome: 'CAP_EXCEEDED' },
          facts: { told: true },
        });
      }
      return {};
    }),
    implement(raisePublic, async () => ({ count: 1 })),
    implement(readCounter, async ({ query, actor }) => ({ limit: query.limit, region: actor.regionCode })),
    implement(leak, async () => ({ shown: 'yes', hidden: 'no' })),
    implement(crash, async () => {
      throw new Error('secret figure 42');
    }),
    implement(sendImage, async ({ headers }) => ({ bytes: Number(headers['content-length']) })),
  ],
});
const { officeId } = await aHolder(api.services);

describe('what every answer carries', () => {
  test('request number, closed policy, no sniffing, no storing', async () => {
    const { headers } = await api.call(leak);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.has('server') || headers.has('x-powered-by')).toBe(false);
  });

  test('a field that the contract does not name never leaves', async () => {
    expect((await api.call(leak)).body).toEqual({ shown: 'yes' });
  });

  test('an unexpected failure says nothing about itself', async () => {
    const answer = await api.call(crash);
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('42');
  });
});

describe('addresses and bodies', () => {
  const raw = (path: string, init: RequestInit = {}) =>
    fetch(`${api.url}${path}`, {
      ...init,
      headers: { 'x-yimen-csrf': '1', 'idempotency-key': randomUUID(), ...init.headers },
    });
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
  const json = { 'content-type': 'application/json' };

  test('unknown addresses and methods are problems, not pages', async () => {
    expect(await codeOf(await raw('/api/nothing'))).toBe('NOT_FOUND');
    const other = await raw('/api/leak', { method: 'PUT', headers: json, body: '{}' });
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET']);
    expect((await raw('/api/leak', { method: 'TRACE' }).catch(() => ({ status: 0 }))).status).not.toBe(200);
  });

  test('an empty body is a command without content', async () => {
    const answer = await raw('/api/public/raise', { method: 'POST', headers: json, body: '' });
    expect(answer.status).toBe(200);
    expect((await raw('/api/public/raise', { method: 'POST' })).status).toBe(200);
  });

  test.each([
    ['malformed', '{"by":'],
    ['poisoned', '{"by":1,"__proto__":{"admin":true}}'],
    ['poisoned through a constructor', '{"constructor":{"prototype":{"admin":true}}}'],
    ['nested a hundred thousand times', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('%s JSON is refused as unreadable', async (_name, body) => {
    const answer = await raw('/api/public/raise', { method: 'POST', headers: json, body });
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  test.each(['text/plain', 'text/xml', 'image/png', 'multipart/form-data; boundary=x'])(
    'where JSON is taken, %s is told that JSON is expected',
    async (type) => {
      const answer = await raw('/api/public/raise', {
        method: 'POST',
        headers: { 'content-type': type },
        body: 'x',
      });
      expect([answer.status, await answer.json()]).toEqual([
        415,
        expect.objectContaining({
          code: 'JSON_EXPECTED',
          nextStep: {
            zh: expect.stringContaining('application/json'),
            en: expect.stringContaining('application/json'),
          },
        }),
      ]);
    },
  );

  test('too much, and the wrong kind, are told apart', async () => {
    expect(
      await codeOf(
        await raw('/api/public/raise', { method: 'POST', headers: json, body: `"${'x'.repeat(1_100_000)}"` }),
      ),
    ).toBe('TOO_LARGE');
    expect(await codeOf(await raw('/api/images', { method: 'POST', headers: json, body: '{}' }))).toBe(
      'UNSUPPORTED_MEDIA',
    );
    const image = await raw('/api/images', {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: 'x'.repeat(2_000_000),
    });
    expect(await image.json()).toEqual({ bytes: 2_000_000 });
  });

  test('a field the contract does not name is refused, in both languages', async () => {
    const session = await clerk(api);
    const answer = await api.call(
      raise,
      { params: { id: officeId }, body: { by: 1, status: 'approved' } as { by: number } },
      { session },
    );
    expect(answer.problem.code).toBe('INVALID_INPUT');
    expect(answer.problem.fieldErrors).toEqual([
      {
        path: 'status',
        message: {
          zh: '不认识的字段，请删去或者核对拼写。',
          en: 'does not belong here: remove it, or check its spelling.',
        },
      },
    ]);
    const limit = await api.call(readCounter, { params: { id: officeId }, query: { limit: 5000 } }, { session });
    expect(limit.problem.fieldErrors?.[0]?.path).toBe('limit');
    expect((await api.call(readCounter, { params: { id: 'x' } }, { session })).problem.code).toBe('NOT_FOUND');
  });
});

describe('one command, one effect', () => {
  test('200 copies of each of 5 commands raise the counter five times', async () => {
    const session = await clerk(api);
    const before = await counterOf(api);
    const keys = Array.from({ length: 5 }, () => randomUUID());
    const copies = keys.flatMap((key) =>
      Array.from({ length: 40 }, () =>
        api.call(raise, { params: { id: officeId }, body: { by: 1 } }, { session, key }),
      ),
    );
    const answers = await Promise.all(copies);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect((await counterOf(api)) - before).toBe(5);
    for (let n = 0; n < 5; n++)
      expect(new Set(answers.slice(n * 40, n * 40 + 40).map(({ text }) => text)).size).toBe(1);
  });

  test('the same key with other content is refused, also at the same moment', async () => {
    const session = await clerk(api);
    for (let n = 0; n < 10; n++) {
      const key = randomUUID();
      const answers = await Promise.all(
        [1, 2].map((by) => api.call(raise, { params: { id: officeId }, body: { by } }, { session, key })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('IDEMPOTENCY_KEY_REUSED');
    }
  });

  test('the same key with other content is refused afterwards too', async () => {
    const session = await clerk(api);
    const key = randomUUID();
    const send = (by: number) => api.call(raise, { params: { id: officeId }, body: { by } }, { session, key });
    expect((await send(1)).status).toBe(200);
    expect((await send(2)).problem.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await send(1)).status).toBe(200);
  });

  test('a command without a key is refused', async () => {
    const session = await clerk(api);
    const answer = await api.call(raise, { params: { id: officeId }, body: { by: 1 } }, { session, key: 'not-a-key' });
    expect(answer.problem.code).toBe('IDEMPOTENCY_KEY_MISSING');
  });
});

describe('who may', () => {
  test('nobody without a session, nobody without the permission, and the refusal is on record', async () => {
    expect((await api.call(readCounter, { params: { id: officeId } })).problem.code).toBe('NOT_SIGNED_IN');
    const session = await clerk(api, 'audit-admin');
    expect((await api.call(readCounter, { params: { id: officeId } }, { session })).problem.code).toBe('NOT_ALLOWED');
    const { rows } = await api.services.database.pool.query(
      "SELECT outcome FROM yimen.audit_entry WHERE action = 'read-counter' AND account_id = $1",
      [session.accountId],
    );
    expect(rows).toEqual([{ outcome: 'refused' }]);
  });

  test('a post that is not open to this person now is refused, never replaced by another', async () => {
    const session = await clerk(api);
    for (const post of [randomUUID(), 'nonsense']) {
      const answer = await api.call(readCounter, { params: { id: officeId } }, { session, post });
      expect(answer.problem.code).toBe('NOT_SUBSTITUTE');
    }
    const own = await api.call(readCounter, { params: { id: officeId } }, { session, post: session.postId ?? '' });
    expect(own.body.region).toBe('341503000000');
  });

  test('no audit, no action: without the right to write the log nothing happens', async () => {
    const session = await clerk(api);
    const before = await counterOf(api);
    await asOwner(api, 'REVOKE INSERT ON yimen.audit_entry FROM yimen_app');
    try {
      const answer = await api.call(raise, { params: { id: officeId }, body: { by: 1 } }, { session });
      expect(answer.problem.code).toBe('UNAVAILABLE');
      expect((await api.call(readCounter, { params: { id: officeId } }, { session })).status).toBe(503);
    } finally {
      await asOwner(api, 'GRANT INSERT ON yimen.audit_entry TO yimen_app');
    }
    expect(await counterOf(api)).toBe(before);
  });

  test.each([
    ['before-it-leaves', 'INTERNAL'],
    ['in-the-database', 'INTERNAL'],
    ['refused-row', 'CAP_EXCEEDED'],
  ] as const)('what goes wrong at the very end (%s) undoes the whole act', async (wrong, code) => {
    const session = await clerk(api);
    const before = await counterOf(api);
    const key = randomUUID();
    const send = (body: { wrong: typeof wrong }) =>
      api.call(raiseAtEnd, { params: { id: officeId }, body }, { session, key });
    expect((await send({ wrong })).problem.code).toBe(code);
    expect(await counterOf(api)).toBe(before);
    // Nothing was remembered either: the same command is tried anew.
    expect((await send({ wrong })).problem.code).toBe(code);
    const good = await api.call(raiseAtEnd, { params: { id: officeId }, body: { wrong: 'nothing' } }, { session });
    expect(good.status).toBe(200);
    expect(await counterOf(api)).toBe(before + 1);
  });

  test('a route without a declared access, or declared twice, stops the start', () => {
    const undeclared = { ...leak, access: undefined as unknown as RouteAccess } as Route;
    expect(() => checkRoutes([undeclared])).toThrow(/declares no known access/);
    expect(() => checkRoutes([leak as Route, { ...leak, id: 'other' } as Route])).toThrow(/declared twice/);
    expect(() => checkRoutes([leak as Route, { ...leak, path: '/other' } as Route])).toThrow(/declared twice/);
  });

  test('a route that is bound otherwise than it is declared stops the start', () => {
    const answer = { shown: 'yes' };
    expect(() => implement({ ...leak, stateless: true }, async () => answer)).toThrow(/stateless, not in an act/);
    expect(() => implementStateless(leak, () => ({ body: () => answer }))).toThrow(/in an act, not stateless/);
  });
});

describe('pages', () => {
  test('each page answer has its own nonce, in the policy and in the page', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/report/new', '/staff/', '/staff/cases/1']) {
      const response = await fetch(`${api.url}${path}`);
      const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1] ?? '';
      expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline');
      expect(response.headers.get('cache-control')).toBe('no-store');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  });

  test('hashed assets stay in the cache, missing files are missing', async () => {
    const asset = await fetch(`${api.url}/staff/assets/app-1.js`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${api.url}/assets/none.js`)).status).toBe(404);
    for (const path of ['/.git/config', '/..%2f..%2fpackage.json', '/assets/..%2f..%2fpackage.json']) {
      expect(await (await fetch(`${api.url}${path}`)).text()).not.toContain('"yimen"');
    }
  });

  test('the description names every route and nothing else, and the readable page loads nothing from elsewhere', async () => {
    const spec = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const ids = Object.values(spec.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(ids.sort()).toEqual([
      'crash',
      'health',
      'leak',
      'raise-at-end',
      'raise-counter',
      'raise-public',
      'read-counter',
      'send-image',
    ]);
    expect(spec.openapi).toBe('3.1.0');
    const page = await fetch(`${api.url}/api/docs`);
    expect(await page.text()).not.toMatch(/https?:\/\//);
  });

  test('the description names the cookie that really carries the session, over plain http and over https', async () => {
    const secure = await startTestApi({ settings: { secure: true }, routes: () => [] });
    const named = async ({ url }: TestApi) => {
      const spec = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
        components: { securitySchemes: { session: { name: string } } };
      };
      return spec.components.securitySchemes.session.name;
    };
    expect([await named(api), await named(secure)]).toEqual(['yimen_session', '__Host-yimen_session']);
  });

  test('health tells live, ready and version', async () => {
    expect(await (await fetch(`${api.url}/api/health`)).json()).toEqual({
      live: true,
      ready: true,
      version: '0.0.0',
      checks: { database: true, disk: true },
    });
  });
});

async function clerk({ services, signInAs }: TestApi, role: Role = 'county-clerk') {
  return signInAs((await aHolder(services, { role })).accountId);
}

async function counterOf({ services }: TestApi): Promise<number> {
  const { rows } = await services.database.pool.query<{ version: number }>(
    'SELECT version FROM yimen.office WHERE id = $1',
    [officeId],
  );
  return rows[0]?.version ?? 0;
}

async function asOwner({ database }: TestApi, sql: string): Promise<void> {
  await withSession(database.migratorUrl, (client) => client.query(sql));
}
