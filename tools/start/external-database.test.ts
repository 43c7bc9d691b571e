import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withSession } from '../../packages/server/src/platform/runtime/index.ts';
import { type OtherServer, startOtherServer } from '../../packages/server/src/platform/testing/other-server.ts';
import { freePort, launch, listProcessesOf } from './testing/launcher.ts';

let other: OtherServer;
const dirs: string[] = [];

beforeAll(async () => {
  other = await startOtherServer();
}, 60_000);
afterAll(async () => {
  await other.stop();
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

test('npm start on an own PostgreSQL serves the product, though the log’s disk is full', {
  timeout: 240_000,
}, async () => {
  const dataDir = makeDataDir();
  mkdirSync(join(dataDir, 'log'));
  symlinkSync('/dev/full', join(dataDir, 'log', 'yimen.log'));
  const { stdout } = await serves(dataDir, { DATABASE_URL: other.adminUrl });
  expect(stdout.match(/ENOSPC/g)).toHaveLength(1);
});

test('with roles an administrator made it needs no right to create any', { timeout: 240_000 }, async () => {
  await withSession(other.adminUrl, async (client) => {
    await client.query('DROP DATABASE IF EXISTS yimen WITH (FORCE)');
    await client.query('DROP ROLE IF EXISTS yimen_app, yimen_migrator');
    for (const role of ['yimen_migrator', 'yimen_app']) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'word'`);
    await client.query("CREATE DATABASE county OWNER yimen_migrator ENCODING 'UTF8' TEMPLATE template0");
  });
  const [migrator, app] = ['yimen_migrator', 'yimen_app'].map((user) =>
    other.urlFor({ user, password: 'word', database: 'county' }),
  );
  const urls = { DATABASE_URL: migrator ?? '', YIMEN_MIGRATOR_URL: migrator ?? '', YIMEN_APP_URL: app ?? '' };
  await serves(makeDataDir(), urls);
});

/** Started, asked over HTTP, stopped by Ctrl-C. */
async function serves(dataDir: string, settings: Record<string, string>): Promise<{ stdout: string }> {
  const port = await freePort();
  const metrics = await freePort();
  const launcher = launch(dataDir, { ...settings, YIMEN_PORT: String(port), YIMEN_METRICS_PORT: String(metrics) });
  try {
    await expect.poll(launcher.stdout, { timeout: 200_000, interval: 100 }).toContain('Yimen is ready');
    const url = `http://127.0.0.1:${port}`;
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ ready: true });
    expect((await fetch(`${url}/staff/`)).status).toBe(200);
    // The directory comes out of the database, under the role that owns nothing.
    const regions = (await (await fetch(`${url}/api/regions?search=裕安区`)).json()) as { items: { name: string }[] };
    expect(regions.items.map(({ name }) => name)).toContain('裕安区');
  } catch (error) {
    throw new Error(`${String(error)}\n${launcher.stdout()}\n${launcher.stderr()}`, { cause: error });
  } finally {
    launcher.child.kill('SIGINT');
    await launcher.ended;
  }
  expect(launcher.child.exitCode).toBe(0);
  expect(launcher.stderr()).toBe('');
  expect(launcher.stdout()).toContain('数据库 Database external');
  expect(listProcessesOf(dataDir)).toEqual([]);
  return { stdout: launcher.stdout() };
}

function makeDataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'yimen-own-database-'));
  dirs.push(dir);
  return dir;
}
