import { expect, test } from 'vitest';
import { sayDate, sayMoment } from './say-moment.ts';

const NOW = new Date('2026-11-21T15:30:00Z'); // 23:30 in China

test.each([
  ['2026-11-21T15:59:00Z', '今天 23:59', 'today 23:59'],
  ['2026-11-21T16:00:00Z', '明天 00:00', 'tomorrow 00:00'],
  ['2026-11-20T15:59:00Z', '昨天 23:59', 'yesterday 23:59'],
  ['2026-11-25T09:30:00Z', '11月25日 17:30', '25 November 17:30'],
  ['2027-01-04T00:30:00Z', '2027年1月4日 08:30', '4 January 2027 08:30'],
])('%s is said as %s', (instant, zh, en) => {
  expect(sayMoment(instant, NOW, 'zh')).toBe(zh);
  expect(sayMoment(instant, NOW, 'en')).toBe(en);
});

test('a date is said without a time', () => {
  expect(sayDate('2027-05-20', NOW, 'zh')).toBe('2027年5月20日');
  expect(sayDate('2026-11-22', NOW, 'en')).toBe('tomorrow');
});
