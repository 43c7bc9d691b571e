import { describe, expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { aTable, aTableVariable } from '../../../testing/a-table.ts';
import type { RuleSet, RuleVariable } from '../model/rule-model.ts';
import { checkDefinitions } from './check-definitions.ts';
import { checkRuleSet, checkRules } from './check-rules.ts';
import { nearestName } from './nearest-name.ts';
import { inOrder } from './order.ts';

function told(set: Partial<RuleSet>): readonly string[] {
  return checkDefinitions(aRuleSet(set)).map(({ id, code }) => `${id} ${code}`);
}

function withDays(...spans: readonly (readonly [from: string, to: string | null])[]): RuleVariable {
  const variable = aVariable('rule', 'flag', 'true');
  return {
    ...variable,
    versions: variable.versions.flatMap((one) => spans.map(([from, to]) => ({ ...one, from, to }))),
  };
}

describe('names', () => {
  test('stand for one thing among facts, rules and the first words of parameters', () => {
    expect(told({ facts: [aFact('a', 'flag')], variables: [aVariable('a', 'flag', 'true')] })).toEqual(['a TWICE']);
    expect(told({ facts: [aFact('dibao', 'flag')], parameters: [aRuleParameter('dibao.line', 'fen')] })).toEqual([
      'dibao TWICE',
    ]);
    expect(told({ parameters: [aRuleParameter('a.b', 'fen'), aRuleParameter('a.b', 'fen')] })).toEqual(['a.b TWICE']);
    expect(told({ parameters: [aRuleParameter('a', 'fen'), aRuleParameter('a.b', 'fen')] })).toEqual(['a TWICE']);
    expect(told({ parameters: [aRuleParameter('a.b', 'fen'), aRuleParameter('a.c', 'fen')] })).toEqual([]);
  });

  test.each([
    'Income',
    'monthly income',
    '2nd',
    'if',
    'members',
    'count',
    'sum',
    'item',
    'null',
    '收入',
    '',
    `a${'b'.repeat(80)}`,
  ])('“%s” is none', (id) => {
    expect(told({ facts: [aFact(id, 'flag')] })).toEqual([`${id} BAD_NAME`]);
    expect(told({ parameters: [aRuleParameter(`${id}.x`, 'fen')] })).toEqual([`${id}.x BAD_NAME`]);
  });

  test('of a parameter may have words of the language behind the first, but no other signs', () => {
    expect(told({ parameters: [aRuleParameter('dibao.if.count', 'fen')] })).toEqual([]);
    expect(told({ parameters: [aRuleParameter('dibao.Line', 'fen')] })).toEqual(['dibao.Line BAD_NAME']);
    expect(told({ parameters: [aRuleParameter('dibao.', 'fen')] })).toEqual(['dibao. BAD_NAME']);
    expect(told({ facts: [aFact(`a${'b'.repeat(79)}`, 'flag')] })).toEqual([]);
  });
});

describe('values and days', () => {
  test('a code has options, nothing else has', () => {
    expect(told({ facts: [aFact('kind', 'text')] })).toEqual(['kind OTHER_OPTIONS']);
    expect(told({ facts: [aFact('kind', 'flag', { options: ['a'] })] })).toEqual(['kind OTHER_OPTIONS']);
  });

  test.each<[number | null, number | null, boolean]>([
    [null, null, true],
    [5, 5, true],
    [-5, null, true],
    [6, 5, false],
    [null, -1, false],
    [0.5, 5, false],
    [0, 5.5, false],
    [0, 2 ** 53, false],
    [-(2 ** 53), 5, false],
  ])('from %s to %s is a range: %s', (smallest, largest, isSound) => {
    const fact = { ...aFact('a', 'count'), smallest, largest };
    expect(told({ facts: [fact] })).toEqual(isSound ? [] : ['a BAD_RANGE']);
    const parameter = aRuleParameter('b', 'count');
    const definition = { ...parameter.definition, smallest, largest };
    expect(told({ parameters: [{ ...parameter, definition }] })).toEqual(isSound ? [] : ['b BAD_RANGE']);
  });

  test.each<[string, readonly (readonly [string, string | null])[], boolean]>([
    [
      'in any order',
      [
        ['2020-01-01', null],
        ['2014-01-01', null],
      ],
      true,
    ],
    [
      'that end before the next',
      [
        ['2014-01-01', '2019-12-31'],
        ['2020-01-01', null],
      ],
      true,
    ],
    ['of one day', [['2014-01-01', '2014-01-01']], true],
    [
      'on the same first day',
      [
        ['2014-01-01', null],
        ['2014-01-01', null],
      ],
      false,
    ],
    [
      'that run into the next',
      [
        ['2020-01-01', null],
        ['2014-01-01', '2020-01-01'],
      ],
      false,
    ],
    ['that end before they begin', [['2014-01-02', '2014-01-01']], false],
    ['from no day', [['2014-02-30', null]], false],
    ['to no day', [['2014-01-01', '2014-02-30']], false],
  ])('versions %s are sound: %s', (_, spans, isSound) => {
    expect(told({ variables: [withDays(...spans)] })).toEqual(isSound ? [] : ['rule TWO_VERSIONS']);
  });

  test('a table without a rule is told with its version', () => {
    const issues = checkDefinitions(aRuleSet({ variables: [aTableVariable('a', 'fen', aTable('U', ['x'], []))] }));
    expect(issues).toMatchObject([
      { id: 'a', code: 'TABLE_SIZE', version: { fromPack: 'nation', since: '2014-01-01' } },
    ]);
  });
});

describe('programmes', () => {
  const variables = [
    aVariable('isDue', 'flag', 'true'),
    aVariable('amount', 'fen', '0'),
    aVariable('gets', 'flag', 'true', { on: 'person' }),
    aVariable('share', 'fen', '0', { on: 'person' }),
    aVariable('count', 'count', '0'),
  ].filter(({ id }) => id !== 'count');
  const programme = (parts: Partial<RuleSet['determinations'][number]>) => ({
    ...{ programme: 'dibao', eligible: 'isDue', amount: null, excludes: [] },
    ...parts,
  });
  const issues = (...determinations: RuleSet['determinations']) =>
    checkDefinitions(aRuleSet({ variables, determinations })).map(({ id, en }) => `${id}: ${en}`);

  test('name a condition, an amount of the same, and other programmes', () => {
    expect(
      issues(programme({ amount: 'amount' }), programme({ programme: 'care', eligible: 'gets', amount: 'share' })),
    ).toEqual([]);
    expect(issues(programme({ excludes: ['care'] }), programme({ programme: 'care' }))).toEqual([]);
  });

  test.each<[Partial<RuleSet['determinations'][number]>, string]>([
    [{ eligible: 'amount' }, 'dibao: “amount” is no variable with yes or no.'],
    [{ eligible: 'nothing' }, 'dibao: “nothing” is no variable with yes or no.'],
    [{ amount: 'isDue' }, 'dibao: “isDue” is no variable with an amount in fen.'],
    [{ amount: 'share' }, 'dibao: “share” is no amount of the same household, person or event as the condition.'],
    [
      { eligible: 'gets', amount: 'amount' },
      'dibao: “amount” is no amount of the same household, person or event as the condition.',
    ],
    [{ excludes: ['care'] }, 'dibao: “care” is no programme that is determined.'],
  ])('%j', (parts, issue) => {
    expect(issues(programme(parts))).toEqual([issue]);
  });
});

describe('what is near', () => {
  test.each([
    ['incom', 'income'],
    ['Income', 'income'],
    ['icnome', 'income'],
    ['inc', undefined],
    ['x', 'a'],
    ['rentt', 'rent'],
    ['incomeOfAll', undefined],
    ['y'.repeat(61), undefined],
  ])('“%s” may mean “%s”', (name, near) => {
    expect(nearestName(name, ['rent', 'income', 'outcome', 'a'])).toBe(near);
  });

  test('two neighbours that changed places are one change', () => {
    expect(nearestName('aera', ['area', 'arena'])).toBe('area');
    expect(nearestName('raea', ['area'])).toBe('area');
    expect(nearestName('aaer', ['area'])).toBeUndefined();
  });

  test('of two that are as near the first is meant', () => {
    expect(nearestName('lines', ['liner', 'line', 'lined'])).toBe('liner');
    expect(nearestName('line', ['lines', 'line'])).toBe('line');
  });
});

describe('order', () => {
  const needs = (entries: Record<string, readonly string[]>) => inOrder(new Map(Object.entries(entries)));

  test('everything stands after what it needs', () => {
    expect(needs({ a: ['b', 'c'], b: ['c'], c: [], d: ['a', 'fact'] })).toEqual({
      ok: true,
      order: ['c', 'b', 'a', 'd'],
    });
  });

  test('a circle is told the way round, without the way to it', () => {
    expect(needs({ start: ['a'], a: ['b'], b: ['c'], c: ['a'] })).toEqual({ ok: false, cycle: ['a', 'b', 'c', 'a'] });
    expect(needs({ a: ['a'] })).toEqual({ ok: false, cycle: ['a', 'a'] });
  });
});

describe('rules together', () => {
  test('what needs a wrong rule is not judged; the circle is told with its names', () => {
    const wrong = [aVariable('a', 'count', 'b + 1'), aVariable('b', 'count', 'true'), aVariable('c', 'count', 'a')];
    expect(checkRules(aRuleSet({ variables: wrong }), '2026-03-01')).toMatchObject({ issues: [{ id: 'b' }] });
    const round = [aVariable('a', 'count', 'b'), aVariable('b', 'count', 'a')];
    expect(checkRules(aRuleSet({ variables: round }), '2026-03-01')).toMatchObject({
      issues: [{ id: 'a', code: 'CYCLE', en: 'The rules depend on each other in a circle: a → b → a.' }],
    });
  });

  test('a day without a version has no rule, and every stretch of days is checked once', () => {
    const variable = withDays(['2020-01-01', '2020-12-31'], ['2024-01-01', null]);
    expect(checkRules(aRuleSet({ variables: [variable] }), '2022-01-01')).toMatchObject({
      ok: true,
      rules: { variables: [{ version: null, expression: null, core: { op: 'unknown', isFlag: true } }] },
    });
    const versions = variable.versions.map((one) => ({ ...one, expression: 'x' }));
    const issues = checkRuleSet(aRuleSet({ variables: [{ ...variable, versions }, aVariable('y', 'flag', 'z')] }));
    expect(issues.map(({ id, code }) => `${id} ${code}`)).toEqual(['y UNKNOWN_NAME', 'rule UNKNOWN_NAME']);
  });

  test('units that rules cannot compute with have no place in them', () => {
    const parameters = [
      aRuleParameter('within', 'limit'),
      aRuleParameter('word', 'text'),
      aRuleParameter('rows', 'table', { columns: [aColumn('text', 'text'), aColumn('cap', 'fen', null, true)] }),
    ];
    const code = (unit: 'flag' | 'fen', expression: string) => {
      const checked = checkRules(aRuleSet({ parameters, variables: [aVariable('r', unit, expression)] }), '2026-03-01');
      return checked.ok ? 'ok' : checked.issues.map((issue) => issue.code).join();
    };
    expect(code('flag', 'within = within')).toBe('UNKNOWN_NAME');
    expect(code('flag', 'word = word')).toBe('OUTSIDE');
    expect(code('flag', 'rows[1].text = rows[1].text')).toBe('OUTSIDE');
    expect(code('fen', 'rows[1].cap')).toBe('NULLABLE');
    expect(code('fen', 'rows[1].nothing')).toBe('UNKNOWN_NAME');
    expect(code('fen', 'rows.cap')).toBe('WRONG_KIND');
    expect(code('fen', 'rows[2].cap')).toBe('WRONG_KIND');
    expect(code('fen', 'rows[1][1].cap')).toBe('OUTSIDE');
  });
});
