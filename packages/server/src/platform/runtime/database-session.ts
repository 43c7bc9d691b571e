import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { describeAddress } from './database-urls.ts';
import { errorCode, errorText, StartFailure } from './start-failure.ts';
import { startMessages } from './start-messages.ts';

const CONNECT_TIMEOUT_MS = 5000;
const QUERY_TIMEOUT_MS = 120_000;
// A server that is gone may never close its side.
const GOODBYE_TIMEOUT_MS = 2000;
// 57P03: the server is starting up or recovering.
const NOT_YET = new Set(['57P03', 'ECONNREFUSED', 'ENOENT']);

/** One short administrative session. */
export async function withSession<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await Promise.race([client.end(), delay(GOODBYE_TIMEOUT_MS, undefined, { ref: false })]);
  }
}

async function connect(url: string): Promise<Client> {
  const deadline = Date.now() + CONNECT_TIMEOUT_MS;
  for (;;) {
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (!NOT_YET.has(codeOf(error)) || Date.now() > deadline) {
        throw new StartFailure(startMessages.databaseUnreachable(describeAddress(url), errorText(error)), error);
      }
      await delay(200);
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof AggregateError ? errorCode(error.errors[0]) : errorCode(error);
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
