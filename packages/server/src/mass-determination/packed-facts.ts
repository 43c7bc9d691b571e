import {
  type CheckedRules,
  dateTextOf,
  type HouseholdColumns,
  numberIn,
  RULE_SCOPES,
  type RuleScope,
  type Sizes,
  storageOf,
} from '@yimen/rules';
import { writeKnown } from './known-facts.ts';
import type { ByteWriter } from './packed-bytes.ts';

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
    const known: [place: number, value: number][] = [];
    for (const [place, column] of facts[scope].entries()) {
      const entry = catalogue.slots[scope][place];
      const value = entry ? numberIn(column, storageOf(entry.range), index) : Number.NaN;
      if (!entry || Number.isNaN(value)) continue;
      if (entry.unit === 'date') known.push([place, dateNumberOf(value)]);
      else if (entry.unit === 'text') known.push([place, entry.options.indexOf(catalogue.codes[value] ?? '')]);
      else known.push([place, value]);
    }
    writeKnown(writer, known);
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
