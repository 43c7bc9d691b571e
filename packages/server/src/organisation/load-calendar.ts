import { createWorkingDayCalendar, type WorkingDayCalendar } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import { loadHolidays } from '../policy/index.ts';
import { selectCalendarYears } from './queries.ts';

/** The calendar as this transaction sees it; `services.calendar()` is the same one, up to a minute old. */
export async function loadCalendar(tx: Tx): Promise<WorkingDayCalendar> {
  const shipped = loadHolidays();
  const years = await selectCalendarYears(tx);
  const imported = Object.fromEntries(
    years.map((year) => [String(year.year), { papers: [year.source], off: year.offDays, work: year.workDays }]),
  );
  return createWorkingDayCalendar({ ...shipped, schedules: { ...shipped.schedules, ...imported } });
}
