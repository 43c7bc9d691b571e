import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { refuseDemonstration } from '../packages/server/src/platform/demonstration.ts';
import {
  type Database,
  prepareDataDirectory,
  StartFailure,
  startDatabase,
  startMessages,
  takeProcessLock,
  withSession,
} from '../packages/server/src/platform/runtime/index.ts';
import { announce, say } from './start/announce.ts';
import { buildWeb } from './start/build-web.ts';
import { beginFirstStart } from './start/first-start.ts';
import { findPrepared, keepPrepared } from './start/prepared-state.ts';
import { requireFreePort } from './start/require-free-port.ts';
import { openRotatingLog } from './start/rotating-log.ts';
import { type DemoLogin, seedOnce } from './start/seed-once.ts';
import { makeServerProcess, type ServerProcess } from './start/server-process.ts';
import { findHelp } from './start/start-help.ts';
import { readStartOptions, type StartOptions } from './start/start-options.ts';
import { stopOnSignal } from './start/stop-on-signal.ts';

const startedAt = performance.now();
const ROLES = ['api', 'worker'] as const;
// What runs so far: whatever happens, it is stopped in the right order.
const running: { servers: ServerProcess[]; database?: Promise<Database>; release?: () => void } = { servers: [] };
const signals = stopOnSignal(stopEverything, () => running.servers.map(({ kill }) => kill()));

try {
  const help = findHelp(process.argv.slice(2));
  if (help === undefined) await start(readStartOptions(process.env));
  else say(help);
} catch (error) {
  // Stopped by a signal while still starting: that handler says so and exits.
  if (signals.isStopping()) await new Promise(() => undefined);
  await stopEverything();
  tell(error);
  process.exit(1);
}

async function start(options: StartOptions): Promise<void> {
  const dataDir = prepareDataDirectory(options.dataDir);
  holdDirectory(dataDir);
  await requireFreePort({ host: options.host, port: options.port, setting: 'YIMEN_PORT' });
  await requireFreePort({ host: '127.0.0.1', port: options.metricsPort, setting: 'YIMEN_METRICS_PORT' });
  const write = options.logToOutput ? (chunk: Buffer) => void process.stdout.write(chunk) : serverLog(dataDir);
  running.servers = ROLES.map((role) => makeServerProcess({ role, write, log: say }));
  const [[database, logins]] = await Promise.all([openDatabase({ ...options, dataDir }), buildWeb(say)]);
  const serving = { ...options, databaseUrl: database.appUrl, dataDir };
  const [address = ''] = await Promise.all(running.servers.map((server) => server.start(serving)));
  announce({ address, dataDir, logins, profile: options.profile, startedAt, database: database.kind });
}

async function openDatabase({ dataDir, profile }: StartOptions): Promise<[Database, DemoLogin[]]> {
  const isOwnDemo = profile === 'demo' && !process.env['DATABASE_URL'];
  const firstStart = isOwnDemo ? await beginFirstStart(dataDir) : undefined;
  const database = await ownDatabase(dataDir);
  const prepared = await findPrepared(dataDir, database.migratorUrl, profile);
  const logins = prepared?.logins ?? (await fillDatabase(database, dataDir, profile));
  firstStart?.finish();
  await withSession(database.appUrl, (client) => refuseDemonstration(client, profile));
  return [database, logins];
}

/** A command line tool that is just using the database would take it away when it ends: wait for that. */
async function ownDatabase(dataDir: string): Promise<Database> {
  for (let tries = 0; ; tries += 1) {
    running.database = startDatabase({ dataDir, log: say });
    const database = await running.database;
    if (database.isOwner || database.kind === 'external') return database;
    if (tries === 0)
      say('另一个命令正在使用数据库，等待其结束 / waiting for another command to finish with the database');
    await delay(500);
  }
}

async function fillDatabase(database: Database, dataDir: string, profile: string): Promise<DemoLogin[]> {
  // Loaded only now: the server processes are busy loading theirs.
  const { prepareDatabase } = await import('../packages/server/src/prepare-database.ts');
  const applied = await prepareDatabase(database.migratorUrl).catch(failedUpdate);
  if (applied.length > 0) say(`数据库已更新 / migrations applied: ${applied.length}`);
  const logins = profile === 'demo' ? await seedOnce(database, dataDir) : [];
  keepPrepared(dataDir, profile, logins);
  return logins;
}

function failedUpdate(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new StartFailure(
    { zh: `数据库升级失败：${reason}`, en: `Bringing the database up to date failed: ${reason}` },
    error,
  );
}

/** Two servers on one data directory would write over each other's files. */
function holdDirectory(dataDir: string): void {
  mkdirSync(join(dataDir, 'run'), { recursive: true, mode: 0o700 });
  const lock = takeProcessLock(join(dataDir, 'run', 'start.lock'));
  if (!lock.isMine) throw new StartFailure(startMessages.alreadyRunning(dataDir, lock.holder));
  running.release = lock.release;
}

function serverLog(dataDir: string): (chunk: Buffer) => void {
  mkdirSync(join(dataDir, 'log'), { recursive: true, mode: 0o700 });
  return openRotatingLog(join(dataDir, 'log', 'yimen.log'), say);
}

/** The servers first, then the database, whose start is waited for, or it would be left running. */
async function stopEverything(): Promise<void> {
  await Promise.all(running.servers.map(({ stop }) => stop()));
  const database = await running.database?.catch(() => undefined);
  await database?.stop();
  running.release?.();
}

function tell(error: unknown): void {
  if (!(error instanceof StartFailure)) console.error(error);
  else console.error([error.zh, error.en, ...(typeof error.cause === 'string' ? ['', error.cause] : [])].join('\n'));
}
