import { expect, test } from 'vitest';
import { askFeel } from '../../../testing/ask-feel.ts';
import { integer, number, PRECISION, smallInteger } from './feel-number.ts';
import { findNumber, numberText } from './number-text.ts';
import { rootOfRatio } from './power.ts';

test.each([
  ['round half up(5.4, 0)', '5'],
  ['round half up(-5.4, 0)', '-5'],
  ['round half up(5.6, 0)', '6'],
  ['round half down(5.4, 0)', '5'],
  ['round half down(5.6, 0)', '6'],
  ['round half down(-5.5, 0)', '-5'],
  ['round half down(-5.6, 0)', '-6'],
  ['decimal(5.4, 0)', '5'],
  ['decimal(3.5, 0)', '4'],
  ['decimal(3.6, 0)', '4'],
  ['decimal(-3.5, 0)', '-4'],
  ['round up(5.1, 0)', '6'],
  ['round up(5, 0)', '5'],
  ['round down(5.9, 0)', '5'],
  ['floor(5)', '5'],
  ['ceiling(5)', '5'],
  ['ceiling(0.1)', '1'],
  ['floor(-0.1)', '-1'],
  ['ceiling(-0.1)', '0'],
  ['decimal(1234.5, -5)', '0'],
  ['round up(1234.5, -5)', '100000'],
  ['decimal(0.1, 6176)', '0.1'],
  ['decimal(0.1, 6177)', 'null'],
  ['decimal(1, -6111)', '0'],
  ['decimal(1, -6112)', 'null'],
])('%s is %s', (expression, expected) => {
  expect(askFeel(expression)).toBe(expected);
});

test('a quotient that is exactly half a unit of its last digit goes to the even neighbour, both sides of nought', () => {
  expect(askFeel('2000000000000000000000000000000005 / 2')).toBe('1000000000000000000000000000000002');
  expect(askFeel('2000000000000000000000000000000007 / 2')).toBe('1000000000000000000000000000000004');
  expect(askFeel('-2000000000000000000000000000000005 / 2')).toBe('-1000000000000000000000000000000002');
  expect(askFeel('2000000000000000000000000000000007 / -2')).toBe('-1000000000000000000000000000000004');
});

test('a deviation that is exactly half a unit of its last digit goes to the even neighbour', () => {
  expect(askFeel('stddev([1000000000000000000000000000000003, -1000000000000000000000000000000002, 0.5])')).toBe(
    '1000000000000000000000000000000002',
  );
  expect(askFeel('stddev([1000000000000000000000000000000002, -1000000000000000000000000000000001, 0.5])')).toBe(
    '1000000000000000000000000000000002',
  );
});

test.each([
  ['sqrt(0)', '0'],
  ['sqrt(0.1)', '0.3162277660168379331998893544432719'],
  ['sqrt(1e5)', '316.2277660168379331998893544432719'],
  ['sqrt(1e6)', '1000'],
  ['sqrt(12345.678)', '111.111106555555462166662837722026'],
  ['sqrt(-0.01)', 'null'],
])('%s is %s', (expression, expected) => {
  expect(askFeel(expression)).toBe(expected);
});

test('the root of a fraction has all its digits however long the denominator', () => {
  expect(numberText(rootOfRatio(2n, 999_999_999_937n, 0))).toBe('0.000001414213562417642776018546098357959');
  expect(numberText(rootOfRatio(1n, 4n, 0))).toBe('0.5');
});

test('positions and counts end at 999,999,999, sign or not', () => {
  expect(smallInteger(integer(999_999_999))).toBe(999_999_999);
  expect(smallInteger(integer(-999_999_999))).toBe(-999_999_999);
  expect(smallInteger(integer(1_000_000_000))).toBeUndefined();
  expect(smallInteger(integer(-1_000_000_000))).toBeUndefined();
  expect(smallInteger(number(5n, -1))).toBeUndefined();
  expect(smallInteger(number(1n, 6000))).toBeUndefined();
});

test.each([
  ['.5', '0.5'],
  ['-.5', '-0.5'],
  ['00.50', '0.5'],
  ['0', '0'],
  ['-0', '0'],
  ['0.000', '0'],
  ['12e2', '1200'],
  ['12e-2', '0.12'],
  ['1E+3', '1000'],
])('the text %s is the number %s', (text, expected) => {
  const found = findNumber(text);
  expect(found && numberText(found)).toBe(expected);
});

test('a number of 34 digits is read, one of 35 is not, wherever the point and however many noughts stand around', () => {
  const most = '1234567890123456789012345678901234';
  expect(most).toHaveLength(PRECISION);
  expect(findNumber(`000${most}000`)).toEqual(number(BigInt(most), 3));
  expect(findNumber(`0.${most}`)).toEqual(number(BigInt(most), -34));
  expect(findNumber(`${most}5`)).toBeUndefined();
  expect(findNumber(`${most}.5`)).toBeUndefined();
});

test.each(['', '.', '5.', 'e5', '1e', '1e+', '+1', '--1', '1.2.3', ' 1', '1 ', '1e1234567', '0x10'])(
  'the text %j is no number',
  (text) => {
    expect(findNumber(text)).toBeUndefined();
  },
);

test('a text longer than an expression may be is no number', () => {
  expect(findNumber(`${'0'.repeat(4999)}1`)).toEqual(integer(1));
  expect(findNumber(`${'0'.repeat(5000)}1`)).toBeUndefined();
});

test.each([
  [1n, 39, `1${'0'.repeat(39)}`],
  [1n, 40, '1e+40'],
  [-15n, 39, '-1.5e+40'],
  [1n, -40, `0.${'0'.repeat(39)}1`],
  [1n, -41, `0.${'0'.repeat(40)}1`],
  [1n, -42, '1e-42'],
  [-123n, -60, '-1.23e-58'],
])('%d × 10^%i is written out as long as that stays short', (mantissa, exponent, text) => {
  expect(numberText(number(mantissa, exponent))).toBe(text);
});

test('a text of a number has no exponent; nought has no sign', () => {
  expect(askFeel('string(-0)')).toBe('"0"');
  expect(askFeel('string(0 * -1)')).toBe('"0"');
  expect(askFeel('string(10 ** 39)')).toBe(`"1${'0'.repeat(39)}"`);
  expect(askFeel('string(10 ** 40)')).toBe('refused UNDECIDED');
});
