import type { Range } from '../core/range.ts';
import { type Code, held, type Place } from './code.ts';

/** A branch that is guessed wrongly costs about as much as computing so much text. */
const CHEAP_LENGTH = 240;

/** Whether it costs less to compute than to branch around. */
export function isCheap({ text }: Code): boolean {
  return text.length <= CHEAP_LENGTH && !/add|Between|Math|[?/]/.test(text);
}

interface Choice {
  readonly condition: Code;
  readonly chosen: Code;
  readonly otherwise: Code;
  /** Both values lie in it. */
  readonly range: Range;
}

/** One of two known whole numbers, without a branch where that is cheaper. */
export function selectText({ condition, chosen, otherwise, range }: Choice, place: Place): string {
  const isSmall = range.low >= -(2 ** 31) && range.high < 2 ** 31;
  if (!isCheap(condition) || !isCheap(chosen) || !isCheap(otherwise))
    return `(${condition.text} ? ${chosen.text} : ${otherwise.text})`;
  const all = `(0 - ${condition.text})`;
  if (isSmall && otherwise.value === 0) return `(${all} & ${chosen.text})`;
  if (isSmall) {
    const other = held(otherwise.text, place);
    return `(${other} ^ (${all} & (${chosen.text} ^ ${other})))`;
  }
  // No negative zero.
  if (otherwise.value === 0 && range.low >= 0) return `(+${condition.text} * ${chosen.text})`;
  return `(${condition.text} ? ${chosen.text} : ${otherwise.text})`;
}
