import { describe, expect, test, vi } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { anyColumns, differencesFromClosures } from '../../../testing/any-columns.ts';
import type { ParameterValue } from '../../policy/unit.ts';
import { checkRules } from '../check/check-rules.ts';
import type { RuleSet } from '../model/rule-model.ts';
import { type PolicyRow, rowFrom } from '../run/policy-row.ts';

/** A slow machine takes its time over closures. */
vi.setConfig({ testTimeout: 60_000 });

const ON = '2026-03-01';
const KINDS = ['red', 'green', 'blue', 'grey', 'black'];
const person = { on: 'person' } as const;
const event = { on: 'event' } as const;

/** More than one vector has an answer for. */
const CODES = Array.from({ length: 60 }, (_, place) => `code${place}`);

/** More flags than travel in one byte. */
const MANY = Array.from({ length: 12 }, (_, place) => place);

/** Every way values go between households, members and events, there and back more than once. */
const RULES = rulesOf(
  aRuleSet({
    facts: [
      aFact('owned', 'fen', { largest: 2 ** 40 }),
      aFact('rooms', 'count', { smallest: 1, largest: 9 }),
      aFact('isRural', 'flag'),
      aFact('wage', 'fen', { ...person, smallest: -2_000_000, largest: 100_000_000 }),
      aFact('born', 'date', person),
      aFact('colour', 'text', { ...person, options: KINDS }),
      aFact('isWorking', 'flag', person),
      aFact('months', 'months', { ...person, largest: 36 }),
      aFact('times', 'count', { ...person, largest: 50 }),
      aFact('code', 'text', { ...person, options: CODES }),
      aFact('grade', 'count', { ...person, smallest: 300, largest: 900 }),
      aFact('loss', 'fen', { ...event, largest: 1_000_000 }),
      aFact('cause', 'text', { ...event, options: KINDS }),
    ],
    parameters: [
      aRuleParameter('line', 'fen', { largest: 1_000_000 }),
      aRuleParameter('share', 'basisPoints', { largest: 10_000 }),
      aRuleParameter('isOpen', 'flag'),
      aRuleParameter('kinds', 'list', { options: KINDS }),
      aRuleParameter('few', 'list', { options: CODES }),
      aRuleParameter('prices', 'table', {
        columns: [aColumn('of', 'text', CODES), { ...aColumn('price', 'fen'), largest: 1_000_000 }],
      }),
      aRuleParameter('steps', 'table', { columns: [aColumn('level', 'count'), aColumn('sum', 'fen')] }),
      aRuleParameter('rates', 'table', { columns: [aColumn('of', 'text', CODES), aColumn('rate', 'flag')] }),
      aRuleParameter('tariff', 'table', {
        columns: [
          aColumn('kind', 'text', KINDS),
          aColumn('above', 'fen'),
          { ...aColumn('pays', 'fen'), largest: 1_000_000 },
        ],
      }),
    ],
    variables: [
      aVariable('counted', 'fen', 'if isWorking then wage - floor(wage * share) else wage', person),
      aVariable('income', 'fen', 'sum(members.counted)'),
      aVariable('lowest', 'fen', 'min(members[isWorking].counted)'),
      aVariable('highest', 'fen', 'max(members.counted)'),
      aVariable('worst', 'fen', 'max(events[cause in kinds].loss)'),
      aVariable('size', 'count', 'count(members)'),
      aVariable('perHead', 'fen', 'floor(income / count(members))'),
      aVariable('isPoor', 'flag', 'perHead < line and owned <= line * 24 * count(members)'),
      aVariable('hasOld', 'flag', 'some x in members satisfies x.born + @"P60Y" <= today()'),
      aVariable('isNear', 'flag', '(some x in members satisfies some y in members satisfies x.wage > y.wage + line)'),
      aVariable('tariffPays', 'fen', 'tariff[kind = colour][1].pays', person),
      aVariable('ofKind', 'fen', 'if colour in kinds then line else 0', person),
      aVariable('costs', 'fen', 'prices[of = code][1].price', person),
      aVariable('isRated', 'flag', 'rates[of = code][1].rate', person),
      aVariable('isFew', 'flag', 'code in few', person),
      aVariable('byGrade', 'fen', 'steps[level = grade][1].sum', person),
      aVariable('far', 'fen', 'wage * 100 * times', person),
      aVariable('byAmount', 'fen', 'tariff[above >= counted or kind = "black"][1].pays', person),
      // What has no lanes reads a variable that depends on the place alone, as part of something else.
      aVariable('lineHere', 'fen', 'line - floor(line * share)'),
      aVariable('byLoss', 'fen', 'tariff[above >= loss - household.lineHere * 3 or kind = "black"][1].pays', event),
      aVariable('until', 'date', 'born + @"P1M" * months', person),
      aVariable('late', 'date', 'until + @"P40D"', person),
      aVariable('isLate', 'flag', '(late - born).days > 0 and (today() - late).days > 0', person),
      aVariable('age', 'years', 'years and months duration(born, today()).years', person),
      aVariable(
        'getsMore',
        'flag',
        'household.isPoor and (household.perHead > counted or isOpen) and years and months duration(born, today()) >= @"P16Y"',
        person,
      ),
      aVariable('aid', 'fen', 'if getsMore then max(0, household.owned - counted) else ofKind', person),
      aVariable('aided', 'fen', 'sum(members[getsMore].aid)'),
      aVariable('isAided', 'flag', 'household.aided > loss and household.hasOld', event),
      aVariable('losses', 'fen', 'sum(events[isAided].loss) + aided'),
      aVariable('tenth', 'fen', 'round half up(losses / rooms, -1)'),
      aVariable('lastly', 'flag', 'household.losses > aid or household.isRural or colour = "red"', person),
      aVariable('everybody', 'flag', 'every x in members satisfies x.lastly'),
      // A range decides a comparison only where it does not touch what it is compared with.
      ...['<', '<=', '>', '>=', '=', '!='].flatMap((operator, at) =>
        [0, 1, 9, 10].map((limit) => aVariable(`edge${at}of${limit}`, 'flag', `rooms ${operator} ${limit}`)),
      ),
      ...MANY.flatMap((place) => [
        aVariable(
          `own${place}`,
          'flag',
          `(wage > line * ${place} or colour = "${KINDS[place % 5]}") and not(isWorking)`,
          person,
        ),
        aVariable(`some${place}`, 'flag', `some x in members satisfies x.own${place}`),
        aVariable(`other${place}`, 'flag', `household.some${place} and not(own${11 - place} and own${place})`, person),
      ]),
    ],
  }),
);
const ROWS = [0, 1, 2].map((place) => rowOf(place));

