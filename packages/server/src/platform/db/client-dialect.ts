import { createHash } from 'node:crypto';
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
    const values = query.parameters as unknown[];
    const config = this.#prepare
      ? { name: statementName(query.sql), text: query.sql, values }
      : { text: query.sql, values };
    const result = await this.#client.query(config);
    return { rows: (result.rows ?? []) as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator; cursors are not used inside requests
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not available inside a request transaction');
  }
}

const names = new Map<string, string>();

/** Statement names are a digest of the text, so the same text is planned once per connection. */
function statementName(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  const name = `y_${createHash('sha1').update(sql).digest('base64url')}`;
  if (names.size < 5000) names.set(sql, name);
  return name;
}

function refuseNesting(): Promise<never> {
  return Promise.reject(new Error('transactions do not nest: one transaction per act'));
}
