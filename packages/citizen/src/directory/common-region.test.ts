import { expect, test } from 'vitest';
import { commonRegion, townshipOf } from './common-region.ts';

test('the windows of one county stand in that county', () => {
  expect(commonRegion(['341503001000', '341503100000', '341503000000'])).toBe('341503000000');
});

test('a zone beside its city is reached from the city', () => {
  expect(commonRegion(['3703Z1001000', '370303001000'])).toBe('370300000000');
});

test('without windows the walk begins with the provinces', () => {
  expect(commonRegion([])).toBe('000000000000');
  expect(commonRegion(['341503001000', '630102001000'])).toBe('000000000000');
});

test('a village lies in its township', () => {
  expect(townshipOf('341503001004')).toBe('341503001000');
});
