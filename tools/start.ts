import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Database,
  prepareDataDirectory,
  StartFailure,
  startDatabase,
  startMessages,
  takeProcessLock,
} from '../packages/server/src/platform/runtime/index.ts';
import { prepareDatabase as bringUpToDate } from '../packages/server/src/prepare-database.ts';
import { announce, say } from './start/announce.ts';
import { buildWeb } from './start/build-web.ts';
import { requireFreePort } from './start/require-free-port.ts';
import { openRotatingLog } from './start/rotating-log.ts';
import { type DemoLogin, seedOnce } from './start/seed-once.ts';
import { runServerProcess, type ServerProcess } from './start/server-process.ts';
import { readStartOptions, type StartOptions } from './start/start-options.ts';
import { stopOnSignal } from './start/stop-on-signal.ts';

const startedAt = performance.now();
// What was started, in order; stopping goes backwards.
const stops: (() => Promise<void>)[] = [];
const servers: ServerProcess[] = [];
// Both finish before anything is stopped, or a database would be left running.
let preparing: Promise<[PromiseSettledResult<[Database, DemoLogin[]]>, PromiseSettledResult<void>]> | undefined;

try {
  await start(readStartOptions(process.env));
} catch (error) {
  tell(error);
  await stopEverything();
  process.exit(1);
}

function tell(error: unknown): void {
  if (!(error instanceof StartFailure)) console.error(error);
  else console.error([error.zh, error.en, ...(typeof error.cause === 'string' ? ['', error.cause] : [])].join('\n'));
}

async function start(options: StartOptions): Promise<void> {
  stopOnSignal(stopEverything, () => servers.map(({ kill }) => kill()));
  const dataDir = prepareDataDirectory(options.dataDir);
  holdDirectory(dataDir);
  await requireFreePort(options.host, options.port);
  await requireFreePort('127.0.0.1', options.metricsPort);
  preparing = Promise.allSettled([openDatabase({ ...options, dataDir }), buildWeb(say)]);
  const [prepared, built] = await preparing;
  if (built.status === 'rejected') throw built.reason;
  if (prepared.status === 'rejected') throw prepared.reason;
  const [database, logins] = prepared.value;
  const write = options.logToOutput ? (chunk: Buffer) => void process.stdout.write(chunk) : serverLog(dataDir);
  const { port, host, metricsPort, profile } = options;
  const wish = {
    options: { databaseUrl: database.appUrl, port, host, metricsPort, dataDir, profile },
    write,
    log: say,
  };
  for (const role of ['api', 'worker'] as const) {
    const server = await runServerProcess({ role, ...wish });
    servers.push(server);
    stops.push(server.stop);
  }
  announce({ address: servers[0]?.address ?? '', dataDir, logins, profile, startedAt, database: database.kind });
}

async function openDatabase(options: StartOptions): Promise<[Database, DemoLogin[]]> {
  const database = await startDatabase({ dataDir: options.dataDir, log: say });
  stops.push(database.stop);
  const applied = await bringUpToDate(database.migratorUrl);
  if (applied.length > 0) say(`数据库已更新 / migrations applied: ${applied.length}`);
  const logins = options.profile === 'demo' ? await seedOnce(database, options.dataDir) : [];
  return [database, logins];
}

/** Two servers on one data directory would write over each other's files. */
function holdDirectory(dataDir: string): void {
  mkdirSync(join(dataDir, 'run'), { recursive: true, mode: 0o700 });
  const lock = takeProcessLock(join(dataDir, 'run', 'start.lock'));
  if (!lock.isMine) throw new StartFailure(startMessages.alreadyRunning(dataDir, lock.holder));
  stops.push(async () => lock.release());
}

function serverLog(dataDir: string): (chunk: Buffer) => void {
  mkdirSync(join(dataDir, 'log'), { recursive: true, mode: 0o700 });
  return openRotatingLog(join(dataDir, 'log', 'yimen.log'));
}

async function stopEverything(): Promise<void> {
  await preparing;
  for (const stop of stops.splice(0).reverse()) {
    await stop().catch((error: unknown) => say(String(error)));
  }
}
