import { expect, test } from 'vitest';
import { weeksOfMonth } from './weeks-of-month.ts';

test('a month starts under its weekday and ends with its last day', () => {
  const weeks = weeksOfMonth(2026, 11); // 1 November 2026 is a Sunday
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks.at(-1)?.[0]).toBe('2026-11-30');
  expect(weeks.flat().filter((date) => date !== null)).toHaveLength(30);
});

test('February of a leap year has its 29th', () => {
  expect(weeksOfMonth(2028, 2).flat()).toContain('2028-02-29');
});
