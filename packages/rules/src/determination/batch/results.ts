import type { CheckedRules } from '../check/check-rules.ts';
import type { HouseholdColumns } from './columns.ts';
import { createColumn, numberIn, storageOf, type ValueColumn } from './storage.ts';

/** One column per recorded variable. */
export type Results = ReadonlyMap<string, ValueColumn>;

export function createResults(rules: CheckedRules, columns: HouseholdColumns, recorded: readonly string[]): Results {
  const sizeOf = { household: columns.size, person: lastOf(columns, 'person'), event: lastOf(columns, 'event') };
  return new Map(
    recorded.map((id) => {
      const entry = entryOf(rules, id);
      return [id, createColumn(storageOf(entry.range), sizeOf[entry.on])];
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
