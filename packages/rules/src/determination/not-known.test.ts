import { describe, expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../testing/a-rule.ts';
import { asFact, determineSlowly } from '../../testing/slow-determination.ts';
import type { FactValue, HouseholdFacts } from '../household-facts.ts';
import type { ParameterValue, Unit } from '../policy/unit.ts';
import { batchFor } from './batch/batch.ts';
import { columnsFrom } from './batch/columns.ts';
import { createResults, resultAt } from './batch/results.ts';
import { checkRules } from './check/check-rules.ts';
import { readFacts } from './facts/read-facts.ts';
import { readValue } from './facts/values.ts';
import { generatedFor } from './generated/generated.ts';
import { closuresFor } from './run/closures.ts';
import { rowFrom } from './run/policy-row.ts';

const ON = '2026-03-01';
const person = { on: 'person' } as const;
const small = { smallest: -100, largest: 100 };

function rulesOf(expression: string, unit: Unit) {
  const checked = checkRules(
    aRuleSet({
      facts: [
        aFact('rooms', 'count', small),
        aFact('isSick', 'flag'),
        aFact('isOld', 'flag'),
        aFact('moved', 'date'),
        aFact('months', 'months', { largest: 100 }),
        aFact('grade', 'text', { options: ['first', 'second'] }),
        aFact('wage', 'count', { ...person, ...small }),
        aFact('isAble', 'flag', person),
        aFact('loss', 'count', { on: 'event', ...small }),
      ],
      parameters: [
        aRuleParameter('none', 'count', { largest: 100 }),
        aRuleParameter('lost', 'count', { largest: 100 }),
        aRuleParameter('grades', 'list', { options: ['first', 'second'] }),
        aRuleParameter('lostGrades', 'list', { options: ['first', 'second'] }),
        aRuleParameter('rates', 'table', {
          columns: [aColumn('grade', 'text', ['first', 'second']), aColumn('limit', 'count'), aColumn('rate', 'count')],
        }),
      ],
      variables: [aVariable('result', unit, expression)],
    }),
    ON,
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.rules;
}

const PARAMETERS: ReadonlyMap<string, ParameterValue | null> = new Map<string, ParameterValue | null>([
  ['none', 0],
  ['lost', null],
  ['grades', ['first']],
  ['lostGrades', null],
  [
    'rates',
    [
      { grade: 'first', limit: 10, rate: 7 },
      { grade: 'second', limit: 20, rate: 8 },
    ],
  ],
]);

/** By closures, by generated code and over columns: they must agree before anything is said. */
function resultOf(expression: string, given: Partial<HouseholdFacts>, unit: Unit = 'count'): FactValue {
  const rules = rulesOf(expression, unit);
  const facts = { household: {}, members: [{}], ...given };
  const row = rowFrom(rules, ON, PARAMETERS);
  if (!row.ok) throw new Error(JSON.stringify(row.issues));
  const read = () => {
    const values = readFacts(rules, facts);
    if (!values.ok) throw new Error(JSON.stringify(values.issues));
    return values.values;
  };
  const columns = columnsFrom(rules, [{ values: read(), row: 0 }]);
  const results = createResults(rules, columns, ['result']);
  batchFor(rules, ['result'])({ columns, rows: [row.row], results });
  const found = [closuresFor, generatedFor].map((make) => {
    const values = read();
    make(rules)(values, row.row);
    const slot = rules.catalogue.entries.get('result')?.slot ?? -1;
    return { number: values.household[slot], fact: readValue(rules, values, 'result') };
  });
  expect(found[1]).toEqual(found[0]);
  expect(resultAt(rules, results, 'result', 0)).toEqual(found[0]?.number);
  return found[0]?.fact ?? null;
}

function slowResultOf(expression: string, household: HouseholdFacts['household']): FactValue {
  const known = new Map([...PARAMETERS].flatMap(([id, value]) => (value === null ? [] : [[id, value] as const])));
  const slow = determineSlowly(rulesOf(expression, 'count'), { household, members: [{}] }, known);
  return asFact(slow.household.get('result'));
}

describe('nought times what is not known is not known: nothing is computed from what nobody has said', () => {
  test.each(['0 * rooms', 'rooms * 0', 'none * rooms', 'rooms * none', '(rooms - rooms) * 0', 'floor(0 * rooms / 2)'])(
    '%s',
    (expression) => {
      expect(resultOf(expression, {})).toBeNull();
      expect(resultOf(expression, { household: { rooms: 5 } })).toBe(0);
      expect(resultOf(expression, { household: { rooms: -5 } })).toBe(0);
      expect(slowResultOf(expression, {})).toBeNull();
      expect(slowResultOf(expression, { rooms: 5 })).toBe(0);
    },
  );

  test.each(['0 * lost', 'lost * 0', 'none * lost', 'rooms * lost', 'lost * rooms'])(
    '%s, of a figure',
    (expression) => {
      expect(resultOf(expression, { household: { rooms: 0 } })).toBeNull();
    },
  );

  test('nor is a part of nought, when in how many parts is not known', () => {
    expect(resultOf('floor(0 / max(1, rooms))', {})).toBeNull();
    expect(resultOf('floor(0 / max(1, rooms))', { household: { rooms: 3 } })).toBe(0);
    expect(resultOf('ceiling(none / max(1, rooms))', {})).toBeNull();
  });
});

describe('figures', () => {
  test.each([
    'rooms + 1',
    '1 - rooms',
    'min(0, rooms)',
    'max(rooms, 100)',
    'abs(rooms)',
    '-rooms',
    'round up(rooms / 3, 0)',
  ])('%s is not known while the rooms are not', (expression) => {
    expect(resultOf(expression, {})).toBeNull();
  });

  test('of dates', () => {
    expect(resultOf('moved + duration("P3D")', {}, 'date')).toBeNull();
    expect(resultOf('moved + duration("P3D")', { household: { moved: '2026-02-27' } }, 'date')).toBe('2026-03-02');
    expect(resultOf('moved < today()', {}, 'flag')).toBeNull();
    expect(resultOf('moved < today()', { household: { moved: '2026-02-28' } }, 'flag')).toBe(true);
    expect(resultOf('moved < today()', { household: { moved: ON } }, 'flag')).toBe(false);
  });
});

describe('conditions', () => {
  const flags = [null, true, false];

  test('“and” is no when one is, and yes when both are', () => {
    const found = flags.map((isSick) =>
      flags.map((isOld) => resultOf('isSick and isOld', { household: { isSick, isOld } }, 'flag')),
    );
    expect(found).toEqual([
      [null, null, false],
      [null, true, false],
      [false, false, false],
    ]);
  });

  test('“or” is yes when one is, and no when both are', () => {
    const found = flags.map((isSick) =>
      flags.map((isOld) => resultOf('isSick or isOld', { household: { isSick, isOld } }, 'flag')),
    );
    expect(found).toEqual([
      [null, true, null],
      [true, true, true],
      [null, true, false],
    ]);
  });

  test('“not” turns round what is known', () => {
    expect(flags.map((isSick) => resultOf('not(isSick)', { household: { isSick } }, 'flag'))).toEqual([
      null,
      false,
      true,
    ]);
  });

  test.each(['=', '!=', '<', '<=', '>', '>='])('a comparison by %s is not known while one side is not', (operator) => {
    expect(resultOf(`rooms ${operator} 3`, {}, 'flag')).toBeNull();
    expect(resultOf(`3 ${operator} rooms`, {}, 'flag')).toBeNull();
    expect(resultOf(`lost ${operator} rooms`, { household: { rooms: 3 } }, 'flag')).toBeNull();
    expect(resultOf(`rooms ${operator} rooms`, {}, 'flag')).toBeNull();
    const known = [2, 3, 4].map((rooms) => resultOf(`rooms ${operator} 3`, { household: { rooms } }, 'flag'));
    const compared: Readonly<Record<string, readonly boolean[]>> = {
      '=': [false, true, false],
      '!=': [true, false, true],
      '<': [true, false, false],
      '<=': [true, true, false],
      '>': [false, false, true],
      '>=': [false, true, true],
    };
    expect(known).toEqual(compared[operator]);
  });

  test('a code that is not known is neither this one nor another', () => {
    const is = (grade: string | null, expression: string) => resultOf(expression, { household: { grade } }, 'flag');
    expect(['first', 'second', null].map((grade) => is(grade, 'grade = "first"'))).toEqual([true, false, null]);
    expect(['first', 'second', null].map((grade) => is(grade, 'grade != "first"'))).toEqual([false, true, null]);
  });

  test('a choice is known when its condition is, or both ways agree', () => {
    const chosen = (isSick: boolean | null, then: string, otherwise: string) =>
      resultOf(`if isSick then ${then} else ${otherwise}`, { household: { isSick } });
    expect([chosen(true, '1', '2'), chosen(false, '1', '2'), chosen(null, '1', '2')]).toEqual([1, 2, null]);
    expect([chosen(null, '5', '2 + 3'), chosen(null, 'rooms', 'rooms')]).toEqual([5, null]);
    expect([chosen(true, '1', 'rooms'), chosen(false, 'rooms', '2')]).toEqual([1, 2]);
  });
});

describe('over members and events', () => {
  const of = (expression: string, members: HouseholdFacts['members'], unit: Unit = 'count') =>
    resultOf(expression, { members }, unit);
  const known = [
    { wage: 3, isAble: true },
    { wage: -5, isAble: false },
  ];
  const half = [{ wage: 3, isAble: true }, { isAble: false }];
  const unsure = [{ wage: 3, isAble: true }, { wage: 4 }];

  test.each([
    ['sum(members.wage)', -2, null, 7],
    ['min(members.wage)', -5, null, 3],
    ['max(members.wage)', 3, null, 4],
    ['sum(members[isAble].wage)', 3, 3, null],
    ['min(members[not(isAble)].wage)', -5, null, null],
    ['max(members[isAble].wage)', 3, 3, null],
    ['count(members[isAble])', 1, 1, null],
    ['count(members[wage > 0])', 1, null, 2],
    ['count(members)', 2, 2, 2],
  ])('%s', (expression, ofKnown, ofHalf, ofUnsure) => {
    expect([known, half, unsure].map((members) => of(expression, members))).toEqual([ofKnown, ofHalf, ofUnsure]);
  });

  test.each([
    ['some member in members satisfies member.isAble', true, true, true],
    ['some member in members satisfies member.wage > 3', false, null, true],
    ['every member in members satisfies member.wage < 4', true, null, false],
    ['every member in members satisfies member.isAble', false, false, null],
  ])('%s', (expression, ofKnown, ofHalf, ofUnsure) => {
    expect([known, half, unsure].map((members) => of(expression, members, 'flag'))).toEqual([
      ofKnown,
      ofHalf,
      ofUnsure,
    ]);
  });

  test('the sum of nobody is nought, the least and the greatest of nobody are not known', () => {
    const none = { events: [] };
    expect([resultOf('sum(events.loss)', none), resultOf('count(events)', none)]).toEqual([0, 0]);
    expect([resultOf('min(events.loss)', none), resultOf('max(events.loss)', none)]).toEqual([null, null]);
    expect(of('min(members[wage > 50].wage)', known)).toBeNull();
    expect(of('sum(members[wage > 50].wage)', known)).toBe(0);
    expect(resultOf('some event in events satisfies event.loss > 0', none, 'flag')).toBe(false);
    expect(resultOf('every event in events satisfies event.loss > 0', none, 'flag')).toBe(true);
  });
});

describe('lists and tables', () => {
  test('in a list that is not known nothing is contained or missing', () => {
    const inList = (list: string, grade: string | null) =>
      resultOf(`list contains(${list}, grade)`, { household: { grade } }, 'flag');
    expect(['first', 'second', null].map((grade) => inList('grades', grade))).toEqual([true, false, null]);
    expect(['first', 'second', null].map((grade) => inList('lostGrades', grade))).toEqual([null, null, null]);
  });

  test('the first row that fits; a row that may fit stands before those below', () => {
    expect(resultOf('rates[rooms <= limit][1].rate', { household: { rooms: 10 } })).toBe(7);
    expect(resultOf('rates[rooms <= limit][1].rate', { household: { rooms: 11 } })).toBe(8);
    expect(resultOf('rates[rooms <= limit][1].rate', { household: { rooms: 21 } })).toBeNull();
    expect(resultOf('rates[rooms <= limit][1].rate', {})).toBeNull();
  });
});
