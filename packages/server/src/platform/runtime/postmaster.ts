import { spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Cluster, postgresCommand, spawnOptions } from './cluster.ts';
import { isAlive, isPidTaken, readIfPresent } from './process-table.ts';
import { errorText, StartFailure } from './start-failure.ts';
import { startMessages } from './start-messages.ts';

// Recovery after a crash replays the log and may take minutes on a large database.
const READY_TIMEOUT_MS = 15 * 60_000;
const OLD_PROCESSES_TIMEOUT_MS = 20_000;
const STOP_TIMEOUT_MS = 120_000;

/** The pid of a running server of exactly these files, or undefined. A pid reused by another program is not it. */
export function findPostmaster(path: string): number | undefined {
  const pid = pidInFile(path);
  if (pid === undefined) return undefined;
  try {
    // A postmaster's working directory is its data directory.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(path) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Starts PostgreSQL in its own session, so that Ctrl-C in the terminal reaches it only through us. */
export async function startPostmaster(cluster: Cluster): Promise<number> {
  const patience = Date.now() + OLD_PROCESSES_TIMEOUT_MS;
  for (;;) {
    removeMisleadingLocks(cluster);
    const pid = await launch(cluster);
    const failure = await awaitReady(cluster, pid);
    if (failure === undefined) return pid;
    // Children of a killed server need a moment to notice and leave.
    if (!/still in use/.test(failure.message) || Date.now() > patience) throw failure;
    await delay(100);
  }
}

/** Waits until the server takes connections; returns why it never will. */
export async function awaitReady(cluster: Cluster, pid: number): Promise<StartFailure | undefined> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (isAlive(pid) && Date.now() < deadline) {
    if (pidInFile(cluster.path) === pid && pidFileLines(cluster.path)[7]?.trim() === 'ready') return undefined;
    await delay(10);
  }
  return startFailure(cluster, lastFatalLine(cluster));
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
export async function stopPostmaster(pid: number): Promise<void> {
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
  while (isAlive(pid) && Date.now() < deadline) await delay(10);
}

function launch(cluster: Cluster): Promise<number> {
  const log = openSync(startLog(cluster), 'w', 0o600);
  const child = spawn(...postgresCommand(cluster, 'postgres', ['-D', cluster.path]), {
    ...spawnOptions(cluster),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(child.pid ?? 0));
    child.once('error', (error) => reject(startFailure(cluster, errorText(error))));
  });
}

/** PostgreSQL clears locks of dead processes itself, but not those whose pid now belongs to another program or a zombie. */
function removeMisleadingLocks(cluster: Cluster): void {
  const pid = pidInFile(cluster.path);
  if (pid === undefined || !isPidTaken(pid) || findPostmaster(cluster.path) !== undefined) return;
  rmSync(join(cluster.path, 'postmaster.pid'), { force: true });
  rmSync(join(cluster.socketDir, '.s.PGSQL.5432.lock'), { force: true });
}

function pidInFile(path: string): number | undefined {
  const pid = Number(pidFileLines(path)[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

function pidFileLines(path: string): string[] {
  return readIfPresent(join(path, 'postmaster.pid')).split('\n');
}

function startFailure(cluster: Cluster, reason: string): StartFailure {
  if (/No space left on device/.test(reason)) return new StartFailure(startMessages.diskFull(cluster.path));
  return new StartFailure(startMessages.databaseDidNotStart(reason, join(cluster.dataDir, 'log')));
}

function lastFatalLine(cluster: Cluster): string {
  const lines = [startLog(cluster), ...newestServerLog(cluster)].flatMap((file) =>
    readIfPresent(file).trim().split('\n'),
  );
  const fatal = lines.filter((line) => /FATAL|PANIC|error/.test(line));
  return (fatal.at(-1) ?? lines[0] ?? '').replace(/^.*?(FATAL|PANIC):\s+/, '');
}

function newestServerLog(cluster: Cluster): string[] {
  const dir = join(cluster.dataDir, 'log');
  const files = readdirSync(dir).map((name) => join(dir, name));
  return files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs).slice(0, 1);
}

function startLog(cluster: Cluster): string {
  return join(cluster.dataDir, 'log', 'postgres-start.log');
}
