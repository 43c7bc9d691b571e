import { DAYS_PER_MONTH_KEY, DAYS_PER_YEAR_KEY, monthEndKey } from '@yimen/rules';

/**
 * Somebody is below so many years of age when born after this day. Whoever was born on 29 February turns older on the
 * last of February; nobody is born in the future.
 */
export function lastBirthOf(years: number, today: number): number {
  return years > 0 ? monthEndKey(today) - years * DAYS_PER_YEAR_KEY : monthEndKey(today) + DAYS_PER_YEAR_KEY - 1;
}

/** What began after this day has not lasted so many months. */
export function lastStartOf(months: number, today: number): number {
  return monthEndKey(today) - months * DAYS_PER_MONTH_KEY;
}
