import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';

/** Sends one statement; with `prepare` it is planned once per connection. */
export function sendStatement<R extends QueryResultRow>(
  client: PoolClient,
  prepare: boolean,
  text: string,
  values: readonly unknown[],
): Promise<QueryResult<R>> {
  holdWrites(client);
  const given = [...values];
  const name = prepare ? statementName(text) : undefined;
  return client.query<R>(name === undefined ? { text, values: given } : { name, text, values: given });
}

/** Statements of one burst of work leave in one system call, which costs more than planning them. */
export function holdWrites(client: PoolClient): void {
  // Not in the types of `pg`; a client without it sends each statement by itself.
  const { connection } = client as { connection?: { stream?: Writable } };
  const stream = connection?.stream;
  stream?.cork();
  // Runs when nothing is left to do without an answer.
  process.nextTick(() => stream?.uncork());
}

const names = new Map<string, string>();

/** Every text sent so far by this process, for the tests that look at plans. */
export function knownStatements(): string[] {
  return [...names.keys()];
}

// Connections keep every named statement; beyond so many texts something writes values into them.
const MOST_NAMES = 5000;

/** Statement names are a digest of the text, so the same text is planned once per connection. */
function statementName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = `y_${createHash('sha1').update(sql).digest('base64url')}`;
  names.set(sql, name);
  return name;
}
