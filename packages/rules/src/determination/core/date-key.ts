import { daysInMonth, findDayNumber } from '../../calendar/plain-date.ts';

/**
 * A day as (year × 12 + month − 1) × 31 + day − 1: keys order as days do, and full months between two days
 * are the difference by 31, towards zero.
 */
export const DAYS_PER_MONTH_KEY = 31;
export const DAYS_PER_YEAR_KEY = 372;

/** Undefined when the text is no day of the calendar. */
export function findDateKey(text: string): number | undefined {
  if (findDayNumber(text) === undefined) return undefined;
  return keyOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

export function keyOf(year: number, month: number, day: number): number {
  return (year * 12 + month - 1) * DAYS_PER_MONTH_KEY + day - 1;
}

export function dateTextOf(key: number): string {
  const months = Math.floor(key / DAYS_PER_MONTH_KEY);
  const year = Math.floor(months / 12);
  const day = key - months * DAYS_PER_MONTH_KEY + 1;
  return `${String(year).padStart(4, '0')}-${twoDigits(months - year * 12 + 1)}-${twoDigits(day)}`;
}

/** Counted from nought. */
export function dayInMonth(key: number): number {
  return key - Math.floor(key / DAYS_PER_MONTH_KEY) * DAYS_PER_MONTH_KEY;
}

/** A day the later month does not have becomes its last. */
export function addMonthsToKey(key: number, months: number): number {
  const count = Math.floor(key / DAYS_PER_MONTH_KEY) + months;
  const day = dayInMonth(key);
  // The 28th and before are in every month; most days are.
  if (day < 28) return count * DAYS_PER_MONTH_KEY + day;
  const year = Math.floor(count / 12);
  return count * DAYS_PER_MONTH_KEY + Math.min(day, daysInMonth(year, count - year * 12 + 1) - 1);
}

/** The last of a month as its 31st, whether or not the month has one; other days as they are. */
export function monthEndKey(key: number): number {
  const count = Math.floor(key / DAYS_PER_MONTH_KEY);
  const day = key - count * DAYS_PER_MONTH_KEY;
  const year = Math.floor(count / 12);
  const isLast = day === daysInMonth(year, count - year * 12 + 1) - 1;
  return isLast ? (count + 1) * DAYS_PER_MONTH_KEY - 1 : key;
}

export function addDaysToKey(key: number, days: number): number {
  return keyOfDayNumber(dayNumberOfKey(key) + days);
}

export function daysBetweenKeys(from: number, to: number): number {
  return dayNumberOfKey(to) - dayNumberOfKey(from);
}

/** Days since 1970-01-01; the year begins in March, so that the leap day is its last. */
function dayNumberOfKey(key: number): number {
  const months = Math.floor(key / DAYS_PER_MONTH_KEY) - 2;
  const year = Math.floor(months / 12);
  const daysBefore = Math.floor((153 * (months - year * 12) + 2) / 5);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const day = key - (months + 2) * DAYS_PER_MONTH_KEY;
  return year * 365 + leapDays + daysBefore + day - 719_468;
}

function keyOfDayNumber(dayNumber: number): number {
  const date = new Date(dayNumber * 86_400_000);
  return keyOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
