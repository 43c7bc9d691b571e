import type { Database } from '../../packages/server/src/platform/runtime/index.ts';
import { say } from './announce.ts';

export type DemoLogin = { title: string; username: string; password: string };

/** Fills an empty database with the demonstration county; returns the logins to try it with. */
export async function seedOnce(database: Database, dataDir: string): Promise<DemoLogin[]> {
  const { seedDemo } = await import('../../packages/server/src/demo/seed.ts');
  const { migratorUrl, appUrl } = database;
  return seedDemo({ migratorUrl, appUrl, dataDir, log: say });
}
