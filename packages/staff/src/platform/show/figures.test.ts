import { expect, test } from 'vitest';
import { formatDifference, formatPercent } from './figures.ts';

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
