import { ruleRefusal } from '../determination/model/rule-refusal.ts';
import type { InputCases } from './input-cases.ts';

/** One set of cases for each input, as bits: together a part of everything that can come. */
export type Box = readonly bigint[];

/** Work allowed for one table, shared by all its checks. */
export interface Budget {
  left: number;
}

const MOST_WORK = 200_000;

export function newBudget(): Budget {
  return { left: MOST_WORK };
}

/** Parts of a box in which none of the rules fits; at most so many. */
export function findGaps(
  columns: readonly InputCases[],
  { rules, within, most }: { readonly rules: readonly number[]; readonly within: Box; readonly most: number },
  budget: Budget,
): readonly Box[] {
  const gaps: Box[] = [];
  search(0, rules, []);
  return gaps;

  function search(depth: number, fitting: readonly number[], chosen: Box): void {
    if (gaps.length >= most || fitting.some((rule) => fitsRest(rule, depth))) return;
    const column = columns[depth];
    if (fitting.length === 0 || !column) {
      gaps.push([...chosen, ...within.slice(depth)]);
      return;
    }
    const parts = partsOf(within[depth] ?? 0n, fitting, column);
    budget.left -= parts.length * (fitting.length + 1);
    if (budget.left < 0) throw ruleRefusal('TABLE_TOO_MANY', String(MOST_WORK));
    for (const part of parts) {
      const still = fitting.filter((rule) => ((column.passing[rule] ?? 0n) & part) !== 0n);
      search(depth + 1, still, [...chosen, part]);
    }
  }

  function fitsRest(rule: number, depth: number): boolean {
    return columns.every((column, index) => {
      const wanted = within[index] ?? 0n;
      return index < depth || ((column.passing[rule] ?? 0n) & wanted) === wanted;
    });
  }
}

/** Cases among which the rules do not differ, kept together. */
function partsOf(bits: bigint, rules: readonly number[], { passing }: InputCases): readonly bigint[] {
  let parts = [bits];
  for (const rule of rules) {
    const own = passing[rule] ?? 0n;
    parts = parts.flatMap((part) => [part & own, part & ~own].filter((one) => one !== 0n));
  }
  return parts;
}
