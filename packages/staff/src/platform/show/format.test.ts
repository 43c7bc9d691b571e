import { expect, test } from 'vitest';
import { formatDate, formatMoment, formatShortDate } from './format.ts';

test('an evening in UTC is the next day in Shanghai', () => {
  expect(formatMoment('2026-03-04T17:05:00Z', 'zh')).toBe('2026年3月5日 01:05');
});

test('a civil date stays the day it is', () => {
  expect(formatDate('2026-03-05', 'zh')).toBe('2026年3月5日');
  expect(formatShortDate('2026-03-05', 'en')).toBe('5 Mar');
});
