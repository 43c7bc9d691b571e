export type Rounding = 'half even' | 'half up' | 'half down' | 'up' | 'down' | 'floor' | 'ceiling';

/** numerator / denominator to an integer; half up and half down are away from and towards zero. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const isNegative = numerator < 0n !== denominator < 0n;
  const n = abs(numerator);
  const d = abs(denominator);
  const quotient = n / d;
  const rest = n % d;
  const grown = isAwayFromZero(rounding, { isNegative, rest, d, isOdd: quotient % 2n === 1n })
    ? quotient + 1n
    : quotient;
  return isNegative ? -grown : grown;
}

interface Remainder {
  readonly isNegative: boolean;
  readonly rest: bigint;
  readonly d: bigint;
  readonly isOdd: boolean;
}

function isAwayFromZero(rounding: Rounding, { isNegative, rest, d, isOdd }: Remainder): boolean {
  if (rest === 0n) return false;
  switch (rounding) {
    case 'down':
      return false;
    case 'up':
      return true;
    case 'floor':
      return isNegative;
    case 'ceiling':
      return !isNegative;
    case 'half up':
      return 2n * rest >= d;
    case 'half down':
      return 2n * rest > d;
    case 'half even':
      return 2n * rest > d || (2n * rest === d && isOdd);
  }
}

export function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

const POWERS_OF_TEN = Array.from({ length: 80 }, (_, exponent) => 10n ** BigInt(exponent));

export function powerOfTen(exponent: number): bigint {
  return POWERS_OF_TEN[exponent] ?? 10n ** BigInt(exponent);
}

export function digitsOf(value: bigint): number {
  return abs(value).toString().length;
}
