import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { testDatabase } from './platform/testing/index.ts';
import { openServices } from './services.ts';
import { buildWorker } from './worker.ts';

const database = await testDatabase();

/** A socket in front of the database that can be taken away. */
async function openDoor(directory: string) {
  const real = new URL(database.appUrl);
  const socket = `.s.PGSQL.${real.port || '5432'}`;
  const realDirectory = real.searchParams.get('host') ?? '';
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const open = () =>
    new Promise<void>((resolve) => {
      server = createServer((outer) => {
        const inner = connect(join(realDirectory, socket));
        for (const one of [outer, inner]) sockets.add(one.on('error', () => undefined));
        outer.pipe(inner).pipe(outer);
      }).listen(join(directory, socket), resolve);
    });
  await open();
  real.searchParams.set('host', directory);
  return {
    url: real.href,
    open,
    shut: () => {
      server?.close();
      for (const one of sockets) one.destroy();
      sockets.clear();
    },
  };
}

test('while the database is away the worker says so once, and once when it is back', async () => {
  const lines: string[] = [];
  const log = pino(new Writable({ write: (line, _, done) => done(void lines.push(String(line))) }));
  const dataDir = mkdtempSync(join(tmpdir(), 'yimen-worker-'));
  const door = await openDoor(dataDir);
  const services = await openServices({ databaseUrl: door.url, dataDir, profile: 'standard', name: 'worker', log });
  const worker = buildWorker(services);
  const told = (words: string) => lines.filter((line) => line.includes(words)).length;
  const asked = vi.spyOn(services.database.pool, 'connect');
  worker.start();
  await vi.waitUntil(() => asked.mock.calls.length > 0, { timeout: 10_000 });
  for (const outage of [1, 2]) {
    door.shut();
    await vi.waitUntil(() => told('database lost') === outage, { timeout: 10_000 });
    asked.mockClear();
    await vi.waitUntil(() => asked.mock.calls.length >= 4, { timeout: 10_000 });
    await door.open();
    await vi.waitUntil(() => told('database back') === outage, { timeout: 10_000 });
  }
  await worker.stop();
  await services.close();
  door.shut();
  rmSync(dataDir, { recursive: true });
  expect([told('database lost'), told('database back'), told('worker step failed')]).toEqual([2, 2, 0]);
  const [lost = '{}'] = lines.filter((line) => line.includes('database lost'));
  expect(JSON.parse(lost)).toMatchObject({ level: 50, failure: expect.stringMatching(/^(E[A-Z]+|Error|57P\d\d)$/) });
});
