import { expect, test } from 'vitest';
import { parseLimit } from './limit.ts';
import { addMonths } from './periods.ts';
import { addDays, daysInMonth, findDayNumber, isPlainDate } from './plain-date.ts';

test.each([
  [2024, 29],
  [2026, 28],
  [2000, 29],
  [1900, 28],
  [2100, 28],
])('February of %i has %i days', (year, days) => {
  expect(daysInMonth(year, 2)).toBe(days);
  expect(addDays(`${year}-02-28`, 1)).toBe(days === 29 ? `${year}-02-29` : `${year}-03-01`);
});

test('the other months have 30 or 31 days', () => {
  const days = Array.from({ length: 12 }, (_, index) => daysInMonth(2026, index + 1));
  expect(days).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
});

test.each(['2026-03-00', '2026-03-01 ', ' 2026-03-01', 'on 2026-03-01', '2026-03-01T00:00:00Z', '0999-12-31'])(
  '“%s” is no day',
  (text) => {
    expect(isPlainDate(text)).toBe(false);
  },
);

test('days are counted from 1970, the first of them of the year 1000', () => {
  expect(['1970-01-01', '1969-12-31', '1000-01-01'].map(findDayNumber)).toEqual([0, -1, -354_285]);
  expect(isPlainDate('1000-01-01')).toBe(true);
});

test('years are written with four digits', () => {
  expect(addMonths('1000-01-31', -1)).toBe('0999-12-31');
});

test.each([
  ['9999 workingDays', { amount: 9_999, clock: 'workingDays' }],
  ['0 hours', { amount: 0, clock: 'hours' }],
  ['100 months', { amount: 100, clock: 'months' }],
  ['10 workingDays,', undefined],
  ['10 workingDays or so', undefined],
  ['10000 hours', undefined],
  ['01 hours', undefined],
  ['about 10 hours', undefined],
])('%s as a limit', (text, limit) => {
  expect(parseLimit(text)).toEqual(limit);
});
