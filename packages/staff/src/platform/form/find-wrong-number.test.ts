import { describe, expect, test } from 'vitest';
import { findWrongNumber } from './find-wrong-number.ts';

describe('a number that cannot stand is told in the unit it was typed in', () => {
  const savings = { unit: 'fen', minValue: -10_000, maxValue: 123_456_700 } as const;
  const children = { unit: 'count', minValue: 1, maxValue: 20 } as const;
  const share = { unit: 'basisPoints', minValue: 0, maxValue: 10_000 } as const;
  const yuan = '应为 -100 至 1,234,567 元，最多两位小数。';
  const whole = '应为 1 至 20 的整数。';

  test.each([
    [savings, 123_456_701, yuan],
    [savings, -10_001, yuan],
    [children, 21, whole],
    [children, 0, whole],
    [children, 1.5, whole],
    [share, 10_001, '应为 0% 至 100%，最多两位小数。'],
  ])('%j: %d', ({ unit, ...range }, value, zh) => {
    expect(findWrongNumber(unit, range, value)?.zh).toBe(zh);
  });

  test('both ends are answers, and so are nothing and what is no number', () => {
    expect(
      [123_456_700, -10_000, null, undefined].map((value) => findWrongNumber(savings.unit, savings, value)),
    ).toEqual(Array(4).fill(undefined));
    expect(findWrongNumber('flag', { minValue: null, maxValue: null }, true)).toBeUndefined();
  });
});
