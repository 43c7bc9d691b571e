import { writeFactColumns } from './fact-columns.ts';
import { ByteReader, ByteWriter } from './packed-bytes.ts';
import { columnsOf, factsFrom, sizesOf } from './page-facts.ts';

/** How many households stand on a page: few enough to write it anew with each change, enough to seal a county quickly. */
export const HOUSEHOLDS_PER_PAGE = 64;

/** One household on a page; its facts stand with those of the others. */
export interface HouseholdOnPage {
  /** As PostgreSQL sends it. */
  readonly id: Buffer;
  readonly revision: number;
  readonly members: number;
  readonly events: number;
  readonly layoutId: number;
  /** 0 where nothing is determined yet. */
  readonly outcomeLayoutId: number;
  readonly outcomes: Buffer;
}

/** One household by itself. */
export interface PackedHousehold extends HouseholdOnPage {
  readonly facts: Buffer;
}

/** As it is opened. Those of one layout follow each other, and their facts stand together as columns. */
export interface Page {
  readonly households: readonly HouseholdOnPage[];
  readonly facts: Buffer;
}

/** Pages of another format are made anew by `register rebuild`. */
const FORMAT = 2;

/** The content of a page before it is sealed. */
export function writePage(households: readonly PackedHousehold[]): Buffer {
  const writer = new ByteWriter();
  const ordered = households.toSorted((one, other) => one.layoutId - other.layoutId);
  writer.whole(FORMAT);
  writer.whole(ordered.length);
  for (const { id, revision, members, events, layoutId, outcomeLayoutId, outcomes } of ordered) {
    writer.bytes(id);
    for (const value of [revision, members, events, layoutId, outcomeLayoutId, outcomes.length]) writer.whole(value);
    writer.bytes(outcomes);
  }
  for (const group of byLayout(ordered)) writeFactColumns(writer, columnsOf(group));
  return writer.written();
}

/**
 * The bytes of a household are those of the page: nothing is copied.
 * @throws RangeError where they are no page.
 */
export function readPage(bytes: Buffer): Page {
  const reader = new ByteReader().open(bytes);
  if (reader.whole() !== FORMAT) throw new RangeError('a packed page of another format');
  const count = reader.whole();
  const households = Array.from({ length: count }, () => readHousehold(reader));
  return { households, facts: bytes.subarray(reader.at) };
}

function readHousehold(reader: ByteReader): HouseholdOnPage {
  const id = reader.part(16);
  const revision = reader.whole();
  const members = reader.whole();
  const events = reader.whole();
  const layoutId = reader.whole();
  const outcomeLayoutId = reader.whole();
  const outcomes = reader.part(reader.whole());
  return { id, revision, members, events, layoutId, outcomeLayoutId, outcomes };
}

/** Every household of a page by itself. */
export function takeApart({ households, facts }: Page): readonly PackedHousehold[] {
  const reader = new ByteReader().open(facts);
  return byLayout(households).flatMap((group) => {
    const own = factsFrom(reader, group);
    return group.map((household, index) => ({ ...household, facts: own[index] ?? Buffer.alloc(0) }));
  });
}

/** Neighbours whose facts were packed in one way. */
export function byLayout<Household extends { readonly layoutId: number }>(
  households: readonly Household[],
): readonly (readonly Household[])[] {
  const groups: Household[][] = [];
  for (const household of households) {
    const last = groups.at(-1);
    if (last?.[0]?.layoutId === household.layoutId) last.push(household);
    else groups.push([household]);
  }
  return groups;
}

/** How much there is on a page, for whoever makes room before it is opened. */
export function countsOf(households: readonly HouseholdOnPage[]) {
  const { household, person, event } = sizesOf(households);
  return { households: household, members: person, events: event };
}
