import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openSession } from '../../packages/server/src/platform/auth/index.ts';
import { SYSTEM_CONTEXT } from '../../packages/server/src/platform/db/access-context.ts';
import { startDatabase } from '../../packages/server/src/platform/runtime/index.ts';
import type { TestSession } from '../../packages/server/src/platform/testing/api.ts';
import { fillWithTemplate } from '../../packages/server/src/platform/testing/test-server.ts';
import { openServices, type Services } from '../../packages/server/src/services.ts';
import { silentLog } from '../../packages/server/src/testing/silent-log.ts';
import { type SmallCounty, smallCounty } from '../../packages/server/src/testing/small-county.ts';
import { collectErrors } from './collect-errors.ts';
import { type Killable, killDatabase, startProcess } from './processes.ts';

const SIGNED_IN = ['village.assistant', 'town.window', 'society.keeper', 'county.finance1', 'county.finance2'];

export type Target = 'api' | 'worker' | 'database';
export type Rig = {
  readonly url: string;
  readonly county: SmallCounty;
  readonly services: Services;
  readonly dataDir: string;
  /** The owner of the tables, past row-level security: for looking, never for working. */
  readonly owner: pg.Pool;
  kill(target: Target): Promise<void>;
  /** Processes that ended though nobody killed them. */
  fallen(): string[];
  /** What api and worker logged about errors nobody expects, each kind once with its number. */
  errors(): string[];
  stop(): Promise<void>;
};

/** The product as `npm start` runs it, durable database and all, on a small county with every post filled. */
export async function startRig(): Promise<Rig> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yimen-faults-'));
  await fillWithTemplate(dataDir);
  const database = await startDatabase({ dataDir, databaseUrl: '', durable: true, log: () => undefined });
  const services = await openServices({
    databaseUrl: database.appUrl,
    dataDir,
    profile: 'standard',
    settings: { poolSize: 4 },
    log: silentLog,
  });
  services.database.pool.on('error', () => undefined);
  const county = await smallCounty({ services, signInAs: (login) => signInAs(services, login) });
  // Signed in before anything is killed.
  await Promise.all(SIGNED_IN.map((login) => county.as(login)));
  const port = await freePort();
  const options = {
    databaseUrl: database.appUrl,
    port,
    host: '127.0.0.1',
    metricsPort: await freePort(),
    dataDir,
    profile: 'standard' as const,
  };
  const errors = collectErrors();
  const running: Record<'api' | 'worker', Killable> = {
    api: await startProcess('api', options, errors.read),
    worker: await startProcess('worker', options, errors.read),
  };
  const owner = new pg.Pool({ connectionString: database.migratorUrl, max: 2 });
  // Its idle connections die with the database.
  owner.on('error', () => undefined);
  owner.on('connect', (client) => client.on('error', () => undefined));
  return {
    url: `http://127.0.0.1:${port}`,
    county,
    services,
    dataDir,
    owner,
    // The database is started again by its own supervisor.
    kill: async (target) => (target === 'database' ? killDatabase(dataDir) : running[target].kill()),
    fallen: () => Object.entries(running).flatMap(([role, one]) => (one.hasFallen() ? [role] : [])),
    errors: errors.list,
    stop: async () => {
      await Promise.all(Object.values(running).map((one) => one.stop()));
      await Promise.all([owner.end(), services.close()]);
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function signInAs(services: Services, login: string): Promise<TestSession> {
  return services.database.transact(SYSTEM_CONTEXT, async (tx) => {
    const now = services.clock.now();
    const account = await tx.selectFrom('account').select('id').where('login', '=', login).executeTakeFirstOrThrow();
    const token = await openSession(
      tx,
      { ...services.settings, session: { idleMinutes: 60, absoluteMinutes: 600, maxLive: 100 } },
      { accountId: account.id, limit: null, secondFactorAt: now, now },
    );
    return { accountId: account.id, token, postId: null };
  });
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
