import type { ValueTerm } from '../determination/check/term.ts';
import { addDaysToKey, dateTextOf, daysBetweenKeys, keyOf } from '../determination/core/date-key.ts';
import type { Range } from '../determination/core/range.ts';

const FIRST_DAY = keyOf(1970, 1, 1);

/** Keys of days have holes where a month is short; days that are counted have none. */
export function pointOf(kind: ValueTerm['kind'], value: number): number {
  return kind === 'date' ? daysBetweenKeys(FIRST_DAY, value) : value;
}

export function pointsOf(kind: ValueTerm['kind'], { low, high }: Range): Range {
  return { low: pointOf(kind, low), high: pointOf(kind, high) };
}

/** As it would be written in a cell. */
export function pointText(term: ValueTerm, point: number, codes: readonly string[]): string {
  switch (term.kind) {
    case 'number':
      return String(point / 10 ** term.scale);
    case 'flag':
      return String(point === 1);
    case 'code':
      return JSON.stringify(codes[point] ?? '');
    case 'date':
      return dateTextOf(addDaysToKey(FIRST_DAY, point));
    case 'months':
      return `@"P${point}M"`;
    case 'days':
      return `@"P${point}D"`;
  }
}
