import { createWorkingDayCalendar, type WorkingDayCalendar } from '@yimen/rules';
import { SYSTEM_CONTEXT } from './platform/db/access-context.ts';
import type { Database } from './platform/db/database.ts';
import { loadHolidays } from './policy/index.ts';

const FRESH_MS = 60_000;

/** The official calendar: the schedules shipped with the platform and those an administrator imported since. */
export type ServerCalendar = {
  /** As of the last minute, or of the last `reload`. */
  (): WorkingDayCalendar;
  /** After an import; other processes follow within a minute. */
  reload(): Promise<void>;
};

export async function openCalendar(database: Database): Promise<ServerCalendar> {
  const shipped = loadHolidays();
  let calendar = createWorkingDayCalendar(shipped);
  let readAt = 0;
  async function reload(): Promise<void> {
    readAt = performance.now();
    const imported = await readImportedYears(database);
    calendar = createWorkingDayCalendar({ ...shipped, schedules: { ...shipped.schedules, ...imported } });
  }
  function current(): WorkingDayCalendar {
    // Asking must not wait: the present calendar answers while a newer one is read. A failed read is tried again.
    if (performance.now() - readAt > FRESH_MS) reload().catch(() => undefined);
    return calendar;
  }
  await reload();
  return Object.assign(current, { reload });
}

async function readImportedYears(
  database: Database,
): Promise<Record<string, { papers: string[]; off: string[]; work: string[] }>> {
  const rows = await database.transact(SYSTEM_CONTEXT, (tx) => tx.selectFrom('calendar_year').selectAll().execute());
  return Object.fromEntries(
    rows.map(({ year, source, off_days, work_days }) => [
      String(year),
      { papers: [source], off: off_days, work: work_days },
    ]),
  );
}
