import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, isClusterMade, makeCluster, requireSameMajor, writeSettings } from './cluster.ts';
import type { Database, Log } from './database.ts';
import { chooseDatabaseAccount } from './database-account.ts';
import {
  APP_ROLE,
  createRole,
  DATABASE_NAME,
  grantDatabase,
  isDatabasePresent,
  listMissingRoles,
  MIGRATOR_ROLE,
} from './database-roles.ts';
import { createDatabaseSecrets, type DatabaseSecrets, loadDatabaseSecrets, secretsFile } from './database-secrets.ts';
import { withSession } from './database-session.ts';
import { type DatabaseUrls, socketUrl } from './database-urls.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { awaitReady, findPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import { lockHolder, takeProcessLock } from './process-lock.ts';
import { StartFailure } from './start-failure.ts';
import { startMessages } from './start-messages.ts';
import { supervise } from './supervise.ts';

// Linux: sun_path holds 108 bytes, the socket's own name takes 15.
const LONGEST_SOCKET_DIR = 90;

/** Starts PostgreSQL on the data directory, or joins the one that already runs there. */
export async function startEmbeddedDatabase(options: {
  dataDir: string;
  log: Log;
  durable: boolean;
}): Promise<Database> {
  const { dataDir, log } = options;
  const cluster = openCluster(dataDir);
  const lock = takeProcessLock(lockFile(dataDir));
  if (!lock.isMine) return joinRunning(cluster, lock.holder);
  try {
    const secrets = await prepareCluster(cluster, options);
    const running = findPostmaster(cluster.path);
    if (running !== undefined) log(`adopting the database that still runs (process ${running})`);
    const failure = running === undefined ? undefined : await awaitReady(cluster, running);
    if (failure !== undefined) throw failure;
    const pid = running ?? (await startPostmaster(cluster));
    const urls = clusterUrls(cluster, secrets);
    await prepareDatabase(cluster, secrets);
    const watch = supervise(cluster, pid, log);
    const stop = async () => {
      await stopPostmaster(await watch.end());
      lock.release();
    };
    return { ...urls, kind: 'embedded', isOwner: true, stop };
  } catch (error) {
    await stopAbandonedPostgres(dataDir);
    lock.release();
    throw error;
  }
}

/** Whether a living process looks after the database of this directory. */
export function isLockHeld(dataDir: string): boolean {
  return lockHolder(lockFile(dataDir)) !== undefined;
}

/** Stops a server whose launcher was killed. */
export async function stopAbandonedPostgres(dataDir: string): Promise<void> {
  const pid = findPostmaster(join(dataDir, 'postgres'));
  if (pid !== undefined) await stopPostmaster(pid);
}

async function joinRunning(cluster: Cluster, holder: number): Promise<Database> {
  const secrets = loadDatabaseSecrets(cluster.dataDir);
  const running = findPostmaster(cluster.path);
  if (secrets === undefined || running === undefined) {
    throw new StartFailure(startMessages.alreadyRunning(cluster.dataDir, holder));
  }
  const failure = await awaitReady(cluster, running);
  if (failure !== undefined) throw failure;
  return {
    ...clusterUrls(cluster, secrets),
    kind: 'embedded',
    isOwner: false,
    stop: () => Promise.resolve(),
  };
}

function openCluster(dataDir: string): Cluster {
  for (const name of ['run', 'log']) mkdirSync(join(dataDir, name), { recursive: true, mode: 0o700 });
  const binaries = findPostgresBinaries(dataDir);
  const account = chooseDatabaseAccount(binaries, dataDir);
  const cluster = {
    dataDir,
    path: join(dataDir, 'postgres'),
    socketDir: chooseSocketDir(dataDir),
    account,
    binaries,
  };
  for (const dir of [join(dataDir, 'log'), cluster.socketDir]) account.give(dir);
  return cluster;
}

function chooseSocketDir(dataDir: string): string {
  const inside = join(dataDir, 'run', 'socket');
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const dir = Buffer.byteLength(inside) <= LONGEST_SOCKET_DIR ? inside : join(tmpdir(), `yimen-${name}`);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
  return dir;
}

async function prepareCluster(
  cluster: Cluster,
  { log, durable }: { log: Log; durable: boolean },
): Promise<DatabaseSecrets> {
  const isMade = isClusterMade(cluster);
  const known = loadDatabaseSecrets(cluster.dataDir);
  if (isMade && known === undefined) throw new StartFailure(startMessages.secretsLost(secretsFile(cluster.dataDir)));
  const secrets = known ?? createDatabaseSecrets(cluster.dataDir);
  if (!isMade) {
    log('creating the database files');
    await makeCluster(cluster, secrets, durable);
  }
  requireSameMajor(cluster);
  writeSettings(cluster, { socketDir: cluster.socketDir, durable });
  return secrets;
}

async function prepareDatabase(cluster: Cluster, secrets: DatabaseSecrets): Promise<void> {
  const maintenance = socketUrl(cluster.socketDir, {
    user: 'postgres',
    password: secrets.superuser,
    database: 'postgres',
  });
  await withSession(maintenance, async (client) => {
    const passwords: Record<string, string> = { [MIGRATOR_ROLE]: secrets.migrator, [APP_ROLE]: secrets.app };
    for (const role of await listMissingRoles(client)) await createRole(client, role, passwords[role] ?? '');
    if (await isDatabasePresent(client, DATABASE_NAME)) return;
    await client.query(`CREATE DATABASE ${DATABASE_NAME} OWNER ${MIGRATOR_ROLE}`);
    await grantDatabase(client, DATABASE_NAME);
  });
}

function clusterUrls({ socketDir }: Cluster, secrets: DatabaseSecrets): DatabaseUrls {
  const database = DATABASE_NAME;
  return {
    adminUrl: socketUrl(socketDir, { user: 'postgres', password: secrets.superuser, database }),
    migratorUrl: socketUrl(socketDir, { user: MIGRATOR_ROLE, password: secrets.migrator, database }),
    appUrl: socketUrl(socketDir, { user: APP_ROLE, password: secrets.app, database }),
  };
}

function lockFile(dataDir: string): string {
  return join(dataDir, 'run', 'launcher.lock');
}
