import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { defineRoute } from '@yimen/contracts';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import { startTestApi } from '../testing/index.ts';
import { implement } from './implement.ts';

const CANARY = '张三丰-13812345678';
const lines: string[] = [];
const stream = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});

const words = { zh: '试验', en: 'Trial' };
const store = defineRoute({
  id: 'store-name',
  method: 'POST',
  path: '/names/{name}',
  access: 'public',
  summary: words,
  params: z.object({ name: z.string() }),
  query: z.object({ search: z.string().optional() }),
  body: z.object({ name: z.string(), fail: z.enum(['code', 'database', 'number', 'no']) }),
  response: z.object({}),
});

const api = await startTestApi({
  log: pino({ level: 'trace' }, stream),
  routes: () => [
    implement(store, async ({ client, body }) => {
      if (body.fail === 'code') throw new TypeError(`broken\n${body.name}`);
      // PostgreSQL quotes the row in the detail of this failure.
      if (body.fail === 'database')
        await client.query(
          "INSERT INTO yimen.account (id, login, name, password_hash, password_changed_at) VALUES (gen_random_uuid(), 'UPPER', $1, '-', now())",
          [body.name],
        );
      if (body.fail === 'number') await client.query('SELECT $1::integer', [body.name]);
      return {};
    }),
  ],
});

test('logs are lines of JSON with ids and figures; no name, number, address or body gets in', async () => {
  for (const fail of ['code', 'database', 'number', 'no'] as const) {
    const input = { params: { name: CANARY }, query: { search: CANARY }, body: { name: CANARY, fail } };
    await api.call(store, input, { headers: { 'user-agent': encodeURIComponent(CANARY) } });
  }
  const raw = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-yimen-csrf': '1', 'idempotency-key': randomUUID() },
  };
  await fetch(`${api.url}/api/names/${encodeURIComponent(CANARY)}`, { ...raw, body: `{"name": "${CANARY}` });
  await fetch(`${api.url}/api/${encodeURIComponent(CANARY)}?q=${encodeURIComponent(CANARY)}`);
  const text = lines.filter((line) => !line.includes('Server listening')).join('');
  expect(lines.length).toBeGreaterThan(5);
  for (const line of text.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  for (const secret of [CANARY, encodeURIComponent(CANARY), '13812345678', '127.0.0.1'])
    expect(text).not.toContain(secret);
  expect(text).toContain('"route":"store-name","status":500');
  const audited = await api.services.database.transact(SYSTEM_CONTEXT, (_tx, client) =>
    client.query('SELECT FROM yimen.audit_entry e WHERE e::text LIKE $1', ['%13812345678%']),
  );
  expect(audited.rowCount).toBe(0);
});
