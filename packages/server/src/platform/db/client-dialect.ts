import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { PoolClient } from 'pg';
import { sendStatement } from './send-statement.ts';

/** A Kysely dialect over one client that is already inside a transaction; it neither begins nor commits. */
export function clientDialect(client: PoolClient, prepare: boolean): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new ClientDriver(client, prepare),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class ClientDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(client: PoolClient, prepare: boolean) {
    this.#connection = new ClientConnection(client, prepare);
  }
  async init(): Promise<void> {
    // The client is connected already.
  }
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async releaseConnection(): Promise<void> {
    // Whoever took the client gives it back.
  }
  async destroy(): Promise<void> {
    // Nothing of its own to end.
  }
  beginTransaction(): Promise<void> {
    return refuseNesting();
  }
  commitTransaction(): Promise<void> {
    return refuseNesting();
  }
  rollbackTransaction(): Promise<void> {
    return refuseNesting();
  }
}

class ClientConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  readonly #prepare: boolean;

  constructor(client: PoolClient, prepare: boolean) {
    this.#client = client;
    this.#prepare = prepare;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await sendStatement(this.#client, this.#prepare, query.sql, query.parameters);
    return { rows: (result.rows ?? []) as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator; cursors are not used inside requests
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not available inside a request transaction');
  }
}

function refuseNesting(): Promise<never> {
  return Promise.reject(new Error('transactions do not nest: one transaction per act'));
}
