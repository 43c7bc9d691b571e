import { describe, expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import type { HouseholdFacts } from '../../household-facts.ts';
import type { ParameterValue, Unit } from '../../policy/unit.ts';
import { checkRules } from '../check/check-rules.ts';
import { readFacts } from '../facts/read-facts.ts';
import { findMissingFacts, questionsFor } from '../index.ts';
import type { RuleSet } from '../model/rule-model.ts';
import { closuresFor } from '../run/closures.ts';
import { rowFrom } from '../run/policy-row.ts';

const ON = '2026-03-01';
const person = { on: 'person' } as const;
const event = { on: 'event' } as const;

const BASE = aRuleSet({
  facts: [
    ...['a', 'b', 'c', 'd'].map((id) => aFact(id, 'flag')),
    aFact('income', 'count'),
    aFact('savings', 'fen'),
    aFact('kind', 'text', { options: ['urban', 'rural', 'other'] }),
    aFact('since', 'date'),
    aFact('age', 'count', person),
    aFact('isAble', 'flag', person),
    aFact('loss', 'count', event),
    aFact('isFire', 'flag', event),
  ],
  parameters: [
    aRuleParameter('line', 'count'),
    aRuleParameter('kinds', 'list', { options: ['urban', 'rural', 'other'] }),
    aRuleParameter('tariff', 'table', { columns: [aColumn('limit', 'count'), aColumn('rate', 'count')] }),
  ],
});
const PARAMETERS: ReadonlyMap<string, ParameterValue | null> = new Map<string, ParameterValue | null>([
  ['line', 10],
  ['kinds', ['urban']],
  [
    'tariff',
    [
      { limit: 5, rate: 1 },
      { limit: 9, rate: 2 },
    ],
  ],
]);

function readyFor(set: RuleSet, facts: Partial<HouseholdFacts>, parameters: Parameters) {
  const checked = checkRules(set, ON);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const { rules } = checked;
  const read = readFacts(rules, { household: {}, members: [{}], ...facts });
  const row = rowFrom(rules, ON, new Map([...PARAMETERS, ...parameters]));
  if (!read.ok || !row.ok) throw new Error(JSON.stringify([read, row]));
  closuresFor(rules)(read.values, row.row);
  return { rules, values: read.values, row: row.row };
}

type Parameters = readonly (readonly [string, ParameterValue | null])[];

function missingOf(expression: string, facts: Partial<HouseholdFacts>, parameters: Parameters, unit: Unit = 'flag') {
  const helpers = [aVariable('isPoor', 'flag', 'income < line'), aVariable('isChild', 'flag', 'age < 18', person)];
  const set = { ...BASE, variables: [...helpers, aVariable('answer', unit, expression)] };
  const { rules, values, row } = readyFor(set, facts, parameters);
  return findMissingFacts(rules, values, row, 'answer');
}

/** The decisive facts, what else can matter, and the figures that are missing. */
function asked(expression: string, facts: Partial<HouseholdFacts> = {}, parameters: Parameters = []): string {
  const missing = missingOf(expression, facts, parameters);
  if (!missing) return 'known';
  const told = missing.all.map(({ id, on, index }) => `${id}${on === 'household' ? '' : ` of ${on} ${index}`}`);
  const decisive = told.slice(0, missing.decisive.length);
  expect(missing.decisive).toEqual(missing.all.slice(0, missing.decisive.length));
  return [decisive, told.slice(decisive.length), missing.parameters].map((list) => list.join(', ')).join(' | ');
}

describe('the fewest facts that can decide', () => {
  test.each<[string, string]>([
    ['a and b', 'a | b | '],
    ['b or a', 'a | b | '],
    ['not(b)', 'b |  | '],
    ['(b and c) or a', 'a | b, c | '],
    ['income < line', 'income |  | '],
    ['isPoor and isPoor', 'income |  | '],
    ['income * 2 + line < income', 'income |  | '],
    ['since < today()', 'since |  | '],
    ['(since + duration("P1M")) < today() and a', 'a | since | '],
    ['if a then b else c', 'a, b | c | '],
    ['if a then b else b', 'b | a | '],
    ['if a then true else false', 'a |  | '],
    ['if a then income < 5 else income < line', 'income | a | '],
    ['(if a then income else line) < 5', 'a | income | '],
    ['(a and b) or (c and d)', 'a, b | c, d | '],
    ['kind = "urban"', 'kind |  | '],
    ['kind in kinds', 'kind |  | '],
    ['(kind in kinds) or a', 'a | kind | '],
    ['tariff[income <= limit][1].rate > 1', 'income |  | '],
    ['some x in members satisfies x.isAble', 'isAble of person 0 |  | '],
    ['some x in members satisfies x.isChild', 'age of person 0 |  | '],
    ['sum(members.age) > 5 and a', 'a | age of person 0 | '],
    ['true and not(a and not(b))', 'a | b | '],
  ])('%s: %s', (expression, expected) => {
    expect(asked(expression)).toBe(expected);
  });
});

describe('what cannot come true together is not asked for', () => {
  test.each<[string, string]>([
    ['(a and not(a)) or b', 'b | a | '],
    ['(kind = "urban" and kind = "rural") or b', 'b | kind | '],
    ['(a and b and not(a)) or (c and not(c)) or d', 'd | a, b, c | '],
    ['some x in members satisfies (x.isAble and not(x.isAble)) or (b and x.isAble)', 'isAble of person 0 | b | '],
    ['(a or not(a)) and b', 'b | a | '],
  ])('%s: %s', (expression, expected) => {
    expect(asked(expression)).toBe(expected);
  });

  test('nor what was said already', () => {
    expect(asked('(kind = "urban" and a) or b', { household: { kind: 'rural' } })).toBe('b |  | ');
    expect(asked('(kind = "urban" and a) or b', { household: { kind: 'urban' } })).toBe('a | b | ');
    expect(asked('if a then b else c', { household: { a: false } })).toBe('c |  | ');
    expect(asked('if a then b else c', { household: { a: true } })).toBe('b |  | ');
    expect(asked('if a then b else c', { household: { c: true } })).toBe('a | b | ');
    expect(asked('a and income < line', { household: { a: true, income: 5 } })).toBe('known');
  });
});

describe('members and events', () => {
  test('who does not count is not asked, who may count is asked whether', () => {
    const members = [{ isAble: false }, { isAble: true }, { age: 5 }];
    expect(asked('sum(members[isAble].age) > 5', { members })).toBe('age of person 1, isAble of person 2 |  | ');
    expect(asked('count(members[isAble]) > 5', { members })).toBe('isAble of person 2 |  | ');
  });

  test('one member with a fact is enough where one is, and the first is asked first', () => {
    const members = [{ age: 1 }, {}, {}];
    expect(asked('some x in members satisfies x.age > 60', { members })).toBe('age of person 1 | age of person 2 | ');
    expect(asked('every x in members satisfies x.age > 60', { members: [{}, { age: 70 }, {}] })).toBe(
      'age of person 0 | age of person 2 | ',
    );
    expect(asked('max(members.age) > 60', { members })).toBe('age of person 1, age of person 2 |  | ');
  });

  test('an event is asked about where there is one', () => {
    expect(asked('some x in events satisfies x.isFire', { events: [{ isFire: false }, {}] })).toBe(
      'isFire of event 1 |  | ',
    );
    expect(asked('sum(events.loss) > 5 or a', { events: [] })).toBe('a |  | ');
    expect(asked('sum(events.loss) > 5', { events: [{ loss: 6 }] })).toBe('known');
  });
});

describe('figures the policy does not have', () => {
  test('are named, and no fact can stand in for them', () => {
    expect(asked('income < line', {}, [['line', null]])).toBe(' | income | line');
    expect(asked('line > 5', {}, [['line', null]])).toBe(' |  | line');
    expect(asked('(kind in kinds) and a', {}, [['kinds', null]])).toBe('a |  | kinds');
    expect(asked('tariff[income <= limit][1].rate > 1 and a', {}, [['tariff', null]])).toBe('a |  | tariff');
    expect(asked('isPoor or a', {}, [['line', null]])).toBe('a | income | line');
  });

  test('where no row fits, nothing can be asked', () => {
    expect(asked('tariff[income <= limit][1].rate > 1', { household: { income: 10 } })).toBe(' |  | ');
    expect(asked('tariff[income <= limit][1].rate > 1 or a', { household: { income: 10 } })).toBe('a |  | ');
  });
});

describe('what their answers can make of it at once', () => {
  test.each<[string, 'yes' | 'no' | null]>([
    ['a and b', 'no'],
    ['a or b', 'yes'],
    ['not(a and b)', 'yes'],
    ['a', null],
    ['income < line', null],
    ['income < line and a', 'no'],
    ['if a then true else b', 'yes'],
    ['if a then false else b', 'no'],
    ['(a or b) and (a or c)', 'yes'],
    ['sum(members.age) > 5 or a', 'yes'],
    ['every x in members satisfies x.isAble', null],
  ])('%s: %s', (expression, expected) => {
    expect(missingOf(expression, {}, [])?.towards).toBe(expected);
  });

  test('several that must be asked together may come to either', () => {
    expect(missingOf('if a then b else not(b)', {}, [])).toMatchObject({ towards: null });
    expect(missingOf('savings', {}, [], 'fen')).toMatchObject({ towards: null, needsParameters: false });
  });

  test.each<[string, boolean]>([
    ['a and line > 5', true],
    ['a or line > 5', true],
    ['line > 5', true],
    ['a and (b or line > 5)', false],
    ['(a and line > 5) or b', false],
  ])('%s: whether nothing can make it so, or not so, without the figure that is missing', (expression, expected) => {
    expect(missingOf(expression, {}, [['line', null]])?.needsParameters).toBe(expected);
    expect(missingOf(expression, {}, [])?.needsParameters ?? false).toBe(false);
  });
});

describe('of one member, and of everything', () => {
  const RULES = {
    ...BASE,
    variables: [
      aVariable('gets', 'flag', 'isAble and household.a', person),
      aVariable('isDue', 'flag', 'b'),
      aVariable('amount', 'fen', 'savings'),
      aVariable('other', 'flag', 'b and c'),
    ],
  };

  test('each member is asked for himself', () => {
    const { rules, values, row } = readyFor(RULES, { members: [{}, { isAble: true }, { isAble: false }] }, []);
    const of = (index: number) => findMissingFacts(rules, values, row, 'gets', index)?.decisive.map(({ id }) => id);
    expect([of(0), of(1), of(2)]).toEqual([['a'], ['a'], undefined]);
    expect(findMissingFacts(rules, values, row, 'amount')).toEqual({
      variable: 'amount',
      decisive: [{ id: 'savings', on: 'household', index: 0 }],
      all: [{ id: 'savings', on: 'household', index: 0 }],
      parameters: [],
      towards: null,
      isTried: true,
      needsParameters: false,
    });
    expect(findMissingFacts(rules, values, row, 'nothing')).toMatchObject({ decisive: [], all: [], parameters: [] });
  });

  test('a fact may be asked about too, until it is known', () => {
    const { rules, values, row } = readyFor(RULES, { household: { b: false } }, []);
    expect(findMissingFacts(rules, values, row, 'a')?.decisive).toEqual([{ id: 'a', on: 'household', index: 0 }]);
    expect(findMissingFacts(rules, values, row, 'b')).toBeUndefined();
  });

  test('another day or place is looked at anew', () => {
    const set = { ...BASE, variables: [aVariable('answer', 'flag', 'income < line and a')] };
    const { rules, values, row } = readyFor(set, {}, []);
    expect(findMissingFacts(rules, values, row, 'answer')?.parameters).toEqual([]);
    const without = rowFrom(rules, ON, new Map());
    if (!without.ok) throw new Error('no row');
    expect(findMissingFacts(rules, values, without.row, 'answer')?.parameters).toEqual(['line']);
  });

  test('first what decides one programme with least; of these what most programmes hang on', () => {
    const programme = (id: string, eligible: string, amount: string | null = null) => ({
      programme: id,
      eligible,
      amount,
      excludes: [],
    });
    const order = (set: RuleSet, facts: Partial<HouseholdFacts> = {}) => {
      const { rules, values, row } = readyFor(set, facts, []);
      return questionsFor(rules, values, row).map(({ id, index }) => (index === 0 ? id : `${id} ${index}`));
    };
    const determinations = [programme('one', 'gets'), programme('two', 'isDue', 'amount'), programme('three', 'other')];
    expect(order({ ...RULES, determinations })).toEqual(['b', 'a', 'savings', 'isAble', 'c']);
    expect(order({ ...RULES, determinations }, { household: { b: false } })).toEqual(['a', 'isAble']);
    expect(order({ ...RULES, determinations }, { household: { a: true, b: true }, members: [{}, {}] })).toEqual([
      ...['isAble', 'isAble 1', 'savings', 'c'],
    ]);
    expect(order({ ...RULES, determinations: [] })).toEqual([]);
  });
});
