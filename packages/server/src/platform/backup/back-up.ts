import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, createWriteStream, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { anchorsFile } from '../audit/anchors-file.ts';
import { quoteName, StartFailure } from '../runtime/index.ts';
import { MANIFEST_FILE, type Manifest, type TableBackup, tableFile } from './manifest.ts';

const FETCH = 1000;

export type BackupOptions = {
  readonly migratorUrl: string;
  readonly dataDir: string;
  readonly folder: string;
  readonly version: string;
  readonly now: Date;
  readonly withMasterKey: boolean;
};

/**
 * Writes all rows as of one moment, while the office works on, with the keys and the audit anchors, into a new folder.
 * Works on any PostgreSQL, embedded or not. The folder appears under its name only when it is whole.
 */
export async function backUp(options: BackupOptions): Promise<Manifest> {
  const { folder, dataDir, withMasterKey } = options;
  if (existsSync(folder))
    throw new StartFailure({
      zh: `${folder} 已存在，备份不会覆盖它。`,
      en: `${folder} exists already; a backup does not overwrite it.`,
    });
  const draft = `${folder}.part`;
  mkdirSync(join(draft, 'tables'), { recursive: true, mode: 0o700 });
  const client = new Client({ connectionString: options.migratorUrl, application_name: 'yimen-backup' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const names = await listTables(client);
    const tables: TableBackup[] = [];
    for (const name of names) tables.push(await writeTable(client, name, join(draft, tableFile(name))));
    const manifest: Manifest = {
      format: 1,
      version: options.version,
      createdAt: options.now.toISOString(),
      migrations: await listMigrations(client),
      tables,
      sequences: await listSequences(client),
      files: copyFiles(dataDir, draft, withMasterKey),
    };
    writeFileSync(join(draft, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(draft, folder);
    return manifest;
  } finally {
    await client.end();
  }
}

/** Row security applies to the owner too: every protected table must let the owner see all, or the backup would be short. */
async function listTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; whole: boolean }>(
    `SELECT c.relname AS name, NOT c.relforcerowsecurity OR EXISTS (
       SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND pg_get_expr(p.polqual, p.polrelid) = 'true'
         AND (SELECT oid FROM pg_roles WHERE rolname = current_user) = ANY (p.polroles)) AS whole
     FROM pg_class c WHERE c.relnamespace = 'yimen'::regnamespace AND c.relkind = 'r' ORDER BY c.relname`,
  );
  const hidden = rows.filter(({ whole }) => !whole).map(({ name }) => name);
  if (hidden.length > 0)
    throw new StartFailure({
      zh: `备份看不到这些表的全部内容：${hidden.join('、')}。`,
      en: `The backup cannot see all of: ${hidden.join(', ')}.`,
    });
  return rows.map(({ name }) => name);
}

async function writeTable(client: Client, name: string, file: string): Promise<TableBackup> {
  const gzip = createGzip({ level: 1 });
  const target = createWriteStream(file, { mode: 0o600 });
  const written = finished(gzip.pipe(target));
  const hash = createHash('sha256');
  let count = 0;
  // A row as PostgreSQL itself writes and reads it: exact for every type.
  await client.query(`DECLARE backup NO SCROLL CURSOR FOR SELECT t::text AS line FROM yimen.${quoteName(name)} t`);
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${FETCH} FROM backup`);
    if (rows.length === 0) break;
    const chunk = rows.map(({ line }) => `${JSON.stringify(line)}\n`).join('');
    hash.update(chunk);
    count += rows.length;
    if (!gzip.write(chunk)) await once(gzip, 'drain');
  }
  await client.query('CLOSE backup');
  gzip.end();
  await written;
  return { name, columns: await listColumns(client, name), rows: count, sha256: hash.digest('hex') };
}

async function listColumns(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT attname AS name FROM pg_attribute WHERE attrelid = ('yimen.' || quote_ident($1))::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
    [table],
  );
  return rows.map(({ name }) => name);
}

async function listMigrations(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM public.yimen_migration ORDER BY name');
  return rows.map(({ name }) => name);
}

async function listSequences(client: Client): Promise<Manifest['sequences']> {
  const names = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'yimen'::regnamespace AND relkind = 'S' ORDER BY relname",
  );
  const sequences: Manifest['sequences'] = [];
  for (const { name } of names.rows) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM yimen.${quoteName(name)}`,
    );
    sequences.push({ name, value: Number(rows[0]?.value ?? 1), called: rows[0]?.called ?? false });
  }
  return sequences;
}

/** The wrapped data keys, the key of the audit anchors, and the anchors themselves; the master key unless it is kept apart. */
function copyFiles(dataDir: string, draft: string, withMasterKey: boolean): string[] {
  const wanted = ['keys/vault.json', 'keys/audit-anchor.pem', ...(withMasterKey ? ['keys/master.json'] : [])];
  const sources = [
    ...wanted.map((path) => ({ path, file: join(dataDir, path) })),
    { path: 'anchors.log', file: anchorsFile(dataDir) },
  ];
  const present = sources.filter(({ file }) => existsSync(file));
  for (const { path, file } of present) {
    mkdirSync(dirname(join(draft, path)), { recursive: true, mode: 0o700 });
    cpSync(file, join(draft, path), { mode: 0 });
  }
  return present.map(({ path }) => path);
}
