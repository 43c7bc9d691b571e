import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { requireFreeDisk } from './data-directory.ts';
import type { Log } from './database.ts';
import { findPostmaster, startPostmaster } from './postmaster.ts';
import { isAlive } from './process-table.ts';
import { errorText } from './start-failure.ts';

const LOOK_EVERY_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/** Starts PostgreSQL again whenever it dies, after growing pauses; `end` returns the pid to stop. */
export function supervise(cluster: Cluster, firstPid: number, log: Log): { end: () => Promise<number> } {
  let pid = firstPid;
  let pauseMs = 0;
  let isEnding = false;
  let restarting = Promise.resolve();
  const timer = setTimeout(look, LOOK_EVERY_MS).unref();

  function look(): void {
    if (isEnding) return;
    if (isAlive(pid)) {
      timer.refresh();
      return;
    }
    log('the database stopped unexpectedly; starting it again');
    restarting = restart()
      .catch((error: unknown) => log(errorText(error)))
      .finally(() => timer.refresh());
  }

  async function restart(): Promise<void> {
    const diedAt = Date.now();
    await delay(pauseMs);
    pauseMs = Math.min(pauseMs * 2 + LOOK_EVERY_MS, LONGEST_PAUSE_MS);
    if (isEnding) return;
    requireFreeDisk(cluster.dataDir);
    pid = findPostmaster(cluster.path) ?? (await startPostmaster(cluster));
    log(`the database is back after ${Date.now() - diedAt} ms`);
    setTimeout(() => (pauseMs = 0), 60_000).unref();
  }

  return {
    end: async () => {
      isEnding = true;
      clearTimeout(timer);
      await restarting;
      return pid;
    },
  };
}
