import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../packages/server/src/platform/db/migrate.ts';
import { startDatabase } from '../packages/server/src/platform/runtime/index.ts';

const SCHEMA_FILE = new URL('../packages/server/src/platform/db/schema.gen.ts', import.meta.url);

/** `npm run generate` writes the table types from a freshly migrated database; `--check` compares them (CI). */
async function main(): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yimen-generate-'));
  try {
    const schema = await withMigratedDatabase(dataDir, (url) => generateSchema(url, join(dataDir, 'schema.ts')));
    if (!process.argv.includes('--check')) {
      writeFileSync(SCHEMA_FILE, schema);
      return 0;
    }
    if (readFileSync(SCHEMA_FILE, 'utf8') === schema) return 0;
    console.error('schema.gen.ts does not match the migrations: run `npm run generate`');
    return 1;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function withMigratedDatabase<T>(dataDir: string, work: (url: string) => T): Promise<T> {
  // An external DATABASE_URL must not be touched by a generator.
  delete process.env['DATABASE_URL'];
  const database = await startDatabase({ dataDir, log: () => undefined, durable: false });
  try {
    await migrate(database.migratorUrl);
    return work(database.migratorUrl);
  } finally {
    await database.stop();
  }
}

/** bigint becomes number (every stored one is a safe integer), date stays a string: as `platform/db` parses them. */
function generateSchema(url: string, file: string): string {
  const bin = createRequire(import.meta.url).resolve('kysely-codegen/dist/cli/bin.js');
  const options = {
    dialect: 'postgres',
    url,
    'out-file': file,
    'default-schema': 'yimen',
    'include-pattern': 'yimen.*',
    'date-parser': 'string',
    'numeric-parser': 'string',
    'type-mapping': '{"int8":"number"}',
  };
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const run = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`kysely-codegen failed: ${run.stderr || run.stdout}`);
  return readFileSync(file, 'utf8');
}

process.exitCode = await main();
