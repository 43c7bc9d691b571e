/** `YYYY-MM-DD`, a day of the Chinese civil calendar (Asia/Shanghai); no clock time, no time zone. */
export type PlainDate = string;

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01, or undefined when the text is not a day that exists (2026-02-30, 2026-2-3). */
export function findDayNumber(text: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  // Date.UTC never reads the process time zone.
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

export function isPlainDate(text: string): boolean {
  return findDayNumber(text) !== undefined;
}

/** As findDayNumber for a day already known to exist; NaN otherwise, so that a slip cannot look like a day. */
export function dayNumberOf(date: PlainDate): number {
  return findDayNumber(date) ?? Number.NaN;
}

export function dateOfDayNumber(dayNumber: number): PlainDate {
  return new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** 0 Sunday … 6 Saturday. 1970-01-01 was a Thursday. */
export function weekdayOf(date: PlainDate): number {
  return (((dayNumberOf(date) + 4) % 7) + 7) % 7;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
