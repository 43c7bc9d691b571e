/** Flags are 1, 0 and NaN for not known. */
export function both(left: number, right: number): number {
  if (left === 0 || right === 0) return 0;
  return left * right;
}

export function either(left: number, right: number): number {
  if (left === 1 || right === 1) return 1;
  return left + right;
}

/** Where the condition is not known, the value both branches agree on. */
export function chosen(condition: number, then: number, otherwise: number): number {
  if (condition === 1) return then;
  if (condition === 0) return otherwise;
  return then === otherwise ? then : Number.NaN;
}
