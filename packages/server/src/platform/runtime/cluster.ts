import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseAccount } from './database-account.ts';
import type { DatabaseSecrets } from './database-secrets.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { type PostgresOptions, postgresSettings } from './postgres-settings.ts';
import { StartFailure } from './start-failure.ts';
import { startMessages } from './start-messages.ts';

/** One PostgreSQL data directory and what is needed to run it. */
export type Cluster = {
  dataDir: string;
  path: string;
  socketDir: string;
  account: DatabaseAccount;
  binaries: PostgresBinaries;
};

export function isClusterMade(cluster: Cluster): boolean {
  return existsSync(join(cluster.path, 'PG_VERSION')) && !existsSync(unfinishedMark(cluster));
}

/** Makes the database files. Not `--locale=C`: with it pg_trgm finds nothing in Chinese text. */
export async function makeCluster(cluster: Cluster, secrets: DatabaseSecrets, durable: boolean): Promise<void> {
  const { path, account } = cluster;
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { mode: 0o700 });
  writeFileSync(unfinishedMark(cluster), '');
  const passwordFile = join(cluster.socketDir, 'initdb-password');
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
  for (const made of [path, passwordFile]) account.give(made);
  const { status, output } = await runPostgresTool(cluster, 'initdb', [
    `--pgdata=${path}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ]);
  rmSync(passwordFile, { force: true });
  if (status !== 0) throw initdbFailure(cluster, output);
  appendFileSync(join(path, 'postgresql.conf'), "include_if_exists = 'yimen.conf'\n");
  writeFileSync(join(path, 'pg_hba.conf'), 'local all all scram-sha-256\n');
  rmSync(unfinishedMark(cluster));
}

export function writeSettings(cluster: Cluster, options: PostgresOptions): void {
  const file = join(cluster.path, 'yimen.conf');
  writeFileSync(file, postgresSettings(options), { mode: 0o600 });
  cluster.account.give(file);
}

/** The files of another major version cannot be opened: say so before PostgreSQL does. */
export function requireSameMajor(cluster: Cluster): void {
  const found = readFileSync(join(cluster.path, 'PG_VERSION'), 'utf8').trim();
  const need = cluster.binaries.version.split('.')[0] ?? '';
  if (found !== need) throw new StartFailure(startMessages.otherMajorVersion(cluster.path, found, need));
}

/** initdb was cut short (power, Ctrl-C): the half-made files hold nothing and are made again. */
function unfinishedMark(cluster: Cluster): string {
  return join(cluster.dataDir, 'run', 'initdb-unfinished');
}

function initdbFailure(cluster: Cluster, output: string): StartFailure {
  if (/No space left on device/.test(output)) return new StartFailure(startMessages.diskFull(cluster.path));
  const log = join(cluster.dataDir, 'log', 'initdb.log');
  writeFileSync(log, output, { mode: 0o600 });
  const reason = output.match(/(?:FATAL|error): +(.*)/)?.[1] ?? 'initdb';
  return new StartFailure(startMessages.databaseDidNotStart(reason, log));
}

async function runPostgresTool(
  cluster: Cluster,
  tool: string,
  args: string[],
): Promise<{ status: number; output: string }> {
  const child = spawn(...postgresCommand(cluster, tool, args), {
    ...spawnOptions(cluster),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const status = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
  return { status, output };
}

export function postgresCommand({ account }: Cluster, tool: string, args: string[]): [string, string[]] {
  const [command = '', ...rest] = [...account.prefix, join(account.binaries, tool), ...args];
  return [command, rest];
}

export function spawnOptions({ account, binaries, path }: Cluster): {
  cwd: string;
  env: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
} {
  const env = {
    PATH: process.env['PATH'],
    // The programs of the package find their libraries beside them.
    LD_LIBRARY_PATH: binaries.libraryPath,
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
  };
  return { cwd: existsSync(path) ? path : '/', env, ...account.ids };
}
