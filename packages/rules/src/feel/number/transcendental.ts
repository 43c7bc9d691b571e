import { refusal } from '../problem.ts';
import { compareNumbers, type FeelNumber, integer, number, ONE, ZERO } from './feel-number.ts';
import { digitsOf, divideRounded, powerOfTen } from './rounding.ts';

/** Fixed point with 90 decimals; the error of a whole computation stays below 10^-70. */
const DECIMALS = 90;
const UNIT = powerOfTen(DECIMALS);
const ERROR = powerOfTen(DECIMALS - 70);
/** From here on the result is beyond 10^±6144 anyway. */
const LARGEST_POWER = integer(14_150);

/** e ** value, correctly rounded. */
export function exponential(value: FeelNumber): FeelNumber {
  if (value.mantissa === 0n) return ONE;
  const size = { ...value, mantissa: value.mantissa < 0n ? -value.mantissa : value.mantissa };
  if (compareNumbers(size, LARGEST_POWER) > 0) throw refusal('NUMBER_RANGE', 'exp');
  const x = fixed(value);
  const tens = divideRounded(x, LN_TEN, 'half even');
  return certain(exp(x - tens * LN_TEN), Number(tens) - DECIMALS);
}

/** Natural logarithm, correctly rounded; null at zero and below. */
export function logarithm(value: FeelNumber): FeelNumber | null {
  if (value.mantissa <= 0n) return null;
  if (compareNumbers(value, ONE) === 0) return ZERO;
  const digits = digitsOf(value.mantissa);
  const oneToTen = value.mantissa * powerOfTen(DECIMALS - digits + 1);
  const tens = BigInt(value.exponent + digits - 1);
  return certain(ln(oneToTen) + tens * LN_TEN, -DECIMALS);
}

/** Both ends of the interval of error must round to the same 34 digits. */
function certain(mantissa: bigint, exponent: number): FeelNumber {
  const low = number(mantissa - ERROR, exponent);
  const high = number(mantissa + ERROR, exponent);
  if (low.mantissa !== high.mantissa || low.exponent !== high.exponent) throw refusal('UNDECIDED', 'last digit');
  return low;
}

function fixed({ mantissa, exponent }: FeelNumber): bigint {
  const shift = DECIMALS + exponent;
  return shift >= 0 ? mantissa * powerOfTen(shift) : divideRounded(mantissa, powerOfTen(-shift), 'half even');
}

/** Taylor series; |x| is at most about 2.4. */
function exp(x: bigint): bigint {
  let term = UNIT;
  let sum = UNIT;
  for (let n = 1n; term !== 0n; n += 1n) {
    term = (term * x) / (UNIT * n);
    sum += term;
  }
  return sum;
}

/** 2 artanh((y−1)/(y+1)) of a root of y near 1; y is between 1 and 10. */
function ln(y: bigint): bigint {
  const halvings = 4n;
  let near = y;
  for (let i = 0n; i < halvings; i += 1n) near = rootOf(near * UNIT);
  const z = ((near - UNIT) * UNIT) / (near + UNIT);
  const square = (z * z) / UNIT;
  let term = z;
  let sum = z;
  for (let n = 3n; term !== 0n; n += 2n) {
    term = (term * square) / UNIT;
    sum += term / n;
  }
  return 2n * sum * 2n ** halvings;
}

function rootOf(value: bigint): bigint {
  let guess = value;
  for (let next = (guess + 1n) / 2n; next < guess; next = (guess + value / guess) / 2n) guess = next;
  return guess;
}

const LN_TEN = ln(10n * UNIT);
