import { expect, test } from 'vitest';
import { findPeriodProblem, lastDayOf, type Period } from './periods.ts';

const since = (from: string, to: string | null = null): Period => ({ from, to });

test('an open value ends the day before the next begins, in whatever order they are written', () => {
  const [first, second, third] = [since('2014-01-01'), since('2020-01-01'), since('2024-01-01', '2024-06-30')];
  const all = [third, first, second];
  expect(all.map((one) => lastDayOf(one, all))).toEqual(['2024-06-30', '2019-12-31', '2023-12-31']);
  expect(lastDayOf(second, [first, second])).toBeNull();
});

test('a value may hold for one day', () => {
  expect(findPeriodProblem(since('2014-01-01', '2014-01-01'), [])).toBeUndefined();
});

test.each([
  [since('2014-01-01', '2020-01-01'), since('2020-01-01'), 'two values on 2020-01-01'],
  [since('2020-01-01'), since('2014-01-01', '2020-01-01'), 'two values on 2020-01-01'],
  [since('2020-01-01', '2020-12-31'), since('2014-01-01', '2030-12-31'), 'two values on 2020-01-01'],
  [since('2014-01-01', '2019-12-31'), since('2020-01-01'), undefined],
  [since('2020-01-01'), since('2014-01-01', '2019-12-31'), undefined],
  [since('2014-01-01'), since('2020-01-01'), undefined],
])('%j beside %j: %s', (one, other, problem) => {
  expect(findPeriodProblem(one, [one, other])?.en).toBe(problem);
});
