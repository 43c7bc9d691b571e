import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { startDatabase, withSession } from '../runtime/index.ts';

export type OtherServer = { adminUrl: string; urlFor: (login: Login) => string; stop: () => Promise<void> };
export type Login = { user: string; password: string; database: string };

/** A PostgreSQL as somebody else runs it: reached by TCP, with a superuser and nothing of ours inside. */
export async function startOtherServer(): Promise<OtherServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yimen-other-'));
  const database = await startDatabase({ dataDir, databaseUrl: '', durable: false, log: () => undefined });
  const own = new URL(database.adminUrl);
  own.pathname = '/postgres';
  await withSession(own.href, async (client) => {
    await client.query('DROP DATABASE yimen');
    await client.query('DROP ROLE yimen_app, yimen_migrator');
  });
  // Ours listens on a socket only; this gives it an ordinary address.
  const socket = join(own.searchParams.get('host') ?? '', '.s.PGSQL.5432');
  const relay = createServer((from) => {
    const to = connect(socket);
    // Either side may break off; pipeline then closes the other.
    pipeline(from, to, from, () => undefined);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => relay.once('listening', resolve));
  const address = relay.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const urlFor = ({ user, password, database: name }: Login) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
  return {
    adminUrl: urlFor({ user: own.username, password: own.password, database: 'postgres' }),
    urlFor,
    stop: async () => {
      relay.close();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
