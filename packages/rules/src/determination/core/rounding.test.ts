import { expect, test } from 'vitest';
import { ROUNDINGS } from './core.ts';
import { divideWhole } from './rounding.ts';

test.each<[number, number, readonly number[]]>([
  // In the order of ROUNDINGS: floor, ceiling, up, down, half up, half down.
  [0, 4, [0, 0, 0, 0, 0, 0]],
  [8, 4, [2, 2, 2, 2, 2, 2]],
  [9, 4, [2, 3, 3, 2, 2, 2]],
  [10, 4, [2, 3, 3, 2, 3, 2]],
  [11, 4, [2, 3, 3, 2, 3, 3]],
  [1, 4, [0, 1, 1, 0, 0, 0]],
  [2, 4, [0, 1, 1, 0, 1, 0]],
  [-1, 4, [-1, 0, -1, 0, 0, 0]],
  [-2, 4, [-1, 0, -1, 0, -1, 0]],
  [-3, 4, [-1, 0, -1, 0, -1, -1]],
  [-10, 4, [-3, -2, -3, -2, -3, -2]],
  [-11, 4, [-3, -2, -3, -2, -3, -3]],
  [-8, 4, [-2, -2, -2, -2, -2, -2]],
])('%i by %i, in every way of rounding', (numerator, divisor, expected) => {
  expect(ROUNDINGS.map((rounding) => divideWhole(rounding, numerator, divisor))).toEqual(expected);
});
