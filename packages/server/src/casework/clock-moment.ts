import { addDays, isWorkingDay, type WorkingDayCalendar } from '@yimen/rules';
import type { RawBuilder } from 'kysely';
import { civilDate } from '../platform/clock/clock.ts';

/** Longer than any limit in working days; a clock that is due later says no number. */
const HORIZON_DAYS = 180;

type DaysAhead = {
  readonly today: string;
  readonly horizonDays: number;
  /** Of the working days after today, how many days from today each lies. */
  readonly distances: readonly number[];
};
type Moment = DaysAhead & { readonly now: Date };

/** When clocks are looked at, as values or as places of a statement that is built once. */
export type ClockMoment = { readonly [K in keyof Moment]: Moment[K] | RawBuilder<Moment[K]> };

// One calendar for the process, like the tree of regions: every business shows clocks with the same one.
let calendarOf: (() => WorkingDayCalendar) | undefined;

export function countClocksWith(calendar: () => WorkingDayCalendar): void {
  calendarOf = calendar;
}

let counted: { readonly with: WorkingDayCalendar; readonly ahead: DaysAhead } | undefined;

export function clockMoment(now: Date): Moment {
  const calendar = calendarOf?.();
  if (calendar === undefined) throw new Error('clocks are shown before the routes were built');
  const today = civilDate(now);
  if (counted?.with !== calendar || counted.ahead.today !== today)
    counted = { with: calendar, ahead: daysAhead(today, calendar) };
  return { now, ...counted.ahead };
}

function daysAhead(today: string, calendar: WorkingDayCalendar): DaysAhead {
  const days = Array.from({ length: HORIZON_DAYS }, (_, index) => index + 1);
  const distances = days.filter((distance) => isWorkingDay(addDays(today, distance), calendar));
  return { today, horizonDays: HORIZON_DAYS, distances };
}
