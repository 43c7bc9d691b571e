import type { RowParts } from '../generated/row-part.ts';
import type { RowValues } from '../generated/row-values.ts';

/**
 * Of each key that something is looked up by, the values that have an answer of their own in some row. All others are
 * answered alike, so that a few classes do for a key of many values.
 */
export type KeyClasses = ReadonlyMap<string, readonly number[]>;

export function keyClasses({ keyed }: RowParts, { answers, answerWidth, knowledge }: RowValues): KeyClasses {
  const classes = new Map<string, Set<number>>();
  const rows = answerWidth === 0 ? 0 : answers.length / answerWidth;
  for (const [index, { by, low, length }] of keyed.entries()) {
    const own = classes.get(by) ?? new Set();
    classes.set(by, own);
    for (let row = 0; row < rows; row += 1) {
      const start = row * answerWidth + (knowledge.starts[index] ?? 0);
      const ofRow = answers.subarray(start, start + length);
      const usual = mostFrequent(ofRow);
      for (const [key, answer] of ofRow.entries()) if (!Object.is(answer, usual)) own.add(low + key);
    }
  }
  return new Map([...classes].map(([by, own]) => [by, [...own].sort((one, other) => one - other)]));
}

function mostFrequent(values: Float64Array): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first?.[0] ?? Number.NaN;
}
