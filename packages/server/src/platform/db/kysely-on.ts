import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { PoolClient } from 'pg';
import { sendStatement } from './send-statement.ts';

/** Kysely over one client that is already inside a transaction; statements leave in the order in which they are called. */
export function kyselyOn<T>(client: PoolClient, prepare: boolean): Kysely<T> {
  const dialect = clientDialect(client, prepare);
  return new Kysely<T>({
    config: { dialect },
    dialect,
    driver: dialect.createDriver(),
    executor: new ClientExecutor(new ClientConnection(client, prepare)),
  });
}

/**
 * Sends at the very call. Kysely's own executor first waits for a connection, and what else is sent meanwhile would
 * overtake: a COMMIT, say.
 */
class ClientExecutor extends DefaultQueryExecutor {
  readonly #connection: ClientConnection;

  constructor(connection: ClientConnection) {
    super(new PostgresQueryCompiler(), new PostgresAdapter(), {
      provideConnection: (consumer) => consumer(connection),
    });
    this.#connection = connection;
  }

  override withPlugin(): never {
    return refusePlugins();
  }
  override withPlugins(): never {
    return refusePlugins();
  }
  override withPluginAtFront(): never {
    return refusePlugins();
  }

  override executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#connection.executeQuery<R>(query as CompiledQuery<R>);
  }
}

/** It neither begins nor commits. */
function clientDialect(client: PoolClient, prepare: boolean): Dialect {
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

function refusePlugins(): never {
  throw new Error('plugins come with an executor that waits before it sends');
}
