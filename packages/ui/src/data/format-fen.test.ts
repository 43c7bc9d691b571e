import { expect, test } from 'vitest';
import { formatFen } from './format-fen.ts';

test.each([
  [0, '¥0.00'],
  [5, '¥0.05'],
  [99999, '¥999.99'],
  [100000, '¥1,000.00'],
  [123456789, '¥1,234,567.89'],
  [-260050, '−¥2,600.50'],
])('%i fen reads %s', (fen, text) => {
  expect(formatFen(fen)).toBe(text);
});

test('refuses a fraction of a fen', () => {
  expect(() => formatFen(0.5)).toThrow(RangeError);
});
