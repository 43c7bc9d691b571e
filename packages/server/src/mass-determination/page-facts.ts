import { RULE_SCOPES, type RuleScope } from '@yimen/rules';
import { readFactColumns, type ScopeSizes } from './fact-columns.ts';
import { type KnownFacts, readKnown, writeKnown } from './known-facts.ts';
import { ByteReader, ByteWriter } from './packed-bytes.ts';

export type Counts = { readonly members: number; readonly events: number };

export function sizesOf(households: readonly Counts[]): ScopeSizes {
  const sum = (key: keyof Counts) => households.reduce((total, one) => total + one[key], 0);
  return { household: households.length, person: sum('members'), event: sum('events') };
}

export type FactColumns = Readonly<Record<RuleScope, ReadonlyMap<number, Float64Array>>>;

/** The facts of households, each by itself, as columns. */
export function columnsOf(households: readonly (Counts & { readonly facts: Buffer })[]): FactColumns {
  const sizes = sizesOf(households);
  const columns = { household: new Map(), person: new Map(), event: new Map() } satisfies FactColumns;
  const next = { household: 0, person: 0, event: 0 };
  const reader = new ByteReader();
  const put = (scope: RuleScope) => {
    const own: Map<number, Float64Array> = columns[scope];
    for (const [place, value] of readKnown(reader)) {
      const column = own.get(place) ?? new Float64Array(sizes[scope]).fill(Number.NaN);
      column[next[scope]] = value;
      own.set(place, column);
    }
    next[scope] += 1;
  };
  for (const household of households) {
    reader.open(household.facts);
    for (const scope of elementsOf(household)) put(scope);
  }
  return columns;
}

/** The facts of each household by itself again. */
export function factsFrom(reader: ByteReader, households: readonly Counts[]): readonly Buffer[] {
  const sizes = sizesOf(households);
  const known = {
    household: emptyFor(sizes.household),
    person: emptyFor(sizes.person),
    event: emptyFor(sizes.event),
  };
  readFactColumns(reader, sizes, (scope, place, values) => {
    for (const [index, value] of values.entries()) {
      if (!Number.isNaN(value)) known[scope][index]?.push([place, value]);
    }
  });
  const next = { household: 0, person: 0, event: 0 };
  return households.map((household) => {
    const writer = new ByteWriter();
    for (const scope of elementsOf(household)) {
      writeKnown(writer, known[scope][next[scope]] ?? []);
      next[scope] += 1;
    }
    return writer.written();
  });
}

function emptyFor(count: number): KnownFacts[number][][] {
  return Array.from({ length: count }, () => []);
}

/** The household itself, its members, its events: in this order their facts are packed. */
function elementsOf({ members, events }: Counts): readonly RuleScope[] {
  const counts: ScopeSizes = { household: 1, person: members, event: events };
  return RULE_SCOPES.flatMap((scope) => Array.from({ length: counts[scope] }, () => scope));
}
