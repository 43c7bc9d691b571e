import { refusal } from '../problem.ts';
import { abs, digitsOf, divideRounded, powerOfTen, type Rounding } from './rounding.ts';

/** mantissa × 10^exponent, at most 34 digits, no trailing zero: one value has one form. Zero is 0 × 10^0. */
export interface FeelNumber {
  readonly kind: 'number';
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** IEEE 754-2008 decimal128, which DMN 1.4 §10.3.2.3.1 names. */
export const PRECISION = 34;
const LARGEST_EXPONENT = 6144;

export const ZERO: FeelNumber = { kind: 'number', mantissa: 0n, exponent: 0 };
export const ONE: FeelNumber = { kind: 'number', mantissa: 1n, exponent: 0 };

export function integer(value: bigint | number): FeelNumber {
  return number(BigInt(value), 0);
}

/** Rounds half-even to 34 digits. */
export function number(mantissa: bigint, exponent: number): FeelNumber {
  if (mantissa === 0n) return ZERO;
  if (-SMALL < mantissa && mantissa < SMALL && Math.abs(exponent) < SMALL_EXPONENT) return short(mantissa, exponent);
  const excess = digitsOf(mantissa) - PRECISION;
  if (excess <= 0) return normalised(mantissa, exponent);
  return normalised(divideRounded(mantissa, powerOfTen(excess), 'half even'), exponent + excess);
}

/** Small enough for a JavaScript number to hold it exactly, which sheds its zeros many times faster than text does. */
const SMALL = 2n ** 53n;
const SMALL_EXPONENT = 1000;

function short(mantissa: bigint, exponent: number): FeelNumber {
  const whole = Number(mantissa);
  if (whole % 10 !== 0) return { kind: 'number', mantissa, exponent };
  let held = whole / 10;
  let zeros = 1;
  while (held % 10 === 0) {
    held /= 10;
    zeros += 1;
  }
  return { kind: 'number', mantissa: BigInt(held), exponent: exponent + zeros };
}

function normalised(mantissa: bigint, exponent: number): FeelNumber {
  const text = mantissa.toString();
  const zeros = text.length - text.replace(/0+$/, '').length;
  const held = zeros === 0 ? mantissa : mantissa / powerOfTen(zeros);
  const leading = digitsOf(held) - 1 + exponent + zeros;
  // Gradual underflow would lose digits silently; nothing in a rule is that small.
  if (Math.abs(leading) > LARGEST_EXPONENT) throw refusal('NUMBER_RANGE', `10^${leading}`);
  return { kind: 'number', mantissa: held, exponent: exponent + zeros };
}

export function isInteger(value: FeelNumber): boolean {
  return value.exponent >= 0;
}

/** As a JavaScript integer, undefined when it is none or beyond ± limit. */
export function smallInteger(value: FeelNumber, limit = 999_999_999): number | undefined {
  if (!isInteger(value) || value.exponent > 15) return undefined;
  const whole = value.mantissa * powerOfTen(value.exponent);
  return abs(whole) <= BigInt(limit) ? Number(whole) : undefined;
}

export function negated(value: FeelNumber): FeelNumber {
  return { ...value, mantissa: -value.mantissa };
}

export function added(left: FeelNumber, right: FeelNumber): FeelNumber {
  const exponent = Math.min(left.exponent, right.exponent);
  return number(shifted(left, exponent) + shifted(right, exponent), exponent);
}

export function subtracted(left: FeelNumber, right: FeelNumber): FeelNumber {
  return added(left, negated(right));
}

export function multiplied(left: FeelNumber, right: FeelNumber): FeelNumber {
  return number(left.mantissa * right.mantissa, left.exponent + right.exponent);
}

/** The divisor is not zero. */
export function divided(left: FeelNumber, right: FeelNumber): FeelNumber {
  return ratio(left.mantissa, right.mantissa, left.exponent - right.exponent);
}

/** numerator / denominator × 10^exponent, rounded once. */
export function ratio(numerator: bigint, denominator: bigint, exponent: number): FeelNumber {
  const shift = Math.max(0, PRECISION + 2 + digitsOf(denominator) - digitsOf(numerator));
  const scaled = numerator * powerOfTen(shift);
  // One more digit stands for everything cut off, so that rounding sees no false tie.
  const sticky = scaled % denominator === 0n ? 0n : signOf(numerator) * signOf(denominator);
  return number((scaled / denominator) * 10n + sticky, exponent - shift - 1);
}

/** The same numbers as integers × 10^exponent. */
export function aligned(numbers: readonly FeelNumber[]): {
  readonly parts: readonly bigint[];
  readonly exponent: number;
} {
  const exponent = Math.min(0, ...numbers.map((one) => one.exponent));
  return { parts: numbers.map((one) => shifted(one, exponent)), exponent };
}

export function compareNumbers(left: FeelNumber, right: FeelNumber): number {
  const exponent = Math.min(left.exponent, right.exponent);
  const [one, other] = [shifted(left, exponent), shifted(right, exponent)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** To so many digits after the point; a negative scale rounds to tens, hundreds, … */
export function roundedTo(value: FeelNumber, scale: number, rounding: Rounding): FeelNumber {
  const drop = -scale - value.exponent;
  if (drop <= 0) return value;
  return number(divideRounded(value.mantissa, powerOfTen(drop), rounding), -scale);
}

/** dividend − divisor × floor(dividend / divisor), exactly; the divisor is not zero (DMN 1.4 table 75). */
export function modulo(dividend: FeelNumber, divisor: FeelNumber): FeelNumber {
  const exponent = Math.min(dividend.exponent, divisor.exponent);
  const n = shifted(dividend, exponent);
  const d = shifted(divisor, exponent);
  return number(n - d * divideRounded(n, d, 'floor'), exponent);
}

function shifted(value: FeelNumber, exponent: number): bigint {
  return value.exponent === exponent ? value.mantissa : value.mantissa * powerOfTen(value.exponent - exponent);
}

function signOf(value: bigint): bigint {
  if (value === 0n) return 0n;
  return value < 0n ? -1n : 1n;
}
