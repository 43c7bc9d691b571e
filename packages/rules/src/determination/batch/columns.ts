import type { CheckedRules } from '../check/check-rules.ts';
import type { Values } from '../facts/values.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { createColumn, numberIn, type Storage, setNumber, storageOf, type ValueColumn } from './storage.ts';

/** Many households side by side. Members of household h are those from offsets[h] up to offsets[h + 1]. */
export interface HouseholdColumns {
  readonly size: number;
  /** Which of the policy rows decides each household. */
  readonly rowOf: Uint16Array;
  readonly offsets: Readonly<Record<'person' | 'event', Int32Array>>;
  /** One per fact, in slot order. */
  readonly facts: Readonly<Record<RuleScope, readonly ValueColumn[]>>;
}

export interface Sizes {
  readonly household: number;
  readonly person: number;
  readonly event: number;
}

/** Room for so many; the loader fills it in. */
export function createColumns({ catalogue }: CheckedRules, sizes: Sizes): HouseholdColumns {
  const factsOf = (scope: RuleScope) =>
    catalogue.slots[scope]
      .filter(({ isFact }) => isFact)
      .map(({ range }) => createColumn(storageOf(range), sizes[scope]));
  const offsets = () => new Int32Array(new SharedArrayBuffer((sizes.household + 1) * 4));
  return {
    size: sizes.household,
    rowOf: new Uint16Array(new SharedArrayBuffer(sizes.household * 2)),
    offsets: { person: offsets(), event: offsets() },
    facts: { household: factsOf('household'), person: factsOf('person'), event: factsOf('event') },
  };
}

/** The facts of one household, with room for the variables. */
export function valuesAt({ catalogue }: CheckedRules, columns: HouseholdColumns, household: number): Values {
  const read = (scope: RuleScope, index: number) =>
    Float64Array.from(catalogue.slots[scope], ({ slot, range, isFact }) => {
      const column = isFact ? columns.facts[scope][slot] : undefined;
      return column ? numberIn(column, storageOf(range), index) : Number.NaN;
    });
  const several = (scope: 'person' | 'event') => {
    const start = columns.offsets[scope][household] ?? 0;
    const end = columns.offsets[scope][household + 1] ?? start;
    return Array.from({ length: end - start }, (_, index) => read(scope, start + index));
  };
  return { household: read('household', household), person: several('person'), event: several('event') };
}

/** Puts facts that were read one by one side by side. */
export function columnsFrom(
  rules: CheckedRules,
  all: readonly { readonly values: Values; readonly row: number }[],
): HouseholdColumns {
  const count = (scope: 'person' | 'event') => all.reduce((sum, { values }) => sum + values[scope].length, 0);
  const columns = createColumns(rules, { household: all.length, person: count('person'), event: count('event') });
  const next = { person: 0, event: 0 };
  for (const [index, { values, row }] of all.entries()) {
    columns.rowOf[index] = row;
    write(rules, columns, 'household', index, values.household);
    for (const scope of ['person', 'event'] as const) {
      for (const own of values[scope]) {
        write(rules, columns, scope, next[scope], own);
        next[scope] += 1;
      }
      columns.offsets[scope][index + 1] = next[scope];
    }
  }
  return columns;
}

function write(
  { catalogue }: CheckedRules,
  { facts }: HouseholdColumns,
  scope: RuleScope,
  index: number,
  own: Float64Array,
): void {
  for (const { slot, range, isFact } of catalogue.slots[scope]) {
    const column = isFact ? facts[scope][slot] : undefined;
    const storage: Storage = storageOf(range);
    if (column) setNumber(column, storage, index, own[slot] ?? Number.NaN);
  }
}
