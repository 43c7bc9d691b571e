import pg from 'pg';
import { contextStatement, SYSTEM_CONTEXT } from '../platform/db/access-context.ts';

/** A connection of its own: a thread has no part in the pool of its process. */
export async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'yimen-mass-determination',
    options: '-c search_path=yimen -c statement_timeout=120000 -c TimeZone=UTC',
  });
  // A connection that is lost is told by the statement that fails.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** A range that is lost with the server is still open and done again, so nobody waits for the disk. */
export async function commitWithoutWaiting(client: pg.ClientBase): Promise<void> {
  await client.query('SET synchronous_commit = off');
}

/** Opens a transaction that stays open until the connection ends, and names what it sees. */
export async function exportSnapshot(client: pg.ClientBase): Promise<string> {
  await beginReading(client);
  const { rows } = await client.query<{ name: string }>('SELECT pg_export_snapshot() AS name');
  return rows[0]?.name ?? '';
}

/** Reads what another connection sees. */
export async function inSnapshot(client: pg.ClientBase, name: string, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query(`SET TRANSACTION SNAPSHOT '${name.replaceAll("'", "''")}'`);
  await client.query(contextStatement(SYSTEM_CONTEXT));
  await work();
  await client.query('COMMIT');
}

async function beginReading(client: pg.ClientBase): Promise<void> {
  await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${contextStatement(SYSTEM_CONTEXT)}`);
}

/** As a job of the system; what `work` does is stored as a whole or not at all. */
export async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query(`BEGIN; ${contextStatement(SYSTEM_CONTEXT)}`);
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that is lost rolls back by itself.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
