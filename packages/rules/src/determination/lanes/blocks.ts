import type { HouseholdColumns } from '../batch/columns.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { BLOCK } from './columns.ts';

/** Elements of one scope that are side by side; the end is not included. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** Households that are computed together, with their members and events. */
export interface Block {
  readonly isMixed: boolean;
  readonly stretches: Readonly<Record<RuleScope, Stretch>>;
}

/** Where the row changes more often than this in a block, households are computed together whatever their rows. */
const MOST_CHANGES = 8;
/** Rows that one block can have. */
export const MOST_ROWS = 64;

/** As many households from here on as there is room for. */
export function nextBlock(columns: HouseholdColumns, from: number, to: number): Block {
  const most = roomFrom(columns, from, to);
  const isMixed = countChanges(columns, from, most) > MOST_CHANGES;
  const end = isMixed ? endOfRows(columns, from, most) : endOfRow(columns, from, most);
  if (end <= from) throw new RangeError(`columns: number of members at ${from}`);
  const { person, event } = columns.offsets;
  const within = (offsets: Int32Array): Stretch => ({ first: offsets[from] ?? 0, end: offsets[end] ?? 0 });
  return { isMixed, stretches: { household: { first: from, end }, person: within(person), event: within(event) } };
}

function roomFrom({ offsets }: HouseholdColumns, from: number, to: number): number {
  let end = Math.min(to, from + BLOCK.household);
  for (const scope of ['person', 'event'] as const) {
    const limit = (offsets[scope][from] ?? 0) + BLOCK[scope];
    while (end > from && (offsets[scope][end] ?? 0) > limit) end -= 1;
  }
  return end;
}

function countChanges({ rowOf }: HouseholdColumns, from: number, to: number): number {
  let changes = 0;
  for (let household = from + 1; household < to; household += 1) {
    if (rowOf[household] !== rowOf[household - 1]) changes += 1;
  }
  return changes;
}

/** Up to where all have the row of the first. */
function endOfRow({ rowOf }: HouseholdColumns, from: number, to: number): number {
  let end = from;
  while (end < to && rowOf[end] === rowOf[from]) end += 1;
  return end;
}

function endOfRows({ rowOf }: HouseholdColumns, from: number, to: number): number {
  const rows = new Set<number>();
  for (let household = from; household < to; household += 1) {
    rows.add(rowOf[household] ?? 0);
    if (rows.size > MOST_ROWS) return household;
  }
  return to;
}
