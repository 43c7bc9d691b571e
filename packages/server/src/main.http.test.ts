import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { firstAdministratorFile, startApi, startWorker } from './main.ts';
import { markDemonstration } from './platform/demonstration.ts';
import { withSession } from './platform/runtime/index.ts';
import type { Profile } from './platform/settings.ts';
import { testDatabase } from './platform/testing/index.ts';

process.env['YIMEN_LOG_LEVEL'] = 'silent';
const database = await testDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'yimen-main-'));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

async function options(profile: Profile = 'standard') {
  return {
    databaseUrl: database.appUrl,
    dataDir,
    profile,
    host: '127.0.0.1',
    port: await freePort(),
    metricsPort: await freePort(),
  };
}

test('the api starts, tells its health and figures, and leaves a token when nobody can sign in yet', async () => {
  const given = await options();
  const api = await startApi(given);
  const health = await fetch(`${api.address}/api/health`);
  expect(await health.json()).toMatchObject({ live: true, ready: true });
  await fetch(`${api.address}/api/me`);
  const metrics = await (await fetch(`http://127.0.0.1:${given.metricsPort}/metrics`)).text();
  expect(metrics).toContain('yimen_http_request_seconds_count{route="get-me",method="GET",status="401"} 1');
  for (const name of ['yimen_outbox_lag_seconds', 'yimen_database_connections', 'yimen_nodejs_eventloop_lag_seconds'])
    expect(metrics).toContain(name);
  const file = firstAdministratorFile(dataDir);
  expect(readFileSync(file, 'utf8').trim()).toHaveLength(43);
  expect(statSync(file).mode & 0o077).toBe(0);
  await api.stop();
  await expect(fetch(`${api.address}/api/health`)).rejects.toThrow();
});

test('a demonstration leaves no token', async () => {
  const api = await startApi(await options('demo'));
  expect(existsSync(firstAdministratorFile(dataDir))).toBe(false);
  await api.stop();
});

test('stopping lets a request finish that has begun', async () => {
  const api = await startApi(await options());
  const headers = { 'content-type': 'application/json', 'x-yimen-csrf': '1' };
  // A failed sign-in takes at least a tenth of a second.
  const answer = fetch(`${api.address}/api/session`, {
    method: 'POST',
    headers,
    body: '{"login":"nobody","password":"x"}',
  });
  await delay(50);
  const before = performance.now();
  await api.stop();
  expect(performance.now() - before).toBeLessThan(5000);
  expect((await answer).status).toBe(401);
});

test('the worker starts and stops', async () => {
  const worker = await startWorker(await options());
  await delay(300);
  const before = performance.now();
  await worker.stop();
  expect(performance.now() - before).toBeLessThan(10_000);
});

test('production does not start on a database that holds the demonstration', async () => {
  await withSession(database.appUrl, (client) => markDemonstration(client, new Date()));
  for (const profile of ['standard', 'dengbao3'] as const) {
    const refusal = {
      name: 'StartFailure',
      zh: expect.stringContaining('演示数据'),
      en: expect.stringContaining(profile),
    };
    await expect(startApi(await options(profile))).rejects.toMatchObject(refusal);
    await expect(startWorker(await options(profile))).rejects.toMatchObject(refusal);
  }
  const api = await startApi(await options('demo'));
  expect((await fetch(`${api.address}/api/health`)).status).toBe(200);
  await api.stop();
});
