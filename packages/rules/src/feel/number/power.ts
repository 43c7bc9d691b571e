import { refusal } from '../problem.ts';
import { type FeelNumber, number, PRECISION, ratio, smallInteger } from './feel-number.ts';
import { abs, digitsOf, powerOfTen } from './rounding.ts';

const LARGEST_EXACT_DIGITS = 20_000;

/** base ** exponent, rounded once from the exact value; null for 0 to a negative power. */
export function power(base: FeelNumber, exponent: FeelNumber): FeelNumber | null {
  const times = smallInteger(exponent);
  if (times === undefined) throw refusal('OUTSIDE_SUBSET', 'a power that is not an integer');
  if (base.mantissa === 0n) return powerOfZero(times);
  if (abs(base.mantissa) === 1n) return signedTen(base, times);
  const count = Math.abs(times);
  if (digitsOf(base.mantissa) * count > LARGEST_EXACT_DIGITS) throw refusal('NUMBER_RANGE', `power ${times}`);
  const exact = base.mantissa ** BigInt(count);
  if (times >= 0) return number(exact, base.exponent * count);
  // The exact power may be far longer than 34 digits.
  return ratio(1n, exact, -base.exponent * count);
}

function powerOfZero(times: number): FeelNumber | null {
  if (times === 0) throw refusal('UNDECIDED', '0 ** 0');
  return times > 0 ? number(0n, 0) : null;
}

function signedTen(base: FeelNumber, times: number): FeelNumber {
  const sign = base.mantissa < 0n && times % 2 !== 0 ? -1n : 1n;
  return number(sign, base.exponent * times);
}

/** Correctly rounded; null below zero. */
export function squareRoot({ mantissa, exponent }: FeelNumber): FeelNumber | null {
  return mantissa < 0n ? null : rootOfRatio(mantissa, 1n, exponent);
}

/** √(numerator / denominator × 10^exponent), rounded once; neither is negative. */
export function rootOfRatio(numerator: bigint, denominator: bigint, exponent: number): FeelNumber {
  if (numerator === 0n) return number(0n, 0);
  // Twice the digits wanted, and an even exponent.
  const digits = 2 * PRECISION + 4 + digitsOf(denominator);
  const shift = digits + (Math.abs(exponent - digits) % 2);
  const scaled = numerator * powerOfTen(shift);
  const root = integerRoot(scaled / denominator);
  const sticky = root * root * denominator === scaled ? 0n : 1n;
  return number(root * 10n + sticky, (exponent - shift) / 2 - 1);
}

function integerRoot(value: bigint): bigint {
  let guess = powerOfTen(Math.ceil(digitsOf(value) / 2));
  for (;;) {
    const next = (guess + value / guess) / 2n;
    if (next >= guess) return guess;
    guess = next;
  }
}
