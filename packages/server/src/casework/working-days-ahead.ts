import { addDays, isWorkingDay, type WorkingDayCalendar } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';

/** Longer than any limit in working days; a clock that is due later says no number. */
const HORIZON_DAYS = 180;

// One calendar for the process, like the tree of regions: every business shows clocks with the same one.
let calendarOf: (() => WorkingDayCalendar) | undefined;

export function countClocksWith(calendar: () => WorkingDayCalendar): void {
  calendarOf = calendar;
}

export type DaysAhead = {
  readonly today: string;
  readonly horizonDays: number;
  /** Of the working days after today, how many days from today each lies. */
  readonly distances: readonly number[];
};

let counted: { readonly with: WorkingDayCalendar; readonly ahead: DaysAhead } | undefined;

/** What a query needs to count the working days until a due day; undefined before the routes were built. */
export function workingDaysAhead(now: Date): DaysAhead | undefined {
  const calendar = calendarOf?.();
  if (calendar === undefined) return undefined;
  const today = civilDate(now);
  if (counted?.with !== calendar || counted.ahead.today !== today)
    counted = { with: calendar, ahead: daysAhead(today, calendar) };
  return counted.ahead;
}

function daysAhead(today: string, calendar: WorkingDayCalendar): DaysAhead {
  const days = Array.from({ length: HORIZON_DAYS }, (_, index) => index + 1);
  const distances = days.filter((distance) => isWorkingDay(addDays(today, distance), calendar));
  return { today, horizonDays: HORIZON_DAYS, distances };
}