function rulesOf(set: RuleSet) {
  const checked = checkRules(set, ON);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.rules;
}

function rowOf(place: number, changed: Readonly<Record<string, ParameterValue | null>> = {}): PolicyRow {
  const values: Readonly<Record<string, ParameterValue | null>> = {
    line: 50_000 + place * 1_000,
    share: 2_000 + place,
    isOpen: place % 2 === 0,
    kinds: KINDS.slice(0, 1 + (place % 3)),
    few: CODES.slice(place, 20 + place),
    // Of the first there are as many as shuffles do for, of the second so many that each lane looks for itself.
    prices: CODES.slice(place % 3, 30).map((of, index) => ({ of, price: 7_777 * index })),
    steps: [300, 301, 650, 899, 900].map((level) => ({ level, sum: level * 2 ** 30 })),
    rates: CODES.slice(5).map((of, index) => ({ of, rate: index % 3 === 0 })),
    tariff: KINDS.slice(place % 2).map((kind, index) => ({
      kind,
      above: index * 20_000,
      pays: index * 70_000 + place,
    })),
    ...changed,
  };
  const row = rowFrom(RULES, ON, new Map(Object.entries(values)));
  if (!row.ok) throw new Error(JSON.stringify(row.issues));
  return row.row;
}

/** Households of one to six with a few events, one after another. */
const sizes = (count: number) => ({
  members: Array.from({ length: count }, (_, index) => 1 + ((index * 7) % 6)),
  events: Array.from({ length: count }, (_, index) => (index % 4 === 3 ? index % 3 : 0)),
});

