import {
  type CheckedRules,
  type HouseholdColumns,
  RULE_SCOPES,
  type RuleScope,
  UNKNOWN_MARK,
  type ValueColumn,
} from '@yimen/rules';
import type pg from 'pg';
import { readPackedColumns, valuesOf } from './fact-columns.ts';
import { type FactPlace, type LayoutPlan, planOfLayout } from './fact-layout.ts';
import { makeUnknown } from './make-unknown.ts';
import { ByteReader } from './packed-bytes.ts';
import type { KnownCounts } from './packed-facts.ts';
import { byLayout, type HouseholdOnPage, type Page } from './page-content.ts';
import { sizesOf } from './page-facts.ts';
import { type PageCount, readFactLayouts } from './page-store.ts';
import { dayOf, putStraight } from './put-straight.ts';

/** What is the same for all households. */
export interface Unpacking {
  readonly rules: CheckedRules;
  readonly plans: ReadonlyMap<number, LayoutPlan>;
  readonly counts: KnownCounts;
}

/** Where the next household, member and event go. */
export interface Next {
  household: number;
  person: number;
  event: number;
}

export async function readPlans(client: pg.ClientBase, rules: CheckedRules): Promise<Unpacking['plans']> {
  const layouts = await readFactLayouts(client);
  return new Map([...layouts].map(([id, layout]) => [id, planOfLayout(rules, layout)]));
}

/**
 * The households of a page into the columns, to be decided by this row.
 * @returns of each whether its facts can be; where they cannot, nothing is known of it.
 */
export function unpackPage(
  unpacking: Unpacking,
  { households, facts }: Page,
  row: number,
  columns: HouseholdColumns,
  next: Next,
): readonly boolean[] {
  const first = next.household;
  const unsound = new Set<number>();
  const reader = new ByteReader().open(facts);
  for (const group of byLayout(households)) {
    const start = { ...next };
    makeRoom(group, row, columns, next);
    const wrong = readGroup({ ...unpacking, reader, columns, start }, group);
    for (const household of wrong ?? Array.from(group, (_, index) => start.household + index)) unsound.add(household);
  }
  for (const household of unsound) forget(unpacking, columns, household);
  return households.map((_, index) => !unsound.has(first + index));
}

/** Counts what is said to be known on a page, as unpacking it does, without unpacking it. */
export function countKnown({ plans, counts }: Pick<Unpacking, 'plans' | 'counts'>, { households, facts }: Page): void {
  const reader = new ByteReader().open(facts);
  try {
    for (const group of byLayout(households)) {
      const plan = plans.get(group[0]?.layoutId ?? 0);
      readPackedColumns(reader, sizesOf(group), ({ scope, place: number, known }) => {
        const place = plan?.[scope][number];
        if (place) counts[scope][place.slot] = (counts[scope][place.slot] ?? 0) + known;
      });
    }
  } catch (error) {
    // Unpacking it finds out, and of whom nothing is known then.
    if (!(error instanceof RangeError)) throw error;
  }
}

/** Those on a page that cannot be opened: as many as are counted beside it. Of none of them is anything put in. */
export function passOver(
  { households, members, events }: Pick<PageCount, 'households' | 'members' | 'events'>,
  row: number,
  columns: HouseholdColumns,
  next: Next,
): void {
  // Evenly: a household without members would be taken for one whose members are known.
  const share = (all: number, index: number) =>
    Math.floor((all * (index + 1)) / households) - Math.floor((all * index) / households);
  const group = Array.from({ length: households }, (_, index) => ({
    members: share(members, index),
    events: share(events, index),
  }));
  makeRoom(group, row, columns, next);
}

type Sizes = Pick<HouseholdOnPage, 'members' | 'events'>;

function makeRoom(group: readonly Sizes[], row: number, columns: HouseholdColumns, next: Next): void {
  for (const { members, events } of group) {
    columns.rowOf[next.household] = row;
    next.household += 1;
    next.person += members;
    next.event += events;
    columns.offsets.person[next.household] = next.person;
    columns.offsets.event[next.household] = next.event;
  }
}

interface Reading extends Unpacking {
  readonly reader: ByteReader;
  readonly columns: HouseholdColumns;
  /** Where the first of the group is. */
  readonly start: Readonly<Next>;
}

/** The households with a value that cannot be; undefined when none can be read. */
function readGroup({ plans, counts, reader, columns, start }: Reading, group: Page['households']) {
  const plan = plans.get(group[0]?.layoutId ?? 0);
  const wrong = new Set<number>();
  try {
    readPackedColumns(reader, sizesOf(group), (packed) => {
      const { scope } = packed;
      const place = plan?.[scope][packed.place];
      const column = place && columns.facts[scope][place.slot];
      if (!column) return;
      const isPut = putStraight(place, packed, column, start[scope]);
      const put: Put = isPut
        ? { known: packed.known, wrong: NOBODY }
        : putValues(place, valuesOf(packed), column, start[scope]);
      counts[scope][place.slot] = (counts[scope][place.slot] ?? 0) + put.known;
      for (const index of put.wrong) wrong.add(householdOf(columns, scope, index, start.household));
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
  return plan && wrong;
}

interface Put {
  readonly known: number;
  /** Where a value cannot be: nothing would be exact. */
  readonly wrong: readonly number[];
}

/** First all values as they stand in the column, then all at once: a loop over one kind of array is several times as fast. */
function putValues(place: FactPlace, values: Float64Array, column: ValueColumn, start: number): Put {
  const { low, high } = place;
  const mark = UNKNOWN_MARK[place.storage];
  let wrong = NOBODY;
  let known = values.length;
  makeNumbers(place, values);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? Number.NaN;
    if (value >= low && value <= high) continue;
    if (!Number.isNaN(value)) wrong = [...wrong, start + index];
    values[index] = mark;
    known -= 1;
  }
  column.set(values, start);
  return { known, wrong };
}

const NOBODY: readonly number[] = [];

/** Codes and days as the rules at hand number them; what is no code of theirs becomes one that cannot be. */
function makeNumbers({ codes, isDate }: FactPlace, values: Float64Array): void {
  if (!codes && !isDate) return;
  for (let index = 0; index < values.length; index += 1) {
    const packed = values[index] ?? Number.NaN;
    if (!Number.isNaN(packed)) values[index] = codes ? (codes[packed] ?? -1) : dayOf(packed);
  }
}

function householdOf({ offsets }: HouseholdColumns, scope: RuleScope, index: number, first: number): number {
  if (scope === 'household') return index;
  let household = first;
  while ((offsets[scope][household + 1] ?? Number.POSITIVE_INFINITY) <= index) household += 1;
  return household;
}

/** No number of households makes up for it. */
const NEVER = -(2 ** 31);

/** Facts that cannot be are no ground for anything: nothing is known of this household until somebody looks. */
function forget({ rules, counts }: Unpacking, columns: HouseholdColumns, household: number): void {
  for (const scope of RULE_SCOPES) {
    const from = scope === 'household' ? household : columns.offsets[scope][household];
    const to = scope === 'household' ? household + 1 : columns.offsets[scope][household + 1];
    makeUnknown(rules, columns, scope, { from, to });
    // Counted as unknown of somebody: which ones were counted before does not matter.
    counts[scope].fill(NEVER);
  }
}
