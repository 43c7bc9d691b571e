import { expect, test } from 'vitest';
import { liesWithin } from './region-digits.ts';

test('a village lies in its township, county and province, not in the neighbour', () => {
  const village = '341503110201';
  expect(liesWithin(village, { code: '341503110000', level: 'township' })).toBe(true);
  expect(liesWithin(village, { code: '341503000000', level: 'county' })).toBe(true);
  expect(liesWithin(village, { code: '341503111000', level: 'township' })).toBe(false);
  expect(liesWithin('3703Z1001000', { code: '3703Z1000000', level: 'county' })).toBe(true);
});
