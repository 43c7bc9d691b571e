import { expect, test } from 'vitest';
import { lastBarOf } from './bars.ts';

test('the picture ends one bar behind the last that holds anybody', () => {
  const bars = (...places: number[]) => Array.from({ length: 30 }, (_, index) => Number(places.includes(index)));
  expect(lastBarOf({ before: bars(1), after: bars(14) })).toBe(15);
  expect(lastBarOf({ before: bars(2), after: bars(1) })).toBe(9);
  expect(lastBarOf({ before: bars(29), after: bars() })).toBe(29);
});
