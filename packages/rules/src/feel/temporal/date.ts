import { refusal } from '../problem.ts';

/** A day of the proleptic Gregorian calendar. */
export interface FeelDate {
  readonly kind: 'date';
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** DMN 1.4 §10.3.2.3.4. */
const LARGEST_YEAR = 999_999_999;

export function findDate(year: number, month: number, day: number): FeelDate | undefined {
  if (Math.abs(year) > LARGEST_YEAR || month < 1 || month > 12) return undefined;
  return day >= 1 && day <= daysInMonth(year, month) ? { kind: 'date', year, month, day } : undefined;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 1970-01-01; years begin in March, so that the leap day is the last of its year. */
export function dayNumber({ year, month, day }: FeelDate): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function dateOfDayNumber(number: number): FeelDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return requiredDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** A day that the later month does not have becomes its last: 31 January + 1 month is 28 or 29 February. */
export function addMonths({ year, month, day }: FeelDate, months: number): FeelDate {
  const count = year * 12 + (month - 1) + months;
  const laterYear = Math.floor(count / 12);
  const laterMonth = count - laterYear * 12 + 1;
  return requiredDate(laterYear, laterMonth, Math.min(day, daysInMonth(laterYear, laterMonth)));
}

/** Full months from one day to another, towards zero: −1 month until the day is reached. */
export function monthsBetween(from: FeelDate, to: FeelDate): number {
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  if (months > 0 && to.day < from.day) return months - 1;
  return months < 0 && to.day > from.day ? months + 1 : months;
}

function requiredDate(year: number, month: number, day: number): FeelDate {
  const date = findDate(year, month, day);
  if (!date) throw refusal('DATE_RANGE', `${year}-${month}-${day}`);
  return date;
}
