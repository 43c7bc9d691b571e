import { expect, test } from 'vitest';
import { labelEvery, roundTop } from './scale.ts';

test('the top of an axis is round and never below what stands under it', () => {
  expect([0, 1, 2, 3, 7, 10, 11, 49, 51, 1234].map(roundTop)).toEqual([1, 1, 2, 5, 10, 10, 20, 50, 100, 2000]);
});

test('labels are left out evenly when there are more bars than fit', () => {
  expect([1, 8, 9, 30].map((bars) => labelEvery(bars, 8))).toEqual([1, 1, 2, 4]);
});
