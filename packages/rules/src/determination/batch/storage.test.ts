import { expect, test } from 'vitest';
import { createColumn, numberIn, setNumber, storageOf } from './storage.ts';

test.each([
  [0, 254, 'uint8'],
  [0, 255, 'int32'],
  [-1, 1, 'int32'],
  [-(2 ** 31) + 1, 2 ** 31 - 1, 'int32'],
  [-(2 ** 31), 0, 'float64'],
  [0, 2 ** 31, 'float64'],
] as const)('%i to %i are kept in %s, with room for not known', (low, high, storage) => {
  expect(storageOf({ low, high })).toBe(storage);
  const column = createColumn(storage, 3);
  for (const [index, value] of [low, high].entries()) setNumber(column, storage, index, value);
  expect([0, 1, 2].map((index) => numberIn(column, storage, index))).toEqual([low, high, Number.NaN]);
});
