import { expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import type { Unit } from '../../policy/unit.ts';
import { checkRules } from '../check/check-rules.ts';
import { coreKey } from './core-key.ts';

const person = { on: 'person', largest: 100 } as const;
const GRADES = ['first', 'second'];

const SET = aRuleSet({
  facts: [
    aFact('n', 'count', { largest: 100 }),
    aFact('m', 'count', { largest: 100 }),
    aFact('isSick', 'flag'),
    aFact('isOld', 'flag'),
    aFact('since', 'date'),
    aFact('grade', 'text', { options: GRADES }),
    aFact('wage', 'count', person),
    aFact('loss', 'count', { ...person, on: 'event' }),
  ],
  parameters: [
    aRuleParameter('p', 'count', { largest: 100 }),
    aRuleParameter('q', 'count', { largest: 100 }),
    aRuleParameter('grades', 'list', { options: GRADES }),
    aRuleParameter('others', 'list', { options: GRADES }),
    aRuleParameter('rates', 'table', {
      columns: [aColumn('forGrade', 'text', GRADES), aColumn('rate', 'count'), aColumn('limit', 'count')],
    }),
    aRuleParameter('steps', 'table', { columns: [aColumn('step', 'count'), aColumn('worth', 'count')] }),
  ],
});

/** The keys of all of them, in one set of rules: a later one has loops of higher numbers. */
function keysOf(unit: Unit, expressions: readonly string[]): readonly string[] {
  const variables = expressions.map((expression, index) => aVariable(`result${index}`, unit, expression));
  const checked = checkRules({ ...SET, variables }, '2026-03-01');
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const cores = new Map(checked.rules.variables.map(({ entry, core }) => [entry.id, core]));
  return variables.map(({ id }) => {
    const core = cores.get(id);
    if (!core) throw new Error(id);
    return coreKey(core);
  });
}

const COUNTS = [
  ...['0', '1', '2', 'n', 'm', 'p', 'q', 'count(members)', 'count(events)'],
  ...['n + m', 'n - m', 'm - n', 'n * m', 'min(n, m)', 'max(n, m)', '(n + m) * p', 'n + m * p'],
  ...['floor(n / 3)', 'ceiling(n / 3)', 'round half up(n / 3, 0)', 'round half down(n / 3, 0)', 'round up(n / 3, 0)'],
  ...['if isSick then n else m', 'if isSick then m else n', 'if isOld then n else m'],
  ...['sum(members.wage)', 'min(members.wage)', 'max(members.wage)', 'sum(members[wage > n].wage)', 'sum(events.loss)'],
  ...['sum(members[wage > m].wage)', 'count(members[wage > n])', 'sum(events[loss > n].loss)'],
  ...['rates[forGrade = grade][1].rate', 'rates[forGrade = grade][1].limit', 'rates[forGrade = "first"][1].rate'],
  ...['rates[rate > n][1].rate', 'rates[limit > n][1].rate', 'steps[step > n][1].worth', 'steps[worth > n][1].worth'],
  'steps[rates[rate > step][1].rate > n][1].worth',
];
const FLAGS = [
  ...['true', 'false', 'isSick', 'isOld', 'not(isSick)', 'isSick and isOld', 'isSick or isOld', 'isSick = isOld'],
  ...['n = m', 'n != m', 'n < m', 'n <= m', 'n > m', 'n >= m', 'since = today()', 'since = @"2026-03-01"'],
  ...['since + @"P1M" = today()', 'since + @"P1D" = today()', '(today() - since).days = @"P1D".days'],
  ...['grade in grades', 'grade in others', '"first" in grades', '"second" in grades'],
  'some x in members satisfies x.wage > n',
  'some x in members, y in members satisfies x.wage > y.wage',
  'some x in members, y in members satisfies y.wage > x.wage',
  'some x in members, y in members satisfies x.wage > x.wage',
  'some x in members, y in events satisfies x.wage > y.loss',
];

test.each<[string, Unit, readonly string[]]>([
  ['figures', 'count', COUNTS],
  ['conditions', 'flag', FLAGS],
])('different %s have different keys', (_, unit, expressions) => {
  const keys = keysOf(unit, expressions);
  const byKey = Map.groupBy(expressions, (_one, index) => keys[index]);
  expect([...byKey.values()].filter((same) => same.length > 1)).toEqual([]);
});

test.each<[string, Unit, readonly string[]]>([
  ['figures', 'count', COUNTS],
  ['conditions', 'flag', FLAGS],
])('the same %s have the same key, whatever numbers their loops have', (_, unit, expressions) => {
  const keys = keysOf(unit, [...expressions, ...expressions]);
  expect(keys.slice(expressions.length)).toEqual(keys.slice(0, expressions.length));
});

test('a truth value is another constant than the number that stands for it', () => {
  const [truth] = keysOf('flag', ['true']);
  const [one] = keysOf('count', ['1']);
  expect(truth).not.toBe(one);
});

test('what a key is made of is kept apart: lists of parts, and parts of parts', () => {
  expect(keysOf('count', ['if isSick then n + m else p'])).toEqual([
    'if(read 2 household(),+(read 0 household(),read 1 household()),parameter 0())',
  ]);
});
