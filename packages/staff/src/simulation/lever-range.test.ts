import { expect, test } from 'vitest';
import { rangeOfLever } from './lever-range.ts';

test('a slider reaches a fifth to both sides of what holds, in whole yuan', () => {
  expect(rangeOfLever({ before: 72_100, drafted: null, tried: null })).toEqual({ min: 57_600, max: 86_600, step: 100 });
});

test('a slider reaches what was drafted or typed beyond that', () => {
  expect(rangeOfLever({ before: 72_100, drafted: 120_050, tried: null }).max).toBe(120_100);
  expect(rangeOfLever({ before: 72_100, drafted: 75_000, tried: 10 }).min).toBe(0);
});

test('a figure that does not hold yet has a slider around its draft', () => {
  expect(rangeOfLever({ before: null, drafted: 50_000, tried: null })).toEqual({ min: 40_000, max: 60_000, step: 100 });
});