describe.each([
  ['everything is known', {}],
  ['something is not known', { gapEvery: 6 }],
] as const)('where %s', (_, gaps) => {
  test.each([1, 2, 15, 16, 17, 511, 512, 513, 1_025])(
    '%i households side by side are as closures have them',
    (count) => {
      const columns = anyColumns(RULES, {
        ...sizes(count),
        ...gaps,
        rowOf: (index) => Math.floor((index * 3) / count),
      });
      expect(differencesFromClosures(RULES, columns, ROWS)).toEqual([]);
    },
  );

  test.each([1, 17, 520])('so are %i of which each has another row than the one before', (count) => {
    const columns = anyColumns(RULES, { ...sizes(count), ...gaps, rowOf: (index) => index % 3 });
    expect(differencesFromClosures(RULES, columns, ROWS)).toEqual([]);
  });

  test.each([
    [1, 2],
    [15, 33],
    [17, 530],
    [516, 531],
  ])('so are those from %i to %i alone', (from, to) => {
    const columns = anyColumns(RULES, {
      ...sizes(600),
      ...gaps,
      rowOf: (index) => (index < 300 ? 0 : 1 + (index % 2)),
    });
    expect(differencesFromClosures(RULES, columns, ROWS, { from, to })).toEqual([]);
  });
});

test.each([1, 17, 700])('so are %i that threads share, in the memory they share', (count) => {
  const shared = { isShared: true, gapEvery: 6, rowOf: (index: number) => index % 2 };
  const columns = anyColumns(RULES, { ...sizes(count), ...shared });
  expect(columns.memory?.buffer.byteLength).toBeGreaterThan(0);
  expect(differencesFromClosures(RULES, columns, ROWS)).toEqual([]);
});

test('households of a hundred members and a hundred events fill a block by themselves', () => {
  const members = Array.from({ length: 60 }, (_, index) => (index % 5 === 0 ? 1 : 100 - (index % 3)));
  const events = members.map((count, index) => (index % 7 === 0 ? 0 : count));
  const columns = anyColumns(RULES, { members, events, rowOf: (index) => index % 2, gapEvery: 500 });
  expect(differencesFromClosures(RULES, columns, ROWS)).toEqual([]);
});

test('a block has room for so many rows; others go into the next', () => {
  const rows = Array.from({ length: 200 }, (_, place) => rowOf(place));
  const columns = anyColumns(RULES, { ...sizes(450), rowOf: (index) => (index * 77) % 200 });
  expect(differencesFromClosures(RULES, columns, rows)).toEqual([]);
});

test('a figure that is not known in one place is not known there alone', () => {
  const unknown = ['line', 'share', 'isOpen', 'kinds', 'tariff'].map((id, place) => rowOf(place, { [id]: null }));
  for (const rowAt of [(index: number) => Math.floor(index / 60), (index: number) => index % 5]) {
    const columns = anyColumns(RULES, { ...sizes(300), rowOf: rowAt, gapEvery: 20 });
    expect(differencesFromClosures(RULES, columns, unknown)).toEqual([]);
  }
});

test('a cell that is larger than its column may be is refused, since nothing would be exact', () => {
  for (const rows of [1, 2]) {
    const large = rowOf(0, { tariff: KINDS.map((kind) => ({ kind, above: 0, pays: 2 ** 45 })) });
    const columns = anyColumns(RULES, { ...sizes(20), rowOf: (index) => index % rows });
    expect(() => differencesFromClosures(RULES, columns, [large, large])).toThrow(RangeError);
  }
});
