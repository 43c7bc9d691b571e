import { type CheckedRules, type HouseholdColumns, RULE_SCOPES, storageOf, UNKNOWN_MARK } from '@yimen/rules';
import type pg from 'pg';
import type { CopyReader } from './binary-copy.ts';
import { type LayoutPlan, planOfLayout } from './fact-layout.ts';
import { ByteReader } from './packed-bytes.ts';
import { type KnownCounts, unpackElement } from './packed-facts.ts';
import { readFactLayouts } from './register-store.ts';

/** What is the same for all rows. */
export interface Unpacking {
  readonly rules: CheckedRules;
  readonly plans: ReadonlyMap<number, LayoutPlan>;
  /** The policy row of each place number. */
  readonly rowOfPlace: Uint16Array;
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

/** One row of household_facts into the columns; the caller reads the fields beyond. */
export function unpackRow(
  { rules, plans, rowOfPlace, counts }: Unpacking,
  row: PackedRow,
  columns: HouseholdColumns,
  next: Next,
): boolean {
  const plan = plans.get(row.layoutId);
  if (!plan) throw new Error(`household ${row.householdNo}: there is no layout ${row.layoutId}`);
  const start = { ...next };
  READER.bytes = row.bytes;
  READER.at = row.from;
  columns.rowOf[next.household] = rowOfPlace[row.placeNo] ?? 0;
  let isSound = unpackElement(READER, plan.household, columns.facts.household, counts.household, next.household);
  for (const [scope, count] of [['person', row.members] as const, ['event', row.events] as const]) {
    for (let index = 0; index < count; index += 1) {
      const isRight = unpackElement(READER, plan[scope], columns.facts[scope], counts[scope], next[scope]);
      isSound &&= isRight;
      next[scope] += 1;
    }
    columns.offsets[scope][next.household + 1] = next[scope];
  }
  next.household += 1;
  isSound &&= READER.at === row.to;
  if (!isSound) forget(rules, columns, counts, start, next);
  return isSound;
}

const READER = new ByteReader();
/** No number of households makes up for it. */
const NEVER = -(2 ** 31);

export interface PackedRow {
  readonly householdNo: number;
  readonly placeNo: number;
  readonly members: number;
  readonly events: number;
  readonly layoutId: number;
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}

export function nextPackedRow(reader: CopyReader): PackedRow | undefined {
  if (!reader.nextRow()) return undefined;
  const householdNo = reader.int8();
  const placeNo = reader.int2();
  const members = reader.int2();
  const events = reader.int2();
  const layoutId = reader.int4();
  return { householdNo, placeNo, members, events, layoutId, bytes: reader.bytes, ...reader.span() };
}

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
