import { addDaysToKey, addMonthsToKey, daysBetweenKeys } from '../core/date-key.ts';
import { divideWhole } from '../core/rounding.ts';
import type { PolicyRow } from '../run/policy-row.ts';

/** What instructions work on. */
export interface Workplace {
  readonly memory: Float64Array;
  /** Where each stretch of memory begins. */
  readonly begins: Int32Array;
  /** Of members and of events: where they begin, how much room each has, and where they end. */
  readonly groups: Int32Array;
}

/** What the place and the day give beside their figures. */
interface OfRow {
  readonly answers: Float64Array;
  readonly tables: PolicyRow['tables'];
}

export interface Instructions {
  readonly code: Int32Array;
  readonly columns: readonly ColumnPlace[];
}

/** A column of a table of parameters. */
export interface ColumnPlace {
  readonly table: number;
  readonly column: number;
}

/**
 * One loop over all instructions: nothing is called and no number is put into an object of its own. What to do is found
 * by comparing, the frequent first: processors guess such branches well, and jumps by a table badly. The numbers are
 * those of instruction-set.ts, written out, since only these are compared at once.
 */
export function runInstructions(
  { code, columns }: Instructions,
  { memory, begins, groups }: Workplace,
  { answers, tables }: OfRow,
): void {
  for (let at = 0; ; at += 4) {
    const what = code[at] ?? 0;
    const to = code[at + 1] ?? 0;
    const one = code[at + 2] ?? 0;
    const other = code[at + 3] ?? 0;
    const x = memory[(one >> 8) + (begins[one & 255] ?? 0)] ?? Number.NaN;
    if (what < 4) {
      const place = (to >> 8) + (begins[to & 255] ?? 0);
      const before = memory[place] ?? Number.NaN;
      if (what === 0) {
        // the first of “and”
        memory[place] = x;
        if (x === 0) at = other;
      } else if (what === 2) {
        // the next of “and”
        memory[place] = x === 0 ? 0 : before * x;
        if (x === 0) at = other;
      } else if (what === 1) {
        // the first of “or”
        memory[place] = x;
        if (x === 1) at = other;
      } else {
        // the next of “or”
        memory[place] = x === 1 ? 1 : before + x;
        if (x === 1) at = other;
      }
      continue;
    }
    if (what < 11) {
      if (what === 4) {
        // JUMP_IF_NO
        if (x === 0) at = to;
      } else if (what === 5) {
        // JUMP_IF_YES
        if (x === 1) at = to;
      } else if (what === 6) {
        // JUMP
        at = to;
      } else if (what === 7) {
        // BEGIN_LOOP
        const first = groups[one] ?? 0;
        begins[other] = first;
        if (first >= (groups[one + 2] ?? 0)) at = to;
      } else if (what === 8) {
        // NEXT_ELEMENT
        const next = (begins[other] ?? 0) + (groups[one + 1] ?? 0);
        begins[other] = next;
        if (next < (groups[one + 2] ?? 0)) at = to;
      } else if (what === 9) {
        // NEXT_ROW
        memory[(one >> 8) + (begins[one & 255] ?? 0)] = x + 1;
        if (x + 1 >= (tables[other]?.length ?? 0)) at = to;
      } else {
        // END
        return;
      }
      continue;
    }
    const y = memory[(other >> 8) + (begins[other & 255] ?? 0)] ?? Number.NaN;
    let result = Number.NaN;
    if (what < 19) {
      if (what < 15) {
        if (what < 13) {
          // COPY, NOT
          result = what === 11 ? x : 1 - x;
        } else if (what === 13) {
          // AGREED
          const chosen = memory[(to >> 8) + (begins[to & 255] ?? 0)] ?? Number.NaN;
          if (x === 0) result = y;
          else if (x === 1 || chosen === y) result = chosen;
        } else if (!Number.isNaN(x)) {
          // KEYED
          result = answers[x + y] ?? Number.NaN;
        }
      } else if (what < 17) {
        result = what === 15 ? x + y : x - y;
      } else if (what === 18) {
        // =
        if (x === y) result = 1;
        else if (x < y || x > y) result = 0;
      } else {
        // * without negative zero
        result = x * y + 0;
      }
    } else if (what < 23) {
      if (what < 21) {
        if (what === 19) {
          if (x < y) result = 1;
          else if (x >= y) result = 0;
        } else if (x <= y) result = 1;
        else if (x > y) result = 0;
      } else if (what === 21) {
        if (x > y) result = 1;
        else if (x <= y) result = 0;
      } else if (x >= y) result = 1;
      else if (x < y) result = 0;
    } else if (what === 28) result = Math.max(x, y);
    else if (what === 27) result = Math.min(x, y);
    else if (what === 30) result = Math.floor(x / y);
    else if (what === 32) result = Math.trunc(x / y) + 0;
    else if (what === 23) {
      if (x === 1) result = y;
    } else if (what === 29) {
      if (x === y) result = 0;
      else if (x < y || x > y) result = 1;
    } else if (what === 36) result = addMonthsToKey(x, y);
    else if (what === 31) result = Math.ceil(x / y) + 0;
    else if (what === 24) {
      if (Number.isFinite(x)) result = x;
    } else if (what === 33) result = divideWhole('up', x, y);
    else if (what === 34) result = divideWhole('half up', x, y);
    else if (what === 35) result = divideWhole('half down', x, y);
    else if (what === 37) result = addDaysToKey(x, y);
    else if (what === 38) result = daysBetweenKeys(x, y);
    else if (what === 25) result = cellAt(tables, columns[y], x);
    else result = isListed(tables[y], x);
    memory[(to >> 8) + (begins[to & 255] ?? 0)] = result;
  }
}

function cellAt(tables: OfRow['tables'], of: ColumnPlace | undefined, row: number): number {
  return of ? (tables[of.table]?.columns[of.column]?.[row] ?? Number.NaN) : Number.NaN;
}

function isListed(list: OfRow['tables'][number] | undefined, value: number): number {
  if (!list?.isKnown || Number.isNaN(value)) return Number.NaN;
  return Number(list.columns[0]?.includes(value) ?? false);
}
