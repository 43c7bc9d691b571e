import { expect, test } from 'vitest';
import { inWords } from '../../testing/a-formula.ts';
import type { Measured } from './formula.ts';
import { sayValue } from './say-value.ts';

const AGE = inWords('年龄', 'age');
const TERM = inWords('期限', 'term');

test.each<[Partial<Measured>, string, string]>([
  [{ value: null, unit: 'fen' }, '尚不清楚', 'not yet known'],
  [{ value: true, unit: 'flag' }, '是', 'yes'],
  [{ value: '2026-03-01', unit: 'date' }, '2026年3月1日', '2026-03-01'],
  [{ value: 'first', unit: 'text', option: inWords('一级', 'grade one') }, '一级', 'grade one'],
  [{ value: 86_300, unit: 'fen' }, '863元', '863 yuan'],
  [{ value: -86_350, unit: 'fen' }, '-863.50元', '-863.50 yuan'],
  [{ value: 5_000, unit: 'fen', per: 'day' }, '50元/日', '50 yuan/day'],
  [{ value: 5_000, unit: 'fen', per: 'month' }, '50元/月', '50 yuan/month'],
  [{ value: 5_000, unit: 'fen', per: 'year' }, '50元/年', '50 yuan/year'],
  [{ value: 5_000, unit: 'fen', per: 'incident' }, '50元/次', '50 yuan per incident'],
  [{ value: 129_450.5, unit: 'fen', per: 'month' }, '约1,294.5050元/月', 'about 1,294.5050 yuan/month'],
  [{ value: -0.5, unit: 'fen' }, '约-0.0050元', 'about -0.0050 yuan'],
  [{ value: 15_000, unit: 'basisPoints' }, '150%', '150%'],
  [{ value: 3_333.333_33, unit: 'basisPoints' }, '约33.3333%', 'about 33.3333%'],
  [{ value: 1_500, unit: 'count' }, '1,500', '1,500'],
  [{ value: 2.5, unit: null }, '2.5', '2.5'],
  [{ value: 1 / 3, unit: null }, '0.333333', '0.333333'],
  [{ value: 3, unit: 'workingDays' }, '3个工作日', '3 working days'],
  [{ value: 65, unit: 'years' }, '65年', '65 years'],
  [{ value: 24, unit: 'months' }, '2年', '2 years'],
  [{ value: 12, unit: 'months' }, '1年', '1 year'],
  [{ value: 18, unit: 'months' }, '18个月', '18 months'],
  [{ value: 12, unit: 'months', per: 'year' }, '12个月/年', '12 months/year'],
  [{ value: 24, unit: 'calendarDays' }, '24日', '24 days'],
  [{ value: 2.5, unit: 'months' }, '约2.5个月', 'about 2.5 months'],
  [{ value: 1 / 3, unit: 'hours' }, '约0.333333小时', 'about 0.333333 hours'],
])('a value inside a sentence: %j', (parts, zh, en) => {
  const measured = { value: null, unit: null, per: null, ...parts };
  expect([sayValue(measured, 'zh'), sayValue(measured, 'en')]).toEqual([zh, en]);
});

test('years of age are 岁, and nothing else is', () => {
  const years = { value: 65, unit: 'years', per: null } as const;
  expect([sayValue(years, 'zh', AGE), sayValue(years, 'zh', inWords('周岁', 'age'))]).toEqual(['65岁', '65岁']);
  expect([sayValue(years, 'zh', TERM), sayValue(years, 'en', AGE)]).toEqual(['65年', '65 years']);
  expect(sayValue({ ...years, unit: 'months' }, 'zh', AGE)).toBe('65个月');
});

test('a figure that has a name keeps its months', () => {
  expect(sayValue({ value: 24, unit: 'months', per: null }, 'zh', TERM)).toBe('24个月');
});
