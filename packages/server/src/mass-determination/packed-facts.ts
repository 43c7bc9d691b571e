import {
  type CheckedRules,
  dateTextOf,
  type HouseholdColumns,
  keyOf,
  numberIn,
  RULE_SCOPES,
  type RuleScope,
  type Sizes,
  storageOf,
} from '@yimen/rules';
import type { ColumnsOf, FactPlace, LayoutPlan } from './fact-layout.ts';
import type { ByteReader, ByteWriter } from './packed-bytes.ts';

/**
 * The facts of a household: for it, each member and each event, how many are known, then place and value of each. What
 * is not known takes no room, however many facts the packs ask for.
 */
export function packHousehold(
  { catalogue }: CheckedRules,
  { facts, offsets }: HouseholdColumns,
  household: number,
  writer: ByteWriter,
): void {
  const pack = (scope: RuleScope, index: number) => {
    const known: [number, number][] = [];
    for (const [place, column] of facts[scope].entries()) {
      const entry = catalogue.slots[scope][place];
      const value = entry ? numberIn(column, storageOf(entry.range), index) : Number.NaN;
      if (!entry || Number.isNaN(value)) continue;
      if (entry.unit === 'date') known.push([place, dateNumberOf(value)]);
      else if (entry.unit === 'text') known.push([place, entry.options.indexOf(catalogue.codes[value] ?? '')]);
      else known.push([place, value]);
    }
    writer.whole(known.length);
    for (const [place, value] of known) {
      writer.whole(place);
      writer.signed(value);
    }
  };
  pack('household', household);
  for (const scope of ['person', 'event'] as const) {
    const end = offsets[scope][household + 1] ?? 0;
    for (let index = offsets[scope][household] ?? 0; index < end; index += 1) pack(scope, index);
  }
}

/** How often each fact was known, by scope and slot: one that is known of everybody is computed without asking. */
export type KnownCounts = Readonly<Record<RuleScope, Int32Array>>;

export function createCounts({ catalogue }: CheckedRules): KnownCounts {
  const [household, person, event] = RULE_SCOPES.map((scope) => new Int32Array(catalogue.slots[scope].length));
  return {
    household: household ?? new Int32Array(),
    person: person ?? new Int32Array(),
    event: event ?? new Int32Array(),
  };
}

/** Reads one household, member or event into its place. False when a value cannot be: nothing would be exact. */
export function unpackElement(
  reader: ByteReader,
  plan: LayoutPlan[RuleScope],
  columns: ColumnsOf[RuleScope],
  counts: Int32Array,
  index: number,
): boolean {
  const known = reader.whole();
  // Bytes that are no facts must not send the loop on its way for ever.
  let isSound = known <= plan.length;
  for (let left = isSound ? known : 0; left > 0; left -= 1) {
    const place = plan[reader.whole()];
    const packed = reader.signed();
    if (!place) continue;
    const value = numberOf(place, packed);
    const column = columns[place.slot];
    if (column === undefined || !(value >= place.low && value <= place.high)) {
      isSound = false;
      continue;
    }
    column[index] = value;
    counts[place.slot] = (counts[place.slot] ?? 0) + 1;
  }
  return isSound;
}

function numberOf({ isDate, codes }: FactPlace, packed: number): number {
  if (codes) return codes[packed] ?? -1;
  if (!isDate) return packed;
  const year = Math.floor(packed / 10_000);
  const month = Math.floor((packed - year * 10_000) / 100);
  return keyOf(year, month, packed - year * 10_000 - month * 100);
}

/** Facts that are not known of everybody in the columns. */
export function unknownFacts({ catalogue }: CheckedRules, counts: KnownCounts, sizes: Sizes): readonly string[] {
  return RULE_SCOPES.flatMap((scope) =>
    catalogue.slots[scope]
      .filter(({ isFact, slot }) => isFact && (counts[scope][slot] ?? 0) < sizes[scope])
      .map(({ id }) => id),
  );
}

/** 2026-03-01 as 20260301. */
function dateNumberOf(key: number): number {
  return Number(dateTextOf(key).replaceAll('-', ''));
}
