import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RULE_SCOPES } from '../../policy/pack.ts';
import type { HouseholdColumns } from '../batch/columns.ts';
import { type Block, MOST_ROWS, nextBlock } from './blocks.ts';
import { BLOCK } from './columns.ts';

const anyCounts = fc.array(fc.record({ members: fc.integer({ min: 1, max: 100 }), events: fc.nat(100) }), {
  minLength: 1,
  maxLength: 700,
  size: 'max',
});

function columnsOf(counts: readonly { members: number; events: number }[], rowOf: (index: number) => number) {
  const offsets = { person: new Int32Array(counts.length + 1), event: new Int32Array(counts.length + 1) };
  for (const [index, { members, events }] of counts.entries()) {
    offsets.person[index + 1] = (offsets.person[index] ?? 0) + members;
    offsets.event[index + 1] = (offsets.event[index] ?? 0) + events;
  }
  const rows = Uint16Array.from(counts, (_, index) => rowOf(index));
  const columns: HouseholdColumns = {
    size: counts.length,
    rowOf: rows,
    offsets,
    facts: { household: [], person: [], event: [] },
    memory: null,
  };
  return columns;
}

function blocksOf(columns: HouseholdColumns, from: number): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = from; at < columns.size; at = blocks.at(-1)?.stretches.household.end ?? columns.size) {
    blocks.push(nextBlock(columns, at, columns.size));
  }
  return blocks;
}

test('blocks follow one another and have room for all they hold', () => {
  fc.assert(
    fc.property(anyCounts, fc.nat(699), fc.integer({ min: 1, max: 600 }), (counts, start, every) => {
      const columns = columnsOf(counts, (index) => Math.floor(index / every));
      const from = start % columns.size;
      let at = from;
      for (const { stretches, isMixed } of blocksOf(columns, from)) {
        const { household, person, event } = stretches;
        expect(household.first).toBe(at);
        expect(person.first).toBe(columns.offsets.person[at]);
        at = household.end;
        expect([person.end, event.end]).toEqual([columns.offsets.person[at], columns.offsets.event[at]]);
        for (const scope of RULE_SCOPES) {
          const { first, end } = stretches[scope];
          expect(end - first).toBeLessThanOrEqual(BLOCK[scope]);
        }
        const rows = new Set(columns.rowOf.subarray(household.first, household.end));
        expect(rows.size).toBeLessThanOrEqual(isMixed ? MOST_ROWS : 1);
      }
      expect(at).toBe(columns.size);
    }),
    { numRuns: 60 },
  );
});

test('a block of more rows than there is room for ends before them', () => {
  const columns = columnsOf(
    Array.from({ length: 300 }, () => ({ members: 1, events: 0 })),
    (index) => index,
  );
  expect(blocksOf(columns, 0).map(({ stretches }) => stretches.household.end)).toEqual([64, 128, 192, 256, 300]);
});

test('a household with more members than a block has room for is refused', () => {
  const columns = columnsOf([{ members: BLOCK.person + 1, events: 0 }], () => 0);
  expect(() => nextBlock(columns, 0, 1)).toThrow(RangeError);
});
