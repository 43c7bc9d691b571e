import { constants } from 'node:os';
import { say } from './announce.ts';

// One Ctrl-C may arrive twice: from the terminal and from npm.
const SAME_PRESS_MS = 1000;

/** The first signal stops everything in order, a second one a moment later stops waiting. */
export function stopOnSignal(stop: () => Promise<void>, hurry: () => void): { isStopping: () => boolean } {
  let firstAt: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (firstAt !== undefined) {
        if (Date.now() - firstAt > SAME_PRESS_MS) hurry();
        return;
      }
      firstAt = Date.now();
      say('正在停止… / stopping…');
      void stop().then(() => {
        say(`已停止，数据已保存 / stopped (${Date.now() - (firstAt ?? 0)} ms)`);
        // Ctrl-C is the announced way to stop and no failure; other signals say so in the exit code.
        process.exit(signal === 'SIGINT' ? 0 : 128 + constants.signals[signal]);
      });
    });
  }
  return { isStopping: () => firstAt !== undefined };
}
