import pg from 'pg';
import type { Services } from './services.ts';

export type DatabaseWatch = {
  /** A step came through. */
  reached(): void;
  /** A step failed; false when the database is not the reason. */
  lost(error: unknown): boolean;
};

/** Every step fails while the database is away: it is said once that it went and once that it is back. */
export function watchDatabase({ log }: Pick<Services, 'log'>): DatabaseWatch {
  let awaySince: number | undefined;
  return {
    reached: () => {
      if (awaySince === undefined) return;
      log.info({ awaySeconds: Math.round((performance.now() - awaySince) / 1000) }, 'database back');
      awaySince = undefined;
    },
    lost: (error) => {
      if (!isDatabaseAway(error)) return false;
      if (awaySince === undefined) log.error({ failure: codeOf(error) }, 'database lost, waiting for it');
      awaySince ??= performance.now();
      return true;
    },
  };
}

// 08: no connection. 57P: shut down, crashed, starting. 53300: no connection left.
const AWAY_STATES = /^(?:08|57P|53300)/;
// Errors of the connection have a code of the system, some of the driver only a message.
const AWAY_CODES = /^(?:E(?:CONN|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN|NOENT))/;
const AWAY_MESSAGES = /Connection terminated|timeout exceeded when trying to connect|not queryable/;

function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof pg.DatabaseError) return AWAY_STATES.test(error.code ?? '');
  return AWAY_CODES.test(codeOf(error)) || AWAY_MESSAGES.test(error.message);
}

/** Never the message: it may quote values. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && error.code !== undefined ? String(error.code) : error.name;
}
