import type { Entry } from '../check/catalogue.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import { LARGEST_GROUP, type Range } from '../core/range.ts';
import type { HouseholdColumns } from './columns.ts';
import { storageOf, UNKNOWN_MARK, type ValueColumn } from './storage.ts';

export type Inspected =
  /** The facts that are not known of somebody; the others are computed without asking each time. */
  | { readonly ok: true; readonly unknownFacts: ReadonlySet<string> }
  | { readonly ok: false; readonly issue: ColumnIssue };

/** A value beyond what the rules were checked for, or a household without members or with too many (fact null). */
export interface ColumnIssue {
  readonly fact: string | null;
  /** Of the household, member or event. */
  readonly index: number;
}

/** Once after loading: nothing is exact beyond the ranges the checker was told. */
export function inspectColumns({ catalogue }: CheckedRules, columns: HouseholdColumns): Inspected {
  const crowd = findCrowd(columns);
  if (crowd >= 0) return { ok: false, issue: { fact: null, index: crowd } };
  const unknownFacts = new Set<string>();
  for (const entry of catalogue.entries.values()) {
    const column = entry.isFact ? columns.facts[entry.on][entry.slot] : undefined;
    if (!column) continue;
    const outside = findOutside(column, entry, unknownFacts);
    if (outside >= 0) return { ok: false, issue: { fact: entry.id, index: outside } };
  }
  return { ok: true, unknownFacts };
}

/** The first household whose members cannot be; -1 when there is none. */
function findCrowd({ offsets, size }: HouseholdColumns): number {
  for (let household = 0; household < size; household += 1) {
    const members = (offsets.person[household + 1] ?? 0) - (offsets.person[household] ?? 0);
    const events = (offsets.event[household + 1] ?? 0) - (offsets.event[household] ?? 0);
    if (members < 1 || members > LARGEST_GROUP || events < 0 || events > LARGEST_GROUP) return household;
  }
  return -1;
}

function findOutside(column: ValueColumn, { id, range }: Entry, unknownFacts: Set<string>): number {
  const storage = storageOf(range);
  if (column.includes(UNKNOWN_MARK[storage])) unknownFacts.add(id);
  return firstOutside(column, range, UNKNOWN_MARK[storage]);
}

function firstOutside(column: ValueColumn, { low, high }: Range, mark: number): number {
  for (let index = 0; index < column.length; index += 1) {
    const value = column[index] ?? mark;
    const isWithin = value >= low && value <= high && Number.isInteger(value);
    if (!isWithin && value !== mark && !Number.isNaN(value)) return index;
  }
  return -1;
}
