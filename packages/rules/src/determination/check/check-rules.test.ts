import { describe, expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { REFERENCE_RULES } from '../../../testing/reference-rules.ts';
import type { RuleScope, RuleSet } from '../model/rule-model.ts';
import { checkRuleSet, checkRules } from './check-rules.ts';

const person = { on: 'person' } as const;

const BASE = aRuleSet({
  facts: [
    aFact('income', 'fen', { per: 'month' }),
    aFact('rent', 'fen', { per: 'year' }),
    aFact('property', 'fen'),
    aFact('kind', 'text', { options: ['urban', 'rural'] }),
    aFact('isSole', 'flag'),
    aFact('rooms', 'count', { smallest: 1, largest: 50 }),
    aFact('share', 'basisPoints', { largest: 10_000 }),
    aFact('loss', 'fen', { smallest: -1000, largest: 1000 }),
    aFact('bornOn', 'date', person),
    aFact('wage', 'fen', { ...person, per: 'month' }),
    aFact('grade', 'text', { ...person, options: ['first', 'second'] }),
  ],
  parameters: [
    aRuleParameter('dibao.standard', 'fen', { per: 'month' }),
    aRuleParameter('months', 'months'),
    aRuleParameter('grades', 'list', { options: ['first', 'second'] }),
    aRuleParameter('tariff', 'table', {
      columns: [
        aColumn('forGrade', 'text', ['first', 'second']),
        aColumn('amount', 'fen'),
        aColumn('cap', 'fen', null, true),
      ],
    }),
  ],
});

/** One variable more; the codes and words of what is wrong with it. */
function problemsOf(
  unit: Parameters<typeof aVariable>[1],
  expression: string,
  parts: Parameters<typeof aVariable>[3] = {},
) {
  const set = { ...BASE, variables: [aVariable('result', unit, expression, parts)] };
  const checked = checkRules(set, '2026-03-01');
  return checked.ok ? [] : checked.issues.map(({ code }) => code);
}

describe('units', () => {
  test.each([
    ['flag', 'income < dibao.standard', []],
    ['flag', 'income < rent', ['UNITS_DIFFER']],
    ['flag', 'income * monthsPerYear < rent', []],
    ['flag', 'income < rent / monthsPerYear', []],
    ['flag', 'income < property', ['UNITS_DIFFER']],
    ['flag', 'property <= dibao.standard * months', []],
    ['flag', 'income < 86300', ['UNITS_DIFFER']],
    ['flag', 'income > 0', []],
    ['flag', 'rooms > 3', []],
    ['flag', 'months > 3', ['UNITS_DIFFER']],
    ['flag', 'income + bornOn > 0', ['UNKNOWN_NAME']],
    ['flag', 'kind < "urban"', ['OUTSIDE']],
    ['flag', 'kind = isSole', ['KINDS_DIFFER']],
    ['flag', 'rent / property >= share', ['UNITS_DIFFER']],
    ['flag', 'today() < income', ['KINDS_DIFFER']],
    ['flag', 'isSole + 1 > 0', ['KINDS_DIFFER']],
    ['flag', 'property', ['WRONG_RESULT']],
    ['fen', 'income', ['WRONG_RESULT']],
    ['fen', 'floor(property * share)', []],
    ['fen', 'property * share', ['SCALE']],
    ['fen', 'property * 1.5', ['SCALE']],
    ['fen', 'floor(property * 1.5)', []],
    ['basisPoints', 'share * 1.5', ['SCALE']],
    ['basisPoints', 'round half up(share * 1.5, 4)', []],
    ['basisPoints', '0.3', []],
    ['fen', 'if isSole then property else income', ['UNITS_DIFFER']],
    ['fen', 'max(0, property - income)', ['UNITS_DIFFER']],
    ['fen', 'sum(members.wage)', ['WRONG_RESULT']],
    ['text', '"urban"', ['OTHER_OPTIONS']],
  ] as const)('%s %s', (unit, expression, codes) => {
    expect(problemsOf(unit, expression)).toEqual(codes);
  });

  test('the refusal names both units and the place', () => {
    const set = { ...BASE, variables: [aVariable('poor', 'flag', 'isSole and\n  income < rent')] };
    const checked = checkRules(set, '2026-03-01');
    expect(checked).toEqual({
      ok: false,
      issues: [
        {
          id: 'poor',
          code: 'UNITS_DIFFER',
          zh: '单位不同，不能比较或相加：分/月 与 分/年。',
          en: 'Different units do not go together: fen per month and fen per year.',
          line: 2,
          column: 3,
          version: { fromPack: 'nation', since: '2014-01-01' },
        },
      ],
    });
  });
});

describe('exactness', () => {
  test.each([
    ['fen', 'property / rooms', ['DIVISION']],
    ['fen', 'floor(property / rooms)', []],
    ['fen', 'floor(property / rooms) / rooms', ['DIVISION']],
    ['fen', 'round half up((property + loss) / rooms, -2)', []],
    ['fen', 'floor(property / (rooms - 1))', ['DIVISOR']],
    ['fen', 'floor(property / (0 - rooms))', ['DIVISOR']],
    ['flag', 'property / rooms > loss / rooms', []],
    ['fen', 'property ** 2', ['OUTSIDE']],
    ['flag', 'property * property > 0', ['TOO_LARGE']],
    ['flag', 'income * 10000 > 0', []],
    ['flag', 'sum(members.wage) * 10000 > 0', ['TOO_LARGE']],
    ['fen', 'floor(property / count(members))', []],
    ['fen', 'floor(property / count(members[wage > 0]))', ['DIVISOR']],
    ['fen', 'floor(property * 1000000 / rooms)', ['TOO_LARGE']],
    ['fen', '99999999999999999999', ['TOO_LARGE']],
    ['fen', 'round half up(property / rooms, rooms)', ['SCALE']],
    ['fen', 'sqrt(property)', ['OUTSIDE']],
  ] as const)('%s %s', (unit, expression, codes) => {
    expect(problemsOf(unit, expression)).toEqual(codes);
  });
});

describe('names, options, members and tables', () => {
  test.each<[RuleScope, string, readonly string[]]>([
    ['household', 'kind = "urban"', []],
    ['household', 'kind = "suburban"', ['UNKNOWN_OPTION']],
    ['household', 'kind in ("urban", "rurall")', ['UNKNOWN_OPTION']],
    ['household', 'some x in members satisfies x.grade in grades', []],
    ['household', 'kind in grades', ['UNKNOWN_OPTION']],
    ['household', 'some x in members satisfies x.grade = kind', ['UNKNOWN_OPTION']],
    ['household', 'count(members[grade = "first"]) > 1', []],
    ['household', 'count(members[kind = "urban"]) = count(members)', []],
    ['household', 'sum(members[wage > income].wage) > 0', []],
    ['household', 'wage > 0', ['UNKNOWN_NAME']],
    ['household', 'members[1].wage > 0', ['WRONG_KIND']],
    ['household', 'every x in members satisfies x.wagee > 0', ['UNKNOWN_NAME_NEAR']],
    ['household', 'household.income > 0', ['UNKNOWN_NAME']],
    ['person', 'household.income > wage', []],
    ['person', 'income > wage', ['UNKNOWN_NAME']],
    ['person', 'count(members) > 1', ['UNKNOWN_NAME']],
    ['person', 'tariff[forGrade = grade][1].amount > 0', []],
    ['person', 'tariff[forGrade = grade].amount > 0', ['WRONG_KIND']],
    ['person', 'tariff[forGrade = grade][1].cap > 0', ['NULLABLE']],
    ['person', 'tariff[forGrade = "third"][1].amount > 0', ['UNKNOWN_OPTION']],
    ['person', 'tariff[fourGrade = grade][1].amount > 0', ['UNKNOWN_NAME']],
    ['person', 'bornOn + @"P18Y" > today()', []],
    ['person', 'bornOn + @"P1M" * months > today()', []],
    ['person', 'bornOn + @"P1D" * months > today()', ['UNITS_DIFFER']],
    ['person', 'bornOn + months > today()', ['KINDS_DIFFER']],
    ['person', 'years and months duration(bornOn, today()) >= @"P60Y"', []],
    ['person', '(today() - bornOn).days > 0', []],
    ['person', 'wage = null', ['OUTSIDE']],
    ['person', 'if wage then true else false', ['WRONG_KIND']],
    ['person', 'wage > 0 and', ['ENDS_EARLY']],
    ['person', 'dibao.standart > wage', ['UNKNOWN_NAME_NEAR']],
  ])('%s: %s', (on, expression, codes) => {
    expect(problemsOf('flag', expression, { on })).toEqual(codes);
  });

  test('an unknown name brings the nearest one', () => {
    const set = { ...BASE, variables: [aVariable('poor', 'flag', 'incom > 0')] };
    expect(checkRuleSet(set)).toMatchObject([
      { en: 'There is no fact, variable or parameter named “incom”; is “income” meant?', line: 1, column: 1 },
    ]);
  });

  test.each<[RuleScope, string, string]>([
    ['person', 'income > 0', 'There is no fact, variable or parameter named “income”; is “household.income” meant?'],
    ['household', 'wage > 0', 'There is no fact or variable named “wage”.'],
  ])('of a %s, what is somebody else’s is no misspelling: %s', (on, expression, en) => {
    const set = { ...BASE, variables: [aVariable('poor', 'flag', expression, { on })] };
    expect(checkRuleSet(set).map((issue) => issue.en)).toEqual([en]);
  });
});

describe('definitions', () => {
  const issuesOf = (set: RuleSet) => checkRuleSet(set).map(({ code, id }) => `${id} ${code}`);

  test('a circle is named the way round', () => {
    const variables = [
      aVariable('one', 'flag', 'two and isSole'),
      aVariable('two', 'flag', 'some x in members satisfies x.three'),
      aVariable('three', 'flag', 'household.one', person),
    ];
    expect(checkRuleSet({ ...BASE, variables })).toMatchObject([
      { code: 'CYCLE', en: 'The rules depend on each other in a circle: one → two → three → one.' },
    ]);
  });

  test('names mean one thing, and no word of the language', () => {
    expect(issuesOf({ ...BASE, variables: [aVariable('income', 'fen', '0')] })).toEqual(['income TWICE']);
    expect(issuesOf({ ...BASE, variables: [aVariable('dibao', 'fen', '0')] })).toEqual(['dibao TWICE']);
    for (const name of ['members', 'sum', 'Big', 'a-b', '__proto__', '']) {
      expect(issuesOf({ ...BASE, variables: [aVariable(name, 'fen', '0')] })).toEqual([`${name} BAD_NAME`]);
    }
  });

  test('two versions of one day, a code without options, a programme without its variable', () => {
    const variable = aVariable('twice', 'flag', 'true');
    const versions = [...variable.versions, ...variable.versions];
    expect(issuesOf({ ...BASE, variables: [{ ...variable, versions }] })).toEqual(['twice TWO_VERSIONS']);
    expect(issuesOf({ ...BASE, variables: [aVariable('code', 'text', '"a"')] })).toEqual(['code OTHER_OPTIONS']);
    const programme = { programme: 'p', eligible: 'income', amount: null, excludes: ['q'] };
    expect(issuesOf({ ...BASE, determinations: [programme] })).toEqual(['p NO_VARIABLE', 'p NO_VARIABLE']);
  });

  test('each stretch of days is checked with the versions in force', () => {
    const [first] = aVariable('poor', 'flag', 'income < dibao.standard').versions;
    if (!first) throw new Error('no version');
    const later = { ...first, from: '2027-01-01', expression: 'income < rent' };
    const variables = [{ ...aVariable('poor', 'flag', 'true'), versions: [first, later] }];
    expect(checkRules({ ...BASE, variables }, '2026-03-01').ok).toBe(true);
    expect(issuesOf({ ...BASE, variables })).toEqual(['poor UNITS_DIFFER']);
  });
});

test('the reference rules are sound; they are in order and know the facts they rest on', () => {
  const checked = checkRules(REFERENCE_RULES, '2026-03-01');
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const { variables } = checked.rules;
  const order = variables.map(({ entry }) => entry.id);
  expect(order.indexOf('isTekun')).toBeLessThan(order.indexOf('isDibao'));
  expect(order.indexOf('isDibao')).toBeLessThan(order.indexOf('getsGrant'));
  const facts = (id: string) => [...(variables.find(({ entry }) => entry.id === id)?.facts ?? [])].sort();
  expect(facts('age')).toEqual(['birthDate']);
  expect(facts('edgeLine')).toEqual([]);
  expect(facts('getsNursing')).toEqual([
    'birthDate',
    'disabilityGrade',
    'hasSupporter',
    'isEmployed',
    'pensionIncome',
    'wageIncome',
  ]);
});
