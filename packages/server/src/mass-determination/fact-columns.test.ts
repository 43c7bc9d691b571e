import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFactColumns } from './fact-columns.ts';
import { writeKnown } from './known-facts.ts';
import { ByteReader, ByteWriter } from './packed-bytes.ts';
import { type PackedHousehold, readPage, takeApart, writePage } from './page-content.ts';

/** The ends of what one, two and four bytes hold, and beyond. */
const ENDS = [
  0,
  255,
  256,
  65_535,
  65_536,
  2 ** 31 - 1,
  2 ** 31,
  -1,
  -(2 ** 31),
  -(2 ** 31) - 1,
  Number.MAX_SAFE_INTEGER,
];
const value = fc.oneof(fc.constantFrom(...ENDS), fc.integer({ min: 0, max: 9 }), fc.maxSafeInteger());
const known = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 300 }), value), { selector: ([place]) => place, maxLength: 12 })
  .map((facts) => facts.toSorted(([one], [other]) => one - other));
const household = fc
  .record({
    id: fc.uint8Array({ minLength: 16, maxLength: 16 }),
    revision: fc.nat(),
    layoutId: fc.integer({ min: 1, max: 3 }),
    own: known,
    members: fc.array(known, { maxLength: 4 }),
    events: fc.array(known, { maxLength: 2 }),
    outcomes: fc.uint8Array({ maxLength: 9 }),
  })
  .map(({ id, own, members, events, outcomes, ...rest }): PackedHousehold => {
    const writer = new ByteWriter();
    for (const facts of [own, ...members, ...events]) writeKnown(writer, facts);
    const counts = { members: members.length, events: events.length, outcomeLayoutId: 0 };
    return {
      ...rest,
      ...counts,
      id: Buffer.from(id),
      outcomes: Buffer.from(outcomes),
      facts: writer.written(),
    };
  });

test('what is put on a page comes off it the same, those of one layout together', () => {
  fc.assert(
    fc.property(fc.array(household, { maxLength: 9 }), (households) => {
      const ordered = households.toSorted((one, other) => one.layoutId - other.layoutId);
      expect(takeApart(readPage(writePage(households)))).toEqual(ordered);
    }),
  );
});

test('bytes that are no columns are refused, whatever they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat({ max: 70 }), (bytes, count) => {
      const reader = new ByteReader().open(Buffer.from(bytes));
      const sizes = { household: count, person: count, event: 0 };
      try {
        readFactColumns(reader, sizes, (_scope, _place, values) => expect(values).toHaveLength(count));
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});

test('a page of an earlier format is refused', () => {
  const page = writePage([]);
  page[0] = 1;
  expect(() => readPage(page)).toThrow(RangeError);
});
