import type { CheckedRules } from '../check/check-rules.ts';
import { ownColumns, shareColumns, type WantedColumn } from './column-memory.ts';
import type { HouseholdColumns, Sizes } from './columns.ts';
import { numberIn, storageOf, type ValueColumn } from './storage.ts';
import type { SharedMemory } from './web-assembly.ts';

/** One column per recorded variable. */
export interface Results {
  readonly columns: ReadonlyMap<string, ValueColumn>;
  /** Where they stand when threads share them. */
  readonly memory: SharedMemory | null;
}

/** For all households of the columns, shared by threads when these are. */
export function createResults(rules: CheckedRules, columns: HouseholdColumns, recorded: readonly string[]): Results {
  const sizes = { household: columns.size, person: lastOf(columns, 'person'), event: lastOf(columns, 'event') };
  if (!isShared(columns)) return createRoom(rules, sizes, recorded);
  const shared = shareColumns(wantedColumns(rules, sizes, recorded));
  return { columns: named(recorded, shared.columns), memory: shared.memory };
}

/** Room for the results of so many, for one thread: for one part of the households after another. */
export function createRoom(rules: CheckedRules, sizes: Sizes, recorded: readonly string[]): Results {
  return { columns: named(recorded, ownColumns(wantedColumns(rules, sizes, recorded))), memory: null };
}

function wantedColumns(rules: CheckedRules, sizes: Sizes, recorded: readonly string[]): readonly WantedColumn[] {
  return recorded.map((id) => {
    const { range, on } = entryOf(rules, id);
    return { storage: storageOf(range), length: sizes[on] };
  });
}

function named(ids: readonly string[], columns: readonly ValueColumn[]): Results['columns'] {
  return new Map(columns.map((column, index) => [ids[index] ?? '', column]));
}

function isShared({ rowOf }: HouseholdColumns): boolean {
  return rowOf.buffer instanceof SharedArrayBuffer;
}

function lastOf({ offsets, size }: HouseholdColumns, scope: 'person' | 'event'): number {
  return offsets[scope][size] ?? 0;
}

/** NaN for not known. */
export function resultAt(rules: CheckedRules, results: Results, id: string, index: number): number {
  const column = results.columns.get(id);
  return column ? numberIn(column, storageOf(entryOf(rules, id).range), index) : Number.NaN;
}

function entryOf({ catalogue }: CheckedRules, id: string) {
  const entry = catalogue.entries.get(id);
  if (!entry) throw new Error(`there is no variable ${id}`);
  return entry;
}
