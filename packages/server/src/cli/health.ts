import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { readMigrations } from '../platform/db/migrate.ts';
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
  const applied = await withSession(migratorUrl, async (client) =>
    Number((await client.query('SELECT FROM public.yimen_migration')).rowCount),
  );
  return { zh: '数据库版本', en: 'migrations applied', ok: applied === known, figure: `${applied}/${known}` };
}

async function listChecks(services: Services): Promise<Check[]> {
  const { database, mayWrite, clock } = services;
  const year = clock.now().getUTCFullYear();
  return database.transact(SYSTEM_CONTEXT, async (_tx, client) => {
    const number = async (sql: string) => Number((await client.query<{ n: number | null }>(sql)).rows[0]?.n ?? 0);
    const poison = await number("SELECT count(*) AS n FROM yimen.outbox_event WHERE next_attempt_at = 'infinity'");
    const lag = await number(
      "SELECT extract(epoch FROM now() - min(occurred_at))::float8 AS n FROM yimen.outbox_event WHERE next_attempt_at < 'infinity'",
    );
    const unsealed = await number(
      'SELECT count(*) AS n FROM yimen.audit_entry WHERE id > coalesce((SELECT max(entry_id) FROM yimen.audit_link), 0)',
    );
    const messages = await number("SELECT count(*) AS n FROM yimen.message WHERE status = 'given-up'");
    const jobs = await number('SELECT count(*) AS n FROM yimen.job_run WHERE last_error IS NOT NULL');
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
  });
}
