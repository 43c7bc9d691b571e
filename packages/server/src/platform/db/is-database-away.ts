import pg from 'pg';

// 08: no connection. 57P: shut down, crashed, starting. 53300: no connection left.
const AWAY_STATES = /^(?:08|57P|53300)/;
// Errors of the connection have a code of the system, some of the driver only a message.
const AWAY_WORDS =
  /\b(?:E(?:CONN\w*|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)|ERR_STREAM\w*|connect ENOENT)\b|terminated|timeout exceeded when trying to connect|not queryable/;

/** The statement did not fail: there was nobody to ask, or nobody left to answer. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return AWAY_STATES.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  return AWAY_WORDS.test(`${'code' in error ? String(error.code) : ''} ${error.message}`);
}
