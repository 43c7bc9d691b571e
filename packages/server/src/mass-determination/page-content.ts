import { ByteReader, ByteWriter } from './packed-bytes.ts';

/** How many households stand on a page: few enough to write it anew with each change, enough to seal a county quickly. */
export const HOUSEHOLDS_PER_PAGE = 64;

/** One household on a page. */
export interface PackedHousehold {
  /** As PostgreSQL sends it. */
  readonly id: Buffer;
  readonly revision: number;
  readonly members: number;
  readonly events: number;
  readonly layoutId: number;
  readonly facts: Buffer;
  /** 0 where nothing is determined yet. */
  readonly outcomeLayoutId: number;
  readonly outcomes: Buffer;
}

/** The content of a page before it is sealed. */
export function writePage(households: readonly PackedHousehold[]): Buffer {
  const writer = new ByteWriter();
  writer.whole(households.length);
  for (const { id, revision, members, events, layoutId, facts, outcomeLayoutId, outcomes } of households) {
    writer.bytes(id);
    for (const value of [revision, members, events, layoutId, facts.length, outcomeLayoutId, outcomes.length])
      writer.whole(value);
    writer.bytes(facts);
    writer.bytes(outcomes);
  }
  return Buffer.from(writer.written());
}

/** The bytes of a household are those of the page: nothing is copied. */
export function readPage(bytes: Buffer): readonly PackedHousehold[] {
  const reader = new ByteReader();
  reader.bytes = bytes;
  const count = reader.whole();
  return Array.from({ length: count }, () => readHousehold(reader));
}

function readHousehold(reader: ByteReader): PackedHousehold {
  const id = reader.part(16);
  const revision = reader.whole();
  const members = reader.whole();
  const events = reader.whole();
  const layoutId = reader.whole();
  const factsLength = reader.whole();
  const outcomeLayoutId = reader.whole();
  const outcomesLength = reader.whole();
  const facts = reader.part(factsLength);
  const outcomes = reader.part(outcomesLength);
  return { id, revision, members, events, layoutId, facts, outcomeLayoutId, outcomes };
}

/** How much there is on a page, for whoever makes room before it is opened. */
export function countsOf(households: readonly PackedHousehold[]) {
  const sum = (key: 'members' | 'events') => households.reduce((total, one) => total + one[key], 0);
  return { households: households.length, members: sum('members'), events: sum('events') };
}
