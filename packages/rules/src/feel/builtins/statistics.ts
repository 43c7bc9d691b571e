import { isTemporal } from '../interpreter/temporal-arithmetic.ts';
import {
  aligned,
  compareNumbers,
  type FeelNumber,
  multiplied,
  number,
  ONE,
  ratio,
  ZERO,
} from '../number/feel-number.ts';
import { rootOfRatio } from '../number/power.ts';
import { refusal } from '../problem.ts';
import { isFeelNumber, listOf, type Value } from '../value.ts';
import { ofListOrValues } from './list-functions.ts';

/** Of numbers only, summed exactly and rounded once, so that their order does not matter; null when one is missing or of another kind, and mostly when there are none. */
export const STATISTICS = {
  sum: ofListOrValues(ofNumbers(sumOf)),
  product: ofListOrValues((items) => {
    if (items.length === 0) throw refusal('UNDECIDED', 'product of nothing');
    return ofNumbers((numbers) => numbers.reduce(multiplied, ONE))(items);
  }),
  mean: ofListOrValues(ofNumbers(meanOf)),
  median: ofListOrValues(ofNumbers(medianOf)),
  stddev: ofListOrValues(ofNumbers(deviationOf)),
  mode: ofListOrValues((items) => (items.length === 0 ? listOf([]) : ofNumbers(modesOf)(items))),
};

function ofNumbers(compute: (numbers: readonly FeelNumber[]) => Value): (items: readonly Value[]) => Value {
  return (items) => {
    if (items.some(isTemporal)) throw refusal('UNDECIDED', 'statistics of durations');
    return items.length > 0 && items.every(isFeelNumber) ? compute(items) : null;
  };
}

function sumOf(numbers: readonly FeelNumber[]): FeelNumber {
  const { parts, exponent } = aligned(numbers);
  return number(total(parts), exponent);
}

function meanOf(numbers: readonly FeelNumber[]): FeelNumber {
  const { parts, exponent } = aligned(numbers);
  return ratio(total(parts), BigInt(numbers.length), exponent);
}

function medianOf(numbers: readonly FeelNumber[]): Value {
  const sorted = numbers.toSorted(compareNumbers);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? ZERO;
  if (sorted.length % 2 === 1) return middle;
  return meanOf([sorted[sorted.length / 2 - 1] ?? ZERO, middle]);
}

/** Of a sample: by n − 1; null for one number. */
function deviationOf(numbers: readonly FeelNumber[]): Value {
  const { parts, exponent } = aligned(numbers);
  const n = BigInt(parts.length);
  if (n < 2n) return null;
  const squares = total(parts.map((part) => part * part));
  return rootOfRatio(n * squares - total(parts) ** 2n, n * (n - 1n), 2 * exponent);
}

/** The most frequent numbers, ascending. */
function modesOf(numbers: readonly FeelNumber[]): Value {
  const counts = new Map<string, { readonly number: FeelNumber; count: number }>();
  for (const number of numbers) {
    const key = `${number.mantissa}e${number.exponent}`;
    const seen = counts.get(key) ?? { number, count: 0 };
    counts.set(key, { number, count: seen.count + 1 });
  }
  const most = Math.max(...[...counts.values()].map(({ count }) => count));
  const modes = [...counts.values()].filter(({ count }) => count === most).map(({ number }) => number);
  return listOf(modes.toSorted(compareNumbers));
}

function total(parts: readonly bigint[]): bigint {
  return parts.reduce((sum, part) => sum + part, 0n);
}
