import { dayNumberOf, type PlainDate, weekdayOf, yearOf } from './plain-date.ts';

/** What the State Council publishes once a year, usually in November for the year after. */
export interface YearSchedule {
  /** Addresses of the notices. */
  readonly papers: readonly string[];
  /** Days off, weekend days inside a holiday included. May reach into the December before. */
  readonly off: readonly PlainDate[];
  /** Weekend days worked in exchange. */
  readonly work: readonly PlainDate[];
}

/** A holiday on a fixed day of the year, as the holiday law stood from one day to another. */
export interface FixedHoliday {
  readonly name: string;
  /** `MM-DD`. */
  readonly monthDay: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export interface CalendarData {
  readonly schedules: Readonly<Record<string, YearSchedule>>;
  readonly fixedHolidays: readonly FixedHoliday[];
}

export interface WorkingDayCalendar {
  /** Years whose schedule is loaded. */
  readonly years: ReadonlySet<number>;
  readonly off: ReadonlySet<PlainDate>;
  readonly work: ReadonlySet<PlainDate>;
  readonly fixedHolidays: readonly FixedHoliday[];
}

/** From 28 December on, the next year's notice may still move days (it did in 2018: 29 December was worked). */
const NEW_YEAR_REACH = '12-28';

export function createWorkingDayCalendar(data: CalendarData): WorkingDayCalendar {
  const schedules = Object.values(data.schedules);
  return {
    years: new Set(Object.keys(data.schedules).map(Number)),
    off: new Set(schedules.flatMap((schedule) => schedule.off)),
    work: new Set(schedules.flatMap((schedule) => schedule.work)),
    fixedHolidays: data.fixedHolidays,
  };
}

/** 行政许可法 82, 行政处罚法 85: weekends and holidays are no working days, exchanged weekend days are. */
export function isWorkingDay(date: PlainDate, calendar: WorkingDayCalendar): boolean {
  if (calendar.work.has(date)) return true;
  if (calendar.off.has(date)) return false;
  const weekday = weekdayOf(date);
  if (weekday === 0 || weekday === 6) return false;
  return calendar.years.has(yearOf(date)) || !isFixedHoliday(date, calendar);
}

/** False while the schedule that decides about this day is not loaded. */
export function isScheduled(date: PlainDate, calendar: WorkingDayCalendar): boolean {
  const year = yearOf(date);
  if (!calendar.years.has(year)) return false;
  return date.slice(5) < NEW_YEAR_REACH || calendar.years.has(year + 1);
}

function isFixedHoliday(date: PlainDate, calendar: WorkingDayCalendar): boolean {
  return calendar.fixedHolidays.some((holiday) => {
    if (holiday.monthDay !== date.slice(5) || date < holiday.from) return false;
    return holiday.to === null || dayNumberOf(date) <= dayNumberOf(holiday.to);
  });
}
