import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../db/database.ts';
import type { PlatformServices } from '../platform-services.ts';

const PING_MS = 1000;

/** `live` as soon as it answers; `ready` when the database does within a second and the disk has room. */
export function addHealth(app: FastifyInstance, services: PlatformServices, version: string): void {
  app.get('/api/health', { config: { routeId: 'health' } }, async (_request, reply) => {
    const database = await answers(services.database);
    const disk = services.mayWrite();
    const ready = database && disk;
    return reply.status(ready ? 200 : 503).send({ live: true, ready, version, checks: { database, disk } });
  });
}

async function answers(database: Database): Promise<boolean> {
  const ping = database.pool.query('SELECT 1').then(
    () => true,
    () => false,
  );
  return Promise.race([ping, delay(PING_MS, false, { ref: false })]);
}
