import type { Kysely } from 'kysely';
import pg from 'pg';
import { type AccessContext, contextStatement } from './access-context.ts';
import { kyselyOn } from './kysely-on.ts';
import type { DB } from './schema.gen.ts';

/** Queries inside one transaction of one act. */
export type Tx = Kysely<DB>;

export type Database = {
  /** For threads, which open a connection of their own. */
  readonly url: string;
  readonly pool: pg.Pool;
  /** Runs `work` in one transaction under `context`; commits when it resolves, rolls back when it rejects. */
  transact<T>(context: AccessContext, work: (tx: Tx, client: pg.PoolClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  readonly url: string;
  readonly poolSize?: number;
  /** Named prepared statements. Off behind a pooler in transaction mode, where they break. */
  readonly prepare?: boolean;
  readonly applicationName?: string;
};

// bigint and count arrive as strings; every bigint we store (fen, identity) fits a safe integer.
pg.types.setTypeParser(20, parseSafeInteger);
// A date stays YYYY-MM-DD: a JS Date would move it between time zones.
pg.types.setTypeParser(1082, (text) => text);
// Arrays follow their elements: date[] would come as JS Dates, bigint[] as strings.
type TypeId = Parameters<typeof pg.types.setTypeParser>[0];
// The type lists no arrays among the ids it knows, and `any` as what a parser returns.
const parseTextArray = pg.types.getTypeParser(1009 as TypeId, 'text') as (text: string) => string[];
pg.types.setTypeParser(1182 as TypeId, parseTextArray);
pg.types.setTypeParser(1016 as TypeId, (text) => parseTextArray(text).map(parseSafeInteger));

// Statements are short and each finds its rows by an index whatever the values: planning anew for every value takes
// longer than running. What a partial index asks for is therefore a literal in the statement, never a parameter.
const SETTINGS =
  '-c search_path=yimen -c statement_timeout=5000 -c idle_in_transaction_session_timeout=15000 -c lock_timeout=3000 -c TimeZone=UTC -c plan_cache_mode=force_generic_plan';

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 12,
    application_name: options.applicationName ?? 'yimen',
    // What is sent without waiting is answered in order (`inOneFlight`).
    pipeline: true,
    // A busy moment is waited out; only a database that is away answers with 503.
    connectionTimeoutMillis: 5000,
    options: SETTINGS,
  });
  // An idle client that loses its server must not take the process down; the pool opens a new one.
  pool.on('error', () => undefined);
  // Nor may a busy one: its query is told by rejection, but a write that fails is also an event on the client.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    url: options.url,
    pool,
    transact: (context, work) => transact(pool, options.prepare ?? true, context, work),
    close: () => pool.end(),
  };
}

async function transact<T>(
  pool: pg.Pool,
  prepare: boolean,
  context: AccessContext,
  work: (tx: Tx, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`BEGIN; ${contextStatement(context)}`);
    const result = await work(transactionOn(client, prepare), client);
    await commit(client);
    return result;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

const opened = new WeakMap<pg.PoolClient, Tx>();

/** The query builder of a connection; it knows nothing of transactions, so one serves as long as the connection lives. */
export function transactionOn(client: pg.PoolClient, prepare: boolean): Tx {
  const known = opened.get(client);
  if (known) return known;
  const tx = kyselyOn<DB>(client, prepare);
  opened.set(client, tx);
  return tx;
}

/** Ends the transaction; PostgreSQL answers the COMMIT of a failed one with ROLLBACK and no error. */
export async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
}

async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error('a bigint left the safe range');
  return value;
}
