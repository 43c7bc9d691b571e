import type { Value } from '../value.ts';

/** true, false, or null for not known. */
export type Truth = boolean | null;

export function truthOf(value: Value): Truth {
  return typeof value === 'boolean' ? value : null;
}

/** One false decides, whatever is not known. */
export function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

/** One true decides, whatever is not known. */
export function any(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}

export function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
