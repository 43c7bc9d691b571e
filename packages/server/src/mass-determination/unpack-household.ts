import { type CheckedRules, type HouseholdColumns, RULE_SCOPES, storageOf, UNKNOWN_MARK } from '@yimen/rules';
import type pg from 'pg';
import { type LayoutPlan, planOfLayout } from './fact-layout.ts';
import { ByteReader } from './packed-bytes.ts';
import { type KnownCounts, unpackElement } from './packed-facts.ts';
import type { PackedHousehold } from './page-content.ts';
import { type PageCount, readFactLayouts } from './page-store.ts';

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

/** A packed household into the columns, to be decided by this row. False when its facts cannot be. */
export function unpackHousehold(
  { rules, plans, counts }: Unpacking,
  packed: PackedHousehold,
  row: number,
  columns: HouseholdColumns,
  next: Next,
): boolean {
  const plan = plans.get(packed.layoutId);
  const start = { ...next };
  READER.bytes = packed.facts;
  READER.at = 0;
  columns.rowOf[next.household] = row;
  let isSound = plan !== undefined;
  if (plan) isSound = unpackElement(READER, plan.household, columns.facts.household, counts.household, next.household);
  for (const [scope, count] of [['person', packed.members] as const, ['event', packed.events] as const]) {
    for (let index = 0; index < count; index += 1) {
      const isRight = plan && unpackElement(READER, plan[scope], columns.facts[scope], counts[scope], next[scope]);
      isSound &&= isRight === true;
      next[scope] += 1;
    }
    columns.offsets[scope][next.household + 1] = next[scope];
  }
  next.household += 1;
  isSound &&= READER.at === packed.facts.length;
  if (!isSound) forget(rules, columns, counts, start, next);
  return isSound;
}

/** Those on a page that cannot be opened: as many as are counted beside it. Of none of them is anything put in. */
export function passOver(
  { households, members, events }: Pick<PageCount, 'households' | 'members' | 'events'>,
  row: number,
  columns: HouseholdColumns,
  next: Next,
): void {
  const start = { ...next };
  for (let number = 1; number <= households; number += 1) {
    columns.rowOf[next.household] = row;
    next.household += 1;
    // Spread evenly: a household without members would be taken for one whose members are known.
    next.person = start.person + Math.floor((members * number) / households);
    next.event = start.event + Math.floor((events * number) / households);
    columns.offsets.person[next.household] = next.person;
    columns.offsets.event[next.household] = next.event;
  }
}

const READER = new ByteReader();
/** No number of households makes up for it. */
const NEVER = -(2 ** 31);

/** Facts that cannot be are no ground for anything: nothing is known of this household until somebody looks. */
function forget({ catalogue }: CheckedRules, columns: HouseholdColumns, counts: KnownCounts, start: Next, end: Next) {
  for (const scope of RULE_SCOPES) {
    for (const [slot, column] of columns.facts[scope].entries()) {
      const range = catalogue.slots[scope][slot]?.range;
      if (range) column.fill(UNKNOWN_MARK[storageOf(range)], start[scope], end[scope]);
      // Counted as unknown of somebody: which ones were counted before does not matter.
      counts[scope][slot] = NEVER;
    }
  }
}
