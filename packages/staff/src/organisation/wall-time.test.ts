import { expect, test } from 'vitest';
import { addDays, civilDateOf, instantOf, timeOf, wallTimeOf, weekAround } from './wall-time.ts';

test('a moment typed as Shanghai time comes back as it was typed', () => {
  expect(instantOf('2026-03-05T01:30')).toBe('2026-03-04T17:30:00.000Z');
  expect(wallTimeOf('2026-03-04T17:30:00.000Z')).toBe('2026-03-05T01:30');
  expect(civilDateOf('2026-03-04T17:30:00.000Z')).toBe('2026-03-05');
  expect(timeOf('2026-03-04T16:00:00.000Z')).toBe('00:00');
});

test('a week starts on Monday, also when the date is a Sunday or the year ends', () => {
  expect(weekAround('2026-11-22')[0]).toBe('2026-11-16');
  expect(weekAround('2027-01-01')).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ]);
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
});
