import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageOn } from '../../calendar/age.ts';
import { addMonths, dateOfDayNumber, dayNumber, type FeelDate, monthsBetween } from '../../feel/temporal/date.ts';
import {
  addDaysToKey,
  addMonthsToKey,
  dateTextOf,
  daysBetweenKeys,
  findDateKey,
  keyOf,
  monthEndKey,
} from './date-key.ts';

const anyDay: fc.Arbitrary<FeelDate> = fc.integer({ min: -300_000, max: 300_000 }).map(dateOfDayNumber);
const key = ({ year, month, day }: FeelDate) => keyOf(year, month, day);

test('a key orders, moves and measures as the day does', () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: -700, max: 700 }), (one, other, by) => {
      expect(Math.sign(key(one) - key(other))).toBe(Math.sign(dayNumber(one) - dayNumber(other)));
      expect(addMonthsToKey(key(one), by)).toBe(key(addMonths(one, by)));
      expect(addDaysToKey(key(one), by)).toBe(key(dateOfDayNumber(dayNumber(one) + by)));
      expect(daysBetweenKeys(key(one), key(other))).toBe(dayNumber(other) - dayNumber(one));
      expect(Math.trunc((key(other) - key(one)) / 31) + 0).toBe(monthsBetween(one, other) + 0);
      expect(findDateKey(dateTextOf(key(one)))).toBe(key(one));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-05-31', 13, '2027-06-30'],
])('%s and %i months are %s', (from, months, to) => {
  expect(dateTextOf(addMonthsToKey(findDateKey(from) ?? 0, months))).toBe(to);
});

test('from 1900 to 2100 a later date is compared without working it out', () => {
  const wrong: string[] = [];
  const last = findDateKey('2100-12-31') ?? 0;
  for (let date = findDateKey('1900-01-01') ?? 0; date <= last; date = addDaysToKey(date, 1)) {
    for (const months of [0, 6, 12, 13, 36, 192, 216, 720]) {
      const moved = addMonthsToKey(date, months);
      for (const by of [-2, -1, 0, 1, 2]) {
        const day = addDaysToKey(moved, by);
        const isUpTo = date + 31 * months <= monthEndKey(day);
        const isBefore = date + 31 * months < day;
        if (isUpTo !== moved <= day || isBefore !== moved < day) wrong.push(`${dateTextOf(date)} ${months} ${by}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('a text that is no day has no key', () => {
  for (const text of ['2026-02-30', '2026-2-3', '', 'today', '2026-03-01T00:00:00'])
    expect(findDateKey(text)).toBeUndefined();
});

test('who is born on 29 February comes of age on 1 March by the expression language, on 28 February by the civil code', () => {
  const yearsOn = (on: string) => Math.trunc(((findDateKey(on) ?? 0) - (findDateKey('2008-02-29') ?? 0)) / 372);
  expect([yearsOn('2026-02-28'), yearsOn('2026-03-01')]).toEqual([17, 18]);
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(18);
});

test('a key is written with all its digits', () => {
  expect([dateTextOf(keyOf(987, 1, 2)), dateTextOf(keyOf(2026, 12, 31))]).toEqual(['0987-01-02', '2026-12-31']);
});

test('the last of a month stands for its 31st, other days for themselves', () => {
  const shown = (text: string) => {
    const key = findDateKey(text) ?? 0;
    return monthEndKey(key) - key;
  };
  const days = ['2026-02-28', '2028-02-28', '2028-02-29', '2026-04-30', '2026-04-29', '2026-12-31', '2026-12-30'];
  expect(days.map(shown)).toEqual([3, 0, 2, 1, 0, 0, 0]);
});
