import { expect, test } from 'vitest';
import { formatDifference, formatPercent, lastBarOf } from './figures.ts';

test('a difference has its sign, to the fen', () => {
  expect([formatDifference(100, 250), formatDifference(250, 100), formatDifference(5, 5)]).toEqual([
    '+¥1.50',
    '−¥1.50',
    '¥0.00',
  ]);
});

test('a share of nothing is not told', () => {
  expect([formatPercent(0, 5), formatPercent(200, 210), formatPercent(200, 190), formatPercent(2, 2)]).toEqual([
    '',
    '+5.0%',
    '−5.0%',
    '0.0%',
  ]);
});

test('the picture ends one bar behind the last that holds anybody', () => {
  const bars = (...places: number[]) => Array.from({ length: 30 }, (_, index) => Number(places.includes(index)));
  expect(lastBarOf({ before: bars(1), after: bars(14) })).toBe(15);
  expect(lastBarOf({ before: bars(2), after: bars(1) })).toBe(9);
  expect(lastBarOf({ before: bars(29), after: bars() })).toBe(29);
});
