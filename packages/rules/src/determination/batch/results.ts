import type { CheckedRules } from '../check/check-rules.ts';
import type { HouseholdColumns, Sizes } from './columns.ts';
import { createColumn, numberIn, storageOf, type ValueColumn } from './storage.ts';

/** One column per recorded variable. */
export type Results = ReadonlyMap<string, ValueColumn>;

export function createResults(rules: CheckedRules, columns: HouseholdColumns, recorded: readonly string[]): Results {
  const sizes = { household: columns.size, person: lastOf(columns, 'person'), event: lastOf(columns, 'event') };
  return columnsOf(rules, sizes, recorded, true);
}

/** Room for the results of so many, for one worker: for one part of the households after another. */
export function createRoom(rules: CheckedRules, sizes: Sizes, recorded: readonly string[]): Results {
  return columnsOf(rules, sizes, recorded, false);
}

function columnsOf(rules: CheckedRules, sizes: Sizes, recorded: readonly string[], isShared: boolean): Results {
  return new Map(
    recorded.map((id) => {
      const entry = entryOf(rules, id);
      return [id, createColumn(storageOf(entry.range), sizes[entry.on], isShared)];
    }),
  );
}

function lastOf({ offsets, size }: HouseholdColumns, scope: 'person' | 'event'): number {
  return offsets[scope][size] ?? 0;
}

/** NaN for not known. */
export function resultAt(rules: CheckedRules, results: Results, id: string, index: number): number {
  const column = results.get(id);
  return column ? numberIn(column, storageOf(entryOf(rules, id).range), index) : Number.NaN;
}

function entryOf({ catalogue }: CheckedRules, id: string) {
  const entry = catalogue.entries.get(id);
  if (!entry) throw new Error(`there is no variable ${id}`);
  return entry;
}
