import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from '../../packages/server/src/platform/db/migrate.ts';
import { withSession } from '../../packages/server/src/platform/runtime/index.ts';
import { ROOT } from '../lib/cache-directory.ts';
import type { DemoLogin } from './seed-once.ts';

const SOURCES = ['packages/server/migrations', 'packages/server/data', 'packages/server/src/prepare-database.ts'];

type Prepared = { sources: string; profile: string; logins: DemoLogin[] };

/**
 * What the last start made of this database, if that still holds: then the code that brings a database up to date and
 * fills it need not even be loaded. The database itself is asked for its migrations, since a backup may have been restored.
 */
export async function findPrepared(
  dataDir: string,
  migratorUrl: string,
  profile: string,
): Promise<Prepared | undefined> {
  const file = stateFile(dataDir);
  if (!existsSync(file)) return undefined;
  // Our own file, written below.
  const prepared = JSON.parse(readFileSync(file, 'utf8')) as Prepared;
  if (prepared.profile !== profile || prepared.sources !== hashSources()) return undefined;
  return (await isMigrated(migratorUrl)) ? prepared : undefined;
}

export function keepPrepared(dataDir: string, profile: string, logins: DemoLogin[]): void {
  const prepared: Prepared = { sources: hashSources(), profile, logins };
  writeFileSync(stateFile(dataDir), `${JSON.stringify(prepared, null, 2)}\n`, { mode: 0o600 });
}

async function isMigrated(migratorUrl: string): Promise<boolean> {
  const wanted = await readMigrations();
  const applied = await withSession(migratorUrl, async (client) => {
    const table = await client.query("SELECT to_regclass('public.yimen_migration') IS NOT NULL AS present");
    if (table.rows[0]?.present !== true) return [];
    return (await client.query<{ sha256: string }>('SELECT sha256 FROM public.yimen_migration')).rows;
  });
  const known = new Set(applied.map(({ sha256 }) => sha256));
  return applied.length === wanted.length && wanted.every(({ sha256 }) => known.has(sha256));
}

function hashSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES.map((path) => join(ROOT, path))) {
    const names = statSync(source).isDirectory() ? readdirSync(source).sort() : [''];
    for (const path of names.map((name) => join(source, name))) {
      if (statSync(path).isFile()) hash.update(`${path}\0`).update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}

function stateFile(dataDir: string): string {
  return join(dataDir, 'prepared.json');
}
