import { rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApi } from './api.ts';
import { createFirstAdministratorToken, isWithoutAccounts } from './platform/auth/index.ts';
import { refuseDemonstration } from './platform/demonstration.ts';
import { createMetrics, listenForMetrics } from './platform/http/metrics.ts';
import type { Profile } from './platform/settings.ts';
import { openServices, type Services } from './services.ts';
import { buildWorker } from './worker.ts';

// What is being answered may finish; after this the doors close.
const DRAIN_MS = 10_000;

export type ApiOptions = {
  readonly databaseUrl: string;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly profile: Profile;
  readonly metricsPort: number;
};
export type WorkerOptions = Pick<ApiOptions, 'databaseUrl' | 'dataDir' | 'profile'>;
export type Running = { readonly address: string; stop(): Promise<void> };

export async function startApi(options: ApiOptions): Promise<Running> {
  const { databaseUrl, dataDir, profile, port, host } = options;
  const services = await openServices({ databaseUrl, dataDir, profile, name: 'yimen-api' });
  await requireOwnData(services);
  const metrics = createMetrics(services.database);
  const app = await buildApi(services, metrics);
  await offerFirstAdministrator(services);
  await app.listen({ port, host });
  const metricsServer = await listenForMetrics(metrics, options.metricsPort);
  const bound = boundPort(app.addresses()) ?? port;
  services.log.info({ port: bound, profile }, 'api ready');
  return {
    address: `http://${isAnyHost(host) ? 'localhost' : host}:${bound}`,
    stop: async () => {
      await closeWithin(() => drain(app), DRAIN_MS);
      app.server.closeAllConnections();
      await closeServer(metricsServer);
      await services.close();
    },
  };
}

export async function startWorker(options: WorkerOptions): Promise<Running> {
  const { databaseUrl, dataDir, profile } = options;
  const services = await openServices({
    databaseUrl,
    dataDir,
    profile,
    name: 'yimen-worker',
    settings: { poolSize: 5 },
  });
  await requireOwnData(services);
  const worker = buildWorker(services);
  worker.start();
  services.log.info({ profile }, 'worker ready');
  return {
    address: '',
    stop: async () => {
      await closeWithin(() => worker.stop(), DRAIN_MS);
      await services.close();
    },
  };
}

async function requireOwnData(services: Services): Promise<void> {
  try {
    await refuseDemonstration(services.database.pool, services.profile);
  } catch (error) {
    await services.close();
    throw error;
  }
}

export function firstAdministratorFile(dataDir: string): string {
  return join(dataDir, 'first-administrator-token.txt');
}

/** An installation without accounts leaves a one-time token where only the starting user can read it; never in the log. */
async function offerFirstAdministrator(services: Services): Promise<void> {
  const file = firstAdministratorFile(services.dataDir);
  if (services.profile === 'demo' || !(await isWithoutAccounts(services))) {
    rmSync(file, { force: true });
    return;
  }
  writeFileSync(file, `${await createFirstAdministratorToken(services)}\n`, { mode: 0o600 });
  services.log.warn({ file }, 'no account yet: the token in this file creates the first administrator within a day');
}

function boundPort(addresses: readonly (string | { port: number })[]): number | undefined {
  const first = addresses[0];
  return typeof first === 'object' ? first.port : undefined;
}

function isAnyHost(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || host === '127.0.0.1';
}

/** A connection kept alive after its last answer would hold the door open until its timeout. */
async function drain(app: FastifyInstance): Promise<void> {
  const timer = setInterval(() => app.server.closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearInterval(timer);
  }
}

async function closeWithin(close: () => Promise<unknown>, ms: number): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
  await Promise.race([close(), patience]);
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
