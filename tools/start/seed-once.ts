import type { Database } from '../../packages/server/src/platform/runtime/index.ts';
import { say } from './announce.ts';

export type DemoLogin = { title: string; username: string; password: string };

/** Fills an empty database with the demonstration county; returns the logins to try it with. */
export async function seedOnce(database: Database, dataDir: string): Promise<DemoLogin[]> {
  const { DEMO_LOGINS, DEMO_PASSWORD } = await import('../../packages/server/src/demo/index.ts');
  const { seedDemo } = await import('../../packages/server/src/demo/seed.ts');
  await seedDemo({ databaseUrl: database.appUrl, dataDir, log: say });
  return DEMO_LOGINS.map(({ login, what }) => ({
    title: `${what.zh} / ${what.en}`,
    username: login,
    password: DEMO_PASSWORD,
  }));
}
