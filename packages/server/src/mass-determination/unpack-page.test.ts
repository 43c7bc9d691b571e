import { checkRules, createColumns, findDateKey, numberIn, type RuleSet } from '@yimen/rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutOfRules, planOfLayout } from './fact-layout.ts';
import { writeKnown } from './known-facts.ts';
import { ByteWriter } from './packed-bytes.ts';
import { createCounts } from './packed-facts.ts';
import { type PackedHousehold, readPage, writePage } from './page-content.ts';
import { countKnown, unpackPage } from './unpack-page.ts';

const words = (text: string) => ({ zh: text, en: text });
const FACT = { on: 'person', per: null, options: [], smallest: null, largest: null } as const;
const grade = (id: string) => ({ id, label: words(id) });

/** One fact of each width and kind of column. */
const FACTS: RuleSet['facts'] = [
  { ...FACT, id: 'isAble', unit: 'flag', label: words('isAble') },
  { ...FACT, id: 'grade', unit: 'text', options: ['c', 'a', 'd'].map(grade), label: words('grade') },
  { ...FACT, id: 'months', unit: 'count', smallest: 2, largest: 200, label: words('months') },
  { ...FACT, id: 'income', unit: 'fen', smallest: -90_000, largest: 100_000_000, label: words('income') },
  { ...FACT, id: 'wealth', unit: 'fen', largest: 2 ** 40, label: words('wealth') },
  { ...FACT, id: 'birthDate', unit: 'date', label: words('birthDate') },
];
const checked = checkRules({ facts: FACTS, parameters: [], variables: [], determinations: [] }, '2026-03-01');
if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
const { rules } = checked;

/** As packed years ago: the options stood in another order, one is no more and one fact is not asked for any more. */
const layout = layoutOfRules(rules);
const [isAble, , ...others] = layout.person;
if (!isAble) throw new Error('the layout is empty');
const OPTIONS = ['a', 'b', 'c'];
const person = [isAble, { id: 'grade', unit: 'text', options: OPTIONS }, ...others, { ...isAble, id: 'isGone' }];
const plans = new Map([[1, planOfLayout(rules, { ...layout, person })]]);

const date = fc.constantFrom(19_300_228, 20_000_229, 20_260_301, 20_261_231);
/** Of each fact what can be packed, mostly what can be. */
const MEMBER = [
  fc.nat({ max: 1 }),
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(0, 2) }, fc.constantFrom(1, 3)),
  fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 2, max: 200 }) }, fc.constantFrom(0, 1, 201, 255, 256, 70_000)),
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: -90_000, max: 100_000_000 }) },
    fc.constantFrom(-90_001, 100_000_001, 2 ** 40),
  ),
  fc.nat({ max: 2 ** 40 }),
  fc.oneof({ weight: 9, arbitrary: date }, fc.constantFrom(0, 7)),
  fc.nat({ max: 1 }),
];
const member = fc.tuple(...MEMBER.map((value) => fc.option(value, { freq: 40 })));
const households = fc.array(fc.array(member, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
type Member = readonly (number | null)[];

/** What the rules make of one packed value; undefined where it cannot be. */
const STORED: readonly ((value: number) => number | undefined)[] = [
  (value) => value,
  (value) => rules.catalogue.codeNumbers.get(OPTIONS[value] ?? ''),
  (value) => (value >= 2 && value <= 200 ? value : undefined),
  (value) => (value >= -90_000 && value <= 100_000_000 ? value : undefined),
  (value) => value,
  (value) => findDateKey(`${value}`.padStart(8, '0').replace(/(....)(..)(..)/, '$1-$2-$3')),
];

function packed(members: readonly Member[]): PackedHousehold {
  const writer = new ByteWriter();
  writeKnown(writer, []);
  for (const one of members) {
    writeKnown(
      writer,
      one.flatMap((value, place): [number, number][] => (value === null ? [] : [[place, value]])),
    );
  }
  const none = { outcomeLayoutId: 0, outcomes: Buffer.alloc(0) };
  const counts = { members: members.length, events: 0, layoutId: 1, revision: 1 };
  return { id: Buffer.alloc(16), ...counts, ...none, facts: writer.written() };
}

test('every value comes off a page as the rules number it now; of a household with one that cannot be, nothing is known', () => {
  fc.assert(
    fc.property(households, (all) => {
      const page = readPage(writePage(all.map(packed)));
      const sizes = { household: all.length, person: all.flat().length, event: 0 };
      const columns = createColumns(rules, sizes);
      const counts = createCounts(rules);
      const next = { household: 0, person: 0, event: 0 };
      const sound = unpackPage({ rules, plans, counts }, page, 0, columns, next);
      let at = 0;
      for (const [household, members] of all.entries()) {
        const stored = members.map((one) => STORED.map((store, place) => of(one[place], store)));
        const isSound = !stored.flat().includes(undefined);
        expect(sound[household]).toBe(isSound);
        for (const one of stored) {
          const read = FACTS.map(({ id }) => readAt(id, at));
          expect(read).toEqual(isSound ? one : one.map(() => Number.NaN));
          at += 1;
        }
      }
      if (sound.every(Boolean)) {
        const counted = createCounts(rules);
        countKnown({ plans, counts: counted }, page);
        expect(counted).toEqual(counts);
        expect(Array.from(counts.person)).toEqual(knownOf(all.flat()));
      }

      function readAt(id: string, index: number): number {
        const place = plans.get(1)?.person.find((one) => one?.id === id);
        const column = place && columns.facts.person[place.slot];
        if (!column) throw new Error(`there is no column of ${id}`);
        return numberIn(column, place.storage, index);
      }
    }),
  );
});

function of(value: number | null | undefined, store: (value: number) => number | undefined): number | undefined {
  return value === null || value === undefined ? Number.NaN : store(value);
}

/** Of how many each fact is known, in the order of slots. */
function knownOf(members: readonly Member[]): number[] {
  const known = Array.from(rules.catalogue.slots.person, () => 0);
  for (const [place, { id }] of FACTS.entries()) {
    const slot = rules.catalogue.entries.get(id)?.slot ?? -1;
    known[slot] = members.filter((one) => one[place] !== null).length;
  }
  return known;
}
