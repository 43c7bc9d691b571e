import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

const FOLDER = new URL('../../../migrations/', import.meta.url);
const NAME = /^\d{14}-[a-z0-9-]+\.sql$/;

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

/**
 * Applies the numbered SQL files that the database has not seen, each in one transaction, forward only.
 * @returns the names applied now. Refuses when an applied file was edited or vanished. `only` stops at the state of a backup.
 */
export async function migrate(migratorUrl: string, folder: URL = FOLDER, only?: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: migratorUrl, application_name: 'yimen-migrate' });
  await client.connect();
  try {
    const known = await readMigrations(folder);
    return await applyPending(client, only ? known.filter(({ name }) => only.includes(name)) : known);
  } finally {
    await client.end();
  }
}

export async function readMigrations(folder: URL = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

export async function listApplied(client: pg.ClientBase): Promise<{ name: string; sha256: string }[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'SELECT name, sha256 FROM public.yimen_migration ORDER BY name',
  );
  return rows;
}

async function applyPending(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query('BEGIN');
  // Two servers starting at once: the second waits here and finds nothing left to do.
  await client.query('SELECT pg_advisory_xact_lock(4159001)');
  await client.query(
    'CREATE TABLE IF NOT EXISTS public.yimen_migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  const pending = findPending(migrations, await listApplied(client));
  for (const migration of pending) {
    await client.query(migration.sql);
    await client.query('INSERT INTO public.yimen_migration (name, sha256) VALUES ($1, $2)', [
      migration.name,
      migration.sha256,
    ]);
  }
  await client.query('COMMIT');
  return pending.map((migration) => migration.name);
}

function findPending(migrations: Migration[], applied: { name: string; sha256: string }[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]));
  for (const { name, sha256 } of applied) {
    const current = known.get(name);
    if (current === undefined)
      throw new Error(
        `migration ${name} was applied to this database but is missing here: this program is older than the data`,
      );
    if (current !== sha256)
      throw new Error(`migration ${name} was edited after it was applied; write a new one instead`);
  }
  const done = new Set(applied.map((row) => row.name));
  return migrations.filter((migration) => !done.has(migration.name));
}
