import type { Client } from 'pg';
import { StartFailure } from './start-failure.ts';
import { startMessages } from './start-messages.ts';

const OLDEST_VERSION = 150000;

export async function requireSuitableServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number; encoding: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
            current_setting('server_encoding') AS encoding`,
  );
  const [server] = rows;
  if (server === undefined || server.number < OLDEST_VERSION) {
    throw new StartFailure(startMessages.databaseTooOld(server?.version ?? '?'));
  }
  if (server.encoding !== 'UTF8') throw new StartFailure(startMessages.databaseNotUtf8(server.encoding));
}

/**
 * Whether pg_trgm sees letters in Chinese text here; under an LC_CTYPE of C it silently sees none.
 * Tried inside a transaction that leaves nothing behind. False also where the extension cannot be had.
 */
export async function findsChineseTrigrams(client: Client): Promise<boolean> {
  await client.query('BEGIN');
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    const { rows } = await client.query<{ found: boolean }>("SELECT cardinality(show_trgm('中文')) > 0 AS found");
    return rows[0]?.found === true;
  } catch {
    // Not installed on that server, or not ours to create: the answer is no.
    return false;
  } finally {
    await client.query('ROLLBACK');
  }
}
