import type { PolicyOn } from '../policy/policy-on.ts';
import { resolveTable } from '../policy/read-parameter.ts';
import type { Cell } from '../policy/unit.ts';
import { dateInShanghai, type Instant, minuteOfDay } from './instant.ts';
import { isWorkingDay, type WorkingDayCalendar } from './working-day-calendar.ts';

/** Whether the windows are open (`window.hours` on working days); undefined when the hours are not known. */
export function isOfficeHours(at: Instant, policy: PolicyOn, calendar: WorkingDayCalendar): boolean | undefined {
  const hours = resolveTable(policy, 'window.hours');
  if (!hours.known) return undefined;
  if (!isWorkingDay(dateInShanghai(at), calendar)) return false;
  const minute = minuteOfDay(at);
  return hours.value.some((row) => {
    const opens = minutesOf(row['opens']);
    const closes = minutesOf(row['closes']);
    return opens <= minute && minute < closes;
  });
}

/** `HH:MM` as minutes; NaN, which compares as false, for anything else. */
function minutesOf(cell: Cell | undefined): number {
  const parts = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(String(cell));
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : Number.NaN;
}
