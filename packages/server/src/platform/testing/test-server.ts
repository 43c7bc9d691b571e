import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DatabaseUrls, errorCode, startDatabase } from '../runtime/index.ts';
import { removeAbandonedServers, TEST_SERVER_PREFIX } from './abandoned-servers.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../migrations/', import.meta.url));
const REFERENCE_DATA = ['load-reference-data', 'reference-store', 'region-file'].map(
  (name) => `../../organisation/${name}.ts`,
);
const SOURCES = ['../runtime/', '../db/migrate.ts', '../../../data/', ...REFERENCE_DATA].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const CACHE = chooseCache([
  fileURLToPath(new URL('../../../../../node_modules/.cache/yimen/test-template/', import.meta.url)),
  join(tmpdir(), `yimen-cache-${process.getuid?.() ?? 0}`, 'test-template'),
]);

export type TestServer = DatabaseUrls & { stop: () => Promise<void> };

/** One PostgreSQL per test run, in a directory of its own, with the migrated database that every test clones. */
export async function startTestServer(): Promise<TestServer> {
  await removeAbandonedServers();
  const dataDir = mkdtempSync(join(tmpdir(), TEST_SERVER_PREFIX));
  await fillWithTemplate(dataDir);
  const database = await startTestDatabase(dataDir);
  const stop = async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...database, stop };
}

/** An empty directory becomes a data directory with the migrated database, not yet running. */
export async function fillWithTemplate(dataDir: string): Promise<void> {
  const template = join(CACHE, templateHash());
  if (!existsSync(template)) await buildTemplate(template);
  copyDirectory(template, dataDir);
}

/** The migrated files are kept between runs under a digest of everything that shapes them. */
async function buildTemplate(template: string): Promise<void> {
  const draft = mkdtempSync(join(CACHE, 'draft-'));
  try {
    const database = await startTestDatabase(draft);
    try {
      // Loaded only when a template has to be built.
      const { prepareDatabase } = await import('../../prepare-database.ts');
      await prepareDatabase(database.migratorUrl);
    } finally {
      await database.stop();
    }
    rmSync(join(draft, 'run'), { recursive: true });
    keepFirst(draft, template);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  removeOldTemplates();
}

/** Two runs may build the same template at once; the second one's is thrown away. */
function keepFirst(draft: string, template: string): void {
  try {
    renameSync(draft, template);
  } catch (error) {
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  }
}

function startTestDatabase(dataDir: string) {
  // Always the embedded server: a DATABASE_URL in the shell must never be a test's database.
  return startDatabase({ dataDir, databaseUrl: '', durable: false, log: () => undefined });
}

function templateHash(): string {
  const hash = createHash('sha256').update(`${process.arch} ${process.getuid?.()}`);
  for (const path of [MIGRATIONS, ...SOURCES]) {
    const names = statSync(path).isDirectory() ? readdirSync(path).sort() : [''];
    const files = names
      .map((name) => (name === '' ? path : join(path, name)))
      .filter((file) => statSync(file).isFile());
    for (const file of files) hash.update(`${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** node_modules, or /tmp where that belongs to somebody else. */
function chooseCache(candidates: string[]): string {
  const usable = candidates.find((dir) => {
    try {
      mkdirSync(dir, { recursive: true });
      accessSync(dir, constants.W_OK);
      return true;
    } catch {
      // Not ours: the next one.
      return false;
    }
  });
  if (usable === undefined) throw new Error(`no writable directory among ${candidates.join(', ')}`);
  return usable;
}

function copyDirectory(from: string, to: string): void {
  // cp keeps owners and modes, which PostgreSQL checks, and clones blocks where the file system can.
  execFileSync('cp', ['-a', '--reflink=auto', `${from}/.`, to]);
}

function removeOldTemplates(): void {
  const made = readdirSync(CACHE)
    .filter((name) => !name.startsWith('draft-'))
    .map((name) => join(CACHE, name));
  const oldest = made.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs).slice(4);
  for (const template of oldest) rmSync(template, { recursive: true, force: true });
}
