import { RULE_SCOPES } from '../../policy/pack.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import type { Values } from '../facts/values.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { ownColumns, shareColumns, type WantedColumn } from './column-memory.ts';
import { numberIn, type Storage, setNumber, storageOf, type ValueColumn } from './storage.ts';
import type { SharedMemory } from './web-assembly.ts';

/** Many households side by side. Members of household h are those from offsets[h] up to offsets[h + 1]. */
export interface HouseholdColumns {
  readonly size: number;
  /** Which of the policy rows decides each household. */
  readonly rowOf: Uint16Array;
  readonly offsets: Readonly<Record<'person' | 'event', Int32Array>>;
  /** One per fact, in slot order. */
  readonly facts: Readonly<Record<RuleScope, readonly ValueColumn[]>>;
  /** Where the facts stand when threads share them. */
  readonly memory: SharedMemory | null;
}

export interface Sizes {
  readonly household: number;
  readonly person: number;
  readonly event: number;
}

/** Room for so many, for one thread alone; whoever loads them fills it in. */
export function createColumns(rules: CheckedRules, sizes: Sizes): HouseholdColumns {
  const { wanted, byScope } = factColumns(rules, sizes);
  return {
    size: sizes.household,
    rowOf: new Uint16Array(sizes.household),
    offsets: { person: new Int32Array(sizes.household + 1), event: new Int32Array(sizes.household + 1) },
    facts: byScope(ownColumns(wanted)),
    memory: null,
  };
}

/** The same for several threads. */
export function createSharedColumns(rules: CheckedRules, sizes: Sizes): HouseholdColumns {
  const { wanted, byScope } = factColumns(rules, sizes);
  const { columns, memory } = shareColumns(wanted);
  const offsets = () => new Int32Array(new SharedArrayBuffer((sizes.household + 1) * 4));
  return {
    size: sizes.household,
    rowOf: new Uint16Array(new SharedArrayBuffer(sizes.household * 2)),
    offsets: { person: offsets(), event: offsets() },
    facts: byScope(columns),
    memory,
  };
}

function factColumns({ catalogue }: CheckedRules, sizes: Sizes) {
  const factsOf = (scope: RuleScope) => catalogue.slots[scope].filter(({ isFact }) => isFact);
  const wanted = RULE_SCOPES.flatMap((scope) =>
    factsOf(scope).map(({ range }): WantedColumn => ({ storage: storageOf(range), length: sizes[scope] })),
  );
  const [households, persons] = [factsOf('household').length, factsOf('person').length];
  const byScope = (columns: readonly ValueColumn[]): HouseholdColumns['facts'] => ({
    household: columns.slice(0, households),
    person: columns.slice(households, households + persons),
    event: columns.slice(households + persons),
  });
  return { wanted, byScope };
}

/** The facts of one household, with room for the variables. */
export function valuesAt({ catalogue }: CheckedRules, columns: HouseholdColumns, household: number): Values {
  const read = (scope: RuleScope, index: number) => {
    const values = new Float64Array(catalogue.slots[scope].length).fill(Number.NaN);
    for (const { slot, range, isFact } of catalogue.slots[scope]) {
      const column = isFact ? columns.facts[scope][slot] : undefined;
      if (column) values[slot] = numberIn(column, storageOf(range), index);
    }
    return values;
  };
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
