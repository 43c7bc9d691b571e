import { listApplied, readMigrations } from '../platform/db/migrate.ts';
import { readState } from '../platform/db/read-state.ts';
import { withSession } from '../platform/runtime/index.ts';
import type { Services } from '../services.ts';
import { withServices } from './context.ts';

type Check = { readonly zh: string; readonly en: string; readonly ok: boolean; readonly figure: string | number };

/** What an administrator looks at first; exit code 1 when something needs a hand. */
export async function printHealth(): Promise<void> {
  const checks = await withServices(async (services, { migratorUrl }) => [
    await checkMigrations(migratorUrl),
    ...(await listChecks(services)),
  ]);
  for (const { zh, en, ok, figure } of checks) console.log(`${ok ? '✓' : '✗'} ${zh} ${en}: ${figure}`);
  if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
}

/** The application's own role has no business in the list of migrations. */
async function checkMigrations(migratorUrl: string): Promise<Check> {
  const known = (await readMigrations()).length;
  const applied = await withSession(migratorUrl, async (client) => (await listApplied(client)).length);
  return { zh: '数据库版本', en: 'migrations applied', ok: applied === known, figure: `${applied}/${known}` };
}

async function listChecks(services: Services): Promise<Check[]> {
  const { mayWrite, clock } = services;
  const year = clock.now().getUTCFullYear();
  const { lag, poison, jobs, unsealed, messages } = await readState(services.database);
  return [
    { zh: '磁盘可写', en: 'disk has room', ok: mayWrite(), figure: mayWrite() ? 'yes' : 'no' },
    { zh: '事件积压秒数', en: 'outbox lag in seconds', ok: lag < 60, figure: Math.round(lag) },
    { zh: '失败的事件', en: 'events given up', ok: poison === 0, figure: poison },
    { zh: '失败的作业', en: 'jobs whose last run failed', ok: jobs === 0, figure: jobs },
    { zh: '待封存的审计日志', en: 'audit entries not sealed', ok: unsealed < 10_000, figure: unsealed },
    { zh: '未送达的消息', en: 'messages given up', ok: messages === 0, figure: messages },
    {
      zh: '本年节假日安排',
      en: 'holiday schedule of this year',
      ok: services.calendar().years.has(year),
      figure: year,
    },
  ];
}
