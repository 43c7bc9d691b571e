import { isDatabaseAway } from './platform/db/is-database-away.ts';
import type { Services } from './services.ts';

export type DatabaseWatch = {
  /** A step of this loop came through. */
  reached(loop: string): void;
  /** A step of this loop failed; false when the database is not the reason. */
  lost(loop: string, error: unknown): boolean;
};

/** Every step of every loop fails while the database is away: it is said once that it went and once that all are back. */
export function watchDatabase({ log }: Pick<Services, 'log'>): DatabaseWatch {
  const waiting = new Set<string>();
  let awaySince = 0;
  return {
    reached: (loop) => {
      if (!waiting.delete(loop) || waiting.size > 0) return;
      log.info({ awaySeconds: Math.round((performance.now() - awaySince) / 1000) }, 'database back');
    },
    lost: (loop, error) => {
      if (!isDatabaseAway(error)) return false;
      if (waiting.size === 0) {
        awaySince = performance.now();
        log.error({ failure: codeOf(error) }, 'database lost, waiting for it');
      }
      waiting.add(loop);
      return true;
    },
  };
}

/** Never the message: it may quote values. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && error.code !== undefined ? String(error.code) : error.name;
}
