import { expect, test } from 'vitest';
import { isInProvince, isKnownPlace, PROVINCE_CODES } from './provinces.ts';

test('there are 34 provinces, each once', () => {
  expect(new Set(PROVINCE_CODES).size).toBe(34);
  expect(PROVINCE_CODES).toHaveLength(34);
});

test.each([
  ['34', true],
  ['341503100201', true],
  ['3703Z1', true],
  ['820000', true],
  ['999999', false],
  ['00', false],
  ['3', false],
])('GB/T 2260 %s lies in a province: %s', (code, isIn) => {
  expect(isInProvince(code)).toBe(isIn);
});

test('the nation is a place without lying in a province of it', () => {
  expect([isInProvince('000000000000'), isKnownPlace('000000000000')]).toEqual([false, true]);
  expect(['340000000000', '999999', '000001'].map(isKnownPlace)).toEqual([true, false, false]);
});
