import type { ClientBase, Pool } from 'pg';
import { StartFailure } from './runtime/index.ts';
import type { Profile } from './settings.ts';

/** Written in the transaction of the first demonstration account. */
export async function markDemonstration(client: ClientBase, now: Date): Promise<void> {
  await client.query('INSERT INTO yimen.demonstration (filled_at) VALUES ($1) ON CONFLICT DO NOTHING', [now]);
}

/**
 * Production does not start on a demonstration: its passwords are published, and its people, money and cases do not exist.
 * Closing the accounts instead would leave an office without an administrator among invented files.
 */
export async function refuseDemonstration(client: ClientBase | Pool, profile: Profile): Promise<void> {
  if (profile === 'demo') return;
  const { rows } = await client.query('SELECT filled_at FROM yimen.demonstration');
  if (rows.length === 0) return;
  throw new StartFailure({
    zh: `这个数据库装的是演示数据，登录密码是公开的，不能按 ${profile} 运行；请换一个空的数据库或数据目录，或用 YIMEN_PROFILE=demo 启动。`,
    en: `This database holds the demonstration, whose passwords are published; it does not run as ${profile}. Use an empty database or data directory, or start with YIMEN_PROFILE=demo.`,
  });
}
