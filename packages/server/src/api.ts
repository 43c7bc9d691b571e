import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from './platform/http/metrics.ts';
import { buildServer } from './platform/http/server.ts';
import { allRoutes } from './routes.ts';
import { factsShape } from './screening/index.ts';
import type { Services } from './services.ts';
import { VERSION } from './version.ts';

const WEB_APPS = [
  { prefix: '/', folder: folderOf('citizen') },
  { prefix: '/staff/', folder: folderOf('staff') },
];

/** The api process: every business's routes, the two web apps, documentation and health. */
export function buildApi(services: Services, metrics?: Metrics): Promise<FastifyInstance> {
  return buildServer({
    services,
    implementations: allRoutes(services),
    webApps: WEB_APPS,
    version: VERSION,
    shapes: () => ({ HouseholdFacts: factsShape(services) }),
    ...(metrics ? { metrics } : {}),
  });
}

function folderOf(app: string): string {
  return fileURLToPath(new URL(`../../${app}/dist/`, import.meta.url));
}
