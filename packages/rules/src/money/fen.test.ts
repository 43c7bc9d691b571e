import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFen, formatFenShort, parseFen } from './fen.ts';

describe('amounts people type', () => {
  test.each([
    ['1600', 160_000],
    ['1,600', 160_000],
    ['1，600.5', 160_050],
    ['¥ 1,600.05', 160_005],
    ['￥1600', 160_000],
    ['¥   5', 500],
    ['1000.01元', 100_001],
    [' 0.30 ', 30],
    ['0', 0],
    ['12,345,678.90', 1_234_567_890],
    ['1.1', 110],
    ['9999999999999.99', 999_999_999_999_999],
  ])('%s is %i fen', (text, fen) => {
    expect(parseFen(text)).toBe(fen);
  });

  test.each([
    '1e3',
    '16,00',
    '1,6000',
    ',600',
    '1,600,',
    '-5',
    '+5',
    '1.234',
    '.5',
    '5.',
    '',
    '元',
    '1 600',
    '0x10',
    'Infinity',
    '１６００',
    '1,600,00.0',
    '99999999999999',
    '1.6.0',
    '1元5',
    '5¥',
    '1¥5',
    '1,600元元',
  ])('%s is no amount', (text) => {
    expect(parseFen(text)).toBeUndefined();
  });

  test('property: what is shown reads back as the same fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (fen) => {
        expect(parseFen(formatFen(fen))).toBe(fen);
        expect(parseFen(formatFenShort(fen))).toBe(fen);
      }),
    );
  });

  test.each([
    [5, '0.05', '0.05'],
    [100_000, '1,000.00', '1,000'],
    [-123_456, '-1,234.56', '-1,234.56'],
    [0, '0.00', '0'],
    [100_00, '100.00', '100'],
  ])('%i fen is shown as %s', (fen, long, short) => {
    expect(formatFen(fen)).toBe(long);
    expect(formatFenShort(fen)).toBe(short);
  });
});
