import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  added,
  compareNumbers,
  divided,
  type FeelNumber,
  modulo,
  multiplied,
  number,
  PRECISION,
  roundedTo,
} from './feel-number.ts';
import { findNumber, numberText } from './number-text.ts';
import { squareRoot } from './power.ts';
import type { Rounding } from './rounding.ts';

/** An independent yardstick: a fraction of two integers, never rounded. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const LIMIT = 10n ** 34n;
const numbers = fc
  .tuple(fc.bigInt({ min: -LIMIT + 1n, max: LIMIT - 1n }), fc.integer({ min: -40, max: 40 }))
  .map(([mantissa, exponent]) => number(mantissa, exponent));
const smallNumbers = fc
  .tuple(fc.bigInt({ min: -99_999n, max: 99_999n }), fc.integer({ min: -4, max: 2 }))
  .map(([mantissa, exponent]) => number(mantissa, exponent));

function fractionOf({ mantissa, exponent }: FeelNumber): Fraction {
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent >= 0 ? { over: mantissa * power, under: 1n } : { over: mantissa, under: power };
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** |a − b| as a fraction with a positive denominator. */
function distance(a: Fraction, b: Fraction): Fraction {
  return { over: size(a.over * b.under - b.over * a.under), under: size(a.under * b.under) };
}

/** The result is the nearest number of 34 digits: no farther than half a unit of its last digit; a tie ends even. */
function expectNearest(result: FeelNumber, exact: Fraction): void {
  const digits = size(result.mantissa).toString().length;
  const exponent = result.exponent - (PRECISION - digits);
  const unit = fractionOf({ kind: 'number', mantissa: 1n, exponent });
  const off = distance(fractionOf(result), exact);
  const twice = 2n * off.over * unit.under;
  const one = unit.over * off.under;
  expect(twice <= one).toBe(true);
  if (twice === one) expect((result.mantissa * 10n ** BigInt(PRECISION - digits)) % 2n).toBe(0n);
}

test('a sum, product or quotient is the exact one, rounded once, half to even', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [x, y] = [fractionOf(a), fractionOf(b)];
      expectNearest(added(a, b), { over: x.over * y.under + y.over * x.under, under: x.under * y.under });
      expectNearest(multiplied(a, b), { over: x.over * y.over, under: x.under * y.under });
      if (b.mantissa !== 0n) expectNearest(divided(a, b), { over: x.over * y.under, under: x.under * y.over });
    }),
    { numRuns: 500 },
  );
});

test('ties are found: half a unit of the 34th digit is not lost', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: LIMIT / 10n, max: LIMIT - 1n }), fc.constantFrom(5n, 4n, 6n, 0n), (kept, last) => {
      expectNearest(number(kept * 10n + last, 0), { over: kept * 10n + last, under: 1n });
    }),
    { numRuns: 300 },
  );
});

test('a remainder has the sign of the divisor, and the quotient without it is an integer', () => {
  fc.assert(
    fc.property(smallNumbers, smallNumbers, (a, b) => {
      fc.pre(b.mantissa !== 0n);
      const rest = fractionOf(modulo(a, b));
      const [x, y] = [fractionOf(a), fractionOf(b)];
      const whole = {
        over: (x.over * rest.under - rest.over * x.under) * y.under,
        under: x.under * rest.under * y.over,
      };
      expect(whole.over % whole.under).toBe(0n);
      expect(rest.over === 0n || rest.over < 0n === y.over < 0n).toBe(true);
      expect(size(rest.over) * y.under < size(y.over) * rest.under).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const ROUNDINGS: readonly Rounding[] = ['half even', 'half up', 'half down', 'up', 'down', 'floor', 'ceiling'];

test('rounding to a scale stays within one unit, and gives what is there already unchanged', () => {
  fc.assert(
    fc.property(smallNumbers, fc.integer({ min: -3, max: 5 }), fc.constantFrom(...ROUNDINGS), (a, scale, rounding) => {
      const rounded = roundedTo(a, scale, rounding);
      const off = distance(fractionOf(rounded), fractionOf(a));
      const unit = fractionOf(number(1n, -scale));
      expect(off.over * unit.under < unit.over * off.under).toBe(true);
      expect(roundedTo(rounded, scale, rounding)).toEqual(rounded);
      if (rounding.startsWith('half')) expect(2n * off.over * unit.under <= unit.over * off.under).toBe(true);
      if (rounding === 'floor' || rounding === 'ceiling') {
        expect(Math.sign(compareNumbers(rounded, a)) * (rounding === 'floor' ? -1 : 1)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 500 },
  );
});

test('the square of a root is nearer than that of its neighbours', () => {
  fc.assert(
    fc.property(
      numbers.filter(({ mantissa }) => mantissa > 0n),
      (a) => {
        const root = squareRoot(a);
        if (!root) throw new Error('a positive number has a root');
        const digits = root.mantissa.toString().length;
        const mantissa = root.mantissa * 10n ** BigInt(PRECISION - digits);
        const exponent = root.exponent - (PRECISION - digits);
        // (2m − 1)² ≤ 4a/10^2e ≤ (2m + 1)²
        const scaled = fractionOf({ kind: 'number', mantissa: 4n * a.mantissa, exponent: a.exponent - 2 * exponent });
        expect((2n * mantissa - 1n) ** 2n * scaled.under <= scaled.over).toBe(true);
        expect(scaled.over <= (2n * mantissa + 1n) ** 2n * scaled.under).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

test('a number written out is read back the same', () => {
  fc.assert(
    fc.property(numbers, (a) => {
      expect(findNumber(numberText(a))).toEqual(a);
    }),
    { numRuns: 500 },
  );
});
