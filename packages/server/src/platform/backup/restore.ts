import { createHash } from 'node:crypto';
import { cpSync, createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { migrate, readMigrations } from '../db/migrate.ts';
import { quoteName, StartFailure } from '../runtime/index.ts';
import { MANIFEST_FILE, Manifest, type TableBackup, tableFile } from './manifest.ts';

const BATCH = 500;

export type RestoreOptions = {
  readonly adminUrl: string;
  readonly migratorUrl: string;
  readonly dataDir: string;
  readonly folder: string;
};

/** Puts a backup into an empty installation: tables at the state of the backup, rows, counters, keys; then newer migrations. */
export async function restore(options: RestoreOptions): Promise<Manifest> {
  const manifest = readManifest(options.folder);
  await requireKnownMigrations(manifest);
  await requireEmpty(options.adminUrl);
  await migrate(options.migratorUrl, undefined, manifest.migrations);
  await loadRows(options, manifest);
  await migrate(options.migratorUrl);
  // Keys last: an installation whose rows failed to load must not look complete.
  for (const path of manifest.files) {
    mkdirSync(dirname(join(options.dataDir, path)), { recursive: true, mode: 0o700 });
    cpSync(join(options.folder, path), join(options.dataDir, path));
  }
  return manifest;
}

function readManifest(folder: string): Manifest {
  const file = join(folder, MANIFEST_FILE);
  if (!existsSync(file))
    throw new StartFailure({
      zh: `${folder} 不是完整的备份（缺少 ${MANIFEST_FILE}）。`,
      en: `${folder} is not a whole backup (${MANIFEST_FILE} is missing).`,
    });
  return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
}

async function requireKnownMigrations({ migrations, version }: Manifest): Promise<void> {
  const known = new Set((await readMigrations()).map(({ name }) => name));
  const unknown = migrations.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new StartFailure({
      zh: `备份来自较新的版本 ${version}，请用该版本恢复。`,
      en: `The backup was made by a newer release, ${version}: restore with that one.`,
    });
}

async function requireEmpty(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ n: string }>(
      "SELECT count(*)::text AS n FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'yimen') AND relkind = 'r'",
    );
    if (rows[0]?.n !== '0')
      throw new StartFailure({
        zh: '恢复只能写入空的数据库，这里已有数据。',
        en: 'A restore needs an empty database; this one already holds tables.',
      });
  });
}

async function loadRows({ adminUrl, folder }: RestoreOptions, manifest: Manifest): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('BEGIN');
    await stopTriggers(client);
    const tables = manifest.tables.map(({ name }) => `yimen.${quoteName(name)}`);
    await client.query(`TRUNCATE ${tables.join(', ')}`);
    for (const table of manifest.tables) await loadTable(client, table, join(folder, tableFile(table.name)));
    for (const { name, value, called } of manifest.sequences)
      await client.query('SELECT setval($1::regclass, $2, $3)', [`yimen.${quoteName(name)}`, value, called]);
    await client.query('COMMIT');
  });
}

/** Rows go in as they were: no trigger counts them again, and parents need not come before children. */
async function stopTriggers(client: Client): Promise<void> {
  try {
    await client.query('SET LOCAL session_replication_role = replica');
  } catch (error) {
    throw new StartFailure(
      {
        zh: '恢复需要数据库超级用户，请在 DATABASE_URL 中使用超级用户。',
        en: 'A restore needs a superuser of the database in DATABASE_URL.',
      },
      error,
    );
  }
}

async function loadTable(client: Client, table: TableBackup, file: string): Promise<void> {
  const hash = createHash('sha256');
  let count = 0;
  let batch: string[] = [];
  for await (const line of createInterface({
    input: createReadStream(file).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    hash.update(`${line}\n`);
    batch.push(JSON.parse(line));
    count += 1;
    if (batch.length === BATCH) {
      await insertRows(client, table, batch);
      batch = [];
    }
  }
  if (batch.length > 0) await insertRows(client, table, batch);
  if (count !== table.rows || hash.digest('hex') !== table.sha256) {
    throw new StartFailure({
      zh: `备份中的 ${table.name} 已损坏，没有恢复任何内容。`,
      en: `${table.name} in the backup is damaged; nothing was restored.`,
    });
  }
}

async function insertRows(client: Client, { name, columns }: TableBackup, lines: readonly string[]): Promise<void> {
  const table = `yimen.${quoteName(name)}`;
  const names = columns.map(quoteName);
  await client.query(
    `INSERT INTO ${table} (${names.join(', ')}) OVERRIDING SYSTEM VALUE
     SELECT ${names.map((column) => `(r.t).${column}`).join(', ')} FROM (SELECT line::${table} AS t FROM unnest($1::text[]) AS line) r`,
    [lines],
  );
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'yimen-restore' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
