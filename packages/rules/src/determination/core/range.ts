/** The smallest and the largest value something can have; both ends belong to it. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Integers up to here are exact in a double: every sum and product below it is. */
export const LARGEST_EXACT = Number.MAX_SAFE_INTEGER;

export const FLAG_RANGE: Range = { low: 0, high: 1 };

/** More members or events than this are refused with the facts. */
export const LARGEST_GROUP = 100;

export function exactly(value: number): Range {
  return { low: value, high: value };
}

/** The value furthest from zero, when it is too far for exactness. */
export function findExcess({ low, high }: Range): number | undefined {
  const furthest = Math.max(-low, high);
  return furthest <= LARGEST_EXACT ? undefined : furthest;
}

export function spanOf(values: readonly number[]): Range {
  return { low: Math.min(...values), high: Math.max(...values) };
}

export function joined(one: Range, other: Range): Range {
  return { low: Math.min(one.low, other.low), high: Math.max(one.high, other.high) };
}

export function productRange(one: Range, other: Range): Range {
  const { low, high } = spanOf([
    one.low * other.low,
    one.low * other.high,
    one.high * other.low,
    one.high * other.high,
  ]);
  // No negative zero.
  return { low: low + 0, high: high + 0 };
}
