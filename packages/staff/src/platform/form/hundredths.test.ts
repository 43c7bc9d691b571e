import { describe, expect, test } from 'vitest';
import { formatHundredths, fromHundredths, toHundredths } from './hundredths.ts';

describe('what is typed in yuan or percent', () => {
  test.each([
    [0.29, 29],
    [1_234.56, 123_456],
    [-5, -500],
    [90_000_000_000, 9_000_000_000_000],
    [12.345, 1_234.5],
    [null, null],
  ])('%d is kept as %d hundredths, never rounded', (typed, kept) => {
    expect([toHundredths(typed), fromHundredths(kept)]).toEqual([kept, typed]);
  });

  test.each([
    ['12', '12.00'],
    ['-5.5', '-5.50'],
    ['12.34', '12.34'],
    ['12.345', '12.345'],
    [undefined, ''],
  ])('%s is shown as %s when the field is left', (value, shown) => {
    expect(formatHundredths(value, { userTyping: false, input: 'no matter' })).toBe(shown);
  });

  test('nothing moves under the fingers', () => {
    expect(formatHundredths('12', { userTyping: true, input: '12.' })).toBe('12.');
  });
});
