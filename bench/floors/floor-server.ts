// What a hand-written server could do at best: the least SQL for the same answer on `pg`. Bare does nothing else; careful
// adds session lookup, scope check, validation by the same contract and an audit row in the same transaction.

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { openVault } from '../../packages/server/src/platform/vault/vault.ts';
import { act, type Deed, deedOf, type Means } from './deeds.ts';
import { readNames } from './names.ts';

type Options = {
  readonly mode: 'bare' | 'careful';
  readonly url: string;
  readonly poolSize: number;
  readonly dataDir: string;
};

process.once('message', (options: Options) => void start(options));

async function start({ mode, url, poolSize, dataDir }: Options): Promise<void> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    options: '-c search_path=yimen -c plan_cache_mode=force_generic_plan',
  });
  const means = { vault: await openVault({ dataDir }), names: await readNames(pool) };
  const server = createServer((request, response) => {
    void answer(pool, mode, means, request, response);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
  });
}

async function answer(
  pool: pg.Pool,
  mode: Options['mode'],
  means: Means,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const deed = deedOf(
    request.method ?? 'GET',
    request.url ?? '/',
    Buffer.concat(chunks).toString('utf8'),
    mode === 'careful',
  );
  if (!deed) return void response.writeHead(404).end();
  const client = await pool.connect();
  try {
    const body =
      mode === 'bare'
        ? await act(client, deed, means)
        : await actCarefully(client, deed, means, request.headers.cookie ?? '');
    response
      .writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(body ?? {}));
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    response.writeHead(500).end(String(error));
  } finally {
    client.release();
  }
}

const SESSION = {
  name: 'session',
  text: `SELECT s.account_id, p.id AS post_id, p.office_id, p.region_code, r.range_to FROM session s JOIN account a ON a.id = s.account_id AND a.disabled_at IS NULL
    JOIN post_holder h ON h.account_id = a.id AND h.to_date IS NULL JOIN post p ON p.id = h.post_id JOIN region r ON r.code = p.region_code
    WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.idle_expires_at > now() AND s.absolute_expires_at > now()`,
};
const AUDIT = {
  name: 'audit',
  text: 'INSERT INTO audit_entry (at, action, outcome, account_id, post_id, office_id, region_code, subject_id, request_id) VALUES (now(), $1, $2, $3, $4, $5, $6, $7, gen_random_uuid())',
};

async function actCarefully(client: pg.PoolClient, deed: Deed, means: Means, cookie: string): Promise<unknown> {
  await client.query('BEGIN');
  const token = createHash('sha256')
    .update(cookie.slice(cookie.indexOf('=') + 1))
    .digest();
  const { rows } = await client.query({ ...SESSION, values: [token] });
  const session = rows[0] as
    | { account_id: string; post_id: string; office_id: string; region_code: string; range_to: string }
    | undefined;
  if (!session) throw new Error('no session');
  const body = await act(client, deed, means, session);
  await client.query({
    ...AUDIT,
    values: [
      deed.name,
      'done',
      session.account_id,
      session.post_id,
      session.office_id,
      session.region_code,
      deed.id ?? null,
    ],
  });
  await client.query('COMMIT');
  return body;
}
