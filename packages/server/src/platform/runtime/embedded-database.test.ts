import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { type Database, startDatabase, withSession } from './index.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'yimen-embedded-'));
const lines: string[] = [];
const start = () => startDatabase({ dataDir, databaseUrl: '', log: (line) => lines.push(line) });

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('a launcher that is killed leaves its database running, and the next one adopts it', async () => {
  const launcher = await startInOtherProcess();
  const pid = postmasterPid();
  launcher.kill('SIGKILL');
  await new Promise((resolve) => launcher.once('exit', resolve));
  const database = await start();
  expect(postmasterPid()).toBe(pid);
  expect(database.isOwner).toBe(true);
  await database.stop();
  expect(postmasterPid()).toBe('');
});

test('acknowledged means on disk, names are Chinese, and no network is involved', async () => {
  await withDatabase(async ({ adminUrl }) => {
    const { rows } = await withSession(adminUrl, async (client) => {
      await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
      return client.query(`SELECT current_setting('synchronous_commit') AS commit, current_setting('fsync') AS fsync,
        current_setting('listen_addresses') AS addresses, current_setting('data_checksums') AS checksums,
        cardinality(show_trgm('中文')) > 0 AS chinese`);
    });
    expect(rows[0]).toEqual({ commit: 'on', fsync: 'on', addresses: '', checksums: 'on', chinese: true });
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });
});

test('the application role owns nothing and cannot pass by row security', async () => {
  await withDatabase(async ({ appUrl }) => {
    const { rows } = await withSession(appUrl, (client) =>
      client.query(
        'SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS strong FROM pg_roles WHERE rolname = current_user',
      ),
    );
    expect(rows[0]).toEqual({ strong: false });
    await expect(withSession(appUrl, (client) => client.query('CREATE TABLE public.t ()'))).rejects.toThrow(
      /permission denied/,
    );
  });
});

test('a wrong password is refused', async () => {
  await withDatabase(async ({ appUrl }) => {
    const forged = appUrl.replace(/:[^:@/]+@/, ':wrong@');
    await expect(withSession(forged, (client) => client.query('SELECT 1'))).rejects.toThrow(
      /password authentication failed/,
    );
  });
});

test('a killed PostgreSQL comes back by itself, a second launcher joins the first', async () => {
  await withDatabase(async ({ appUrl }) => {
    const second = await start();
    expect(second.isOwner).toBe(false);
    await second.stop();
    process.kill(Number(postmasterPid()), 'SIGKILL');
    await vi.waitFor(() => expect(lines.join('\n')).toContain('is back'), { timeout: 15_000 });
    await withSession(appUrl, (client) => client.query('SELECT 1'));
  });
});

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await start();
  try {
    await work(database);
  } finally {
    await database.stop();
  }
}

async function startInOtherProcess() {
  const runtime = fileURLToPath(new URL('./index.ts', import.meta.url));
  const program = `import { startDatabase } from '${runtime}';
    await startDatabase({ dataDir: '${dataDir}', databaseUrl: '', log: () => undefined });
    console.log('ready'); setInterval(() => undefined, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}

function postmasterPid(): string {
  try {
    return readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  } catch {
    // Stopped: the file is gone.
    return '';
  }
}
