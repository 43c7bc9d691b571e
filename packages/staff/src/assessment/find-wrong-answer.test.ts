import { describe, expect, test } from 'vitest';
import { findWrongAnswer } from './find-wrong-answer.ts';

describe('an answer that cannot be is told in the unit it was typed in', () => {
  const savings = { unit: 'fen', smallest: -10_000, largest: 123_456_700 } as const;
  const children = { unit: 'count', smallest: 1, largest: 20 } as const;
  const share = { unit: 'basisPoints', smallest: 0, largest: 10_000 } as const;
  const yuan = '应为 -100 至 1,234,567 元，最多两位小数。';
  const whole = '应为 1 至 20 的整数。';

  test.each([
    [savings, 123_456_701, yuan],
    [savings, -10_001, yuan],
    [children, 21, whole],
    [children, 0, whole],
    [children, 1.5, whole],
    [share, 10_001, '应为 0% 至 100%，最多两位小数。'],
  ])('%j: %d', (question, value, zh) => {
    expect(findWrongAnswer(question, value)?.zh).toBe(zh);
  });

  test('both ends are answers, and so are nothing and what is no number', () => {
    expect([123_456_700, -10_000, null, undefined].map((value) => findWrongAnswer(savings, value))).toEqual(
      Array(4).fill(undefined),
    );
    expect(findWrongAnswer({ unit: 'flag', smallest: null, largest: null }, true)).toBeUndefined();
  });
});
