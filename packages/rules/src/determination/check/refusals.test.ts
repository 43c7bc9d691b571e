import { describe, expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { checkRules } from './check-rules.ts';

const person = { on: 'person' } as const;
const SET = aRuleSet({
  facts: [
    aFact('income', 'fen', { per: 'month', largest: 1_000_000 }),
    aFact('property', 'fen', { largest: 1_000_000 }),
    aFact('loss', 'fen', { smallest: -5, largest: 5 }),
    aFact('rooms', 'count', { smallest: 1, largest: 50 }),
    aFact('share', 'basisPoints', { largest: 10_000 }),
    aFact('kind', 'text', { options: ['urban', 'rural'] }),
    aFact('stage', 'text', { options: ['rural', 'college'] }),
    aFact('isSole', 'flag'),
    aFact('since', 'date'),
    aFact('waited', 'months', { largest: 100 }),
    aFact('wage', 'fen', { ...person, per: 'month', largest: 1_000_000 }),
    aFact('isAble', 'flag', person),
    aFact('grade', 'text', { ...person, options: ['first', 'second'] }),
    aFact('cost', 'fen', { on: 'event', largest: 1_000 }),
  ],
  parameters: [
    aRuleParameter('dibao.standard', 'fen', { per: 'month', largest: 1_000_000 }),
    aRuleParameter('grades', 'list', { options: ['first', 'second'] }),
    aRuleParameter('tariff', 'table', {
      columns: [aColumn('forGrade', 'text', ['first', 'second']), aColumn('amount', 'fen')],
    }),
  ],
});

/** What is wrong, with what was found, and where. */
function told(expression: string, on: RuleScope = 'household'): string {
  const checked = checkRules({ ...SET, variables: [aVariable('result', 'flag', expression, { on })] }, '2026-03-01');
  if (checked.ok) return 'none';
  return checked.issues.map(({ code, en, column }) => `${column} ${code} ${en}`).join();
}

describe('functions', () => {
  test.each([
    'floor(property, 0, 1) > loss',
    'round up(property) > loss',
    'round half up(property) > loss',
    'floor() > loss',
    'ceiling() > loss',
    'floor(value: property) > loss',
    'sqrt(property) > loss',
    'abs(property, loss) > loss',
    'abs() > loss',
    'not(isSole, isSole)',
    'min() > loss',
    'max([]) > loss',
    'today(since) > since',
    'date(2026, 3, 1) > since',
    'date("2026-02-30") > since',
    'date("today") > since',
    'duration("soon") > duration("P1D")',
    'since + duration("PT1H") > since',
    'time("10:00:00") = time("10:00:00")',
    'list contains(kind, "urban")',
    'list contains(grades)',
    'list contains(grades, "first", "second")',
    'years and months duration(since) = since',
    'count(members, members) > 1 * 1',
  ])('%s', (expression) => {
    expect(told(expression)).toMatch(/^\d+ (OUTSIDE|WRONG_KIND|SYNTAX|UNKNOWN_FUNCTION) /);
  });

  test.each<[string, string]>([
    ['sum(property) > loss', '1 WRONG_KIND Here stands fen where values of members is needed.'],
    [
      'sum(members.wage, members.wage) > income',
      '1 WRONG_KIND Here stands list of values where values of members is needed.',
    ],
    ['count(property) > 1', '1 WRONG_KIND Here stands fen where a list of members is needed.'],
    ['sum(members.isAble) > loss', '1 WRONG_KIND Here stands yes or no where numbers is needed.'],
    ['min(members.isAble)', '1 WRONG_KIND Here stands yes or no where numbers is needed.'],
    ['max(members.grade) = "first"', '1 WRONG_KIND Here stands code where numbers is needed.'],
    ['min(kind, kind) = "urban"', '1 KINDS_DIFFER These do not go together: code and code.'],
    ['max(isSole, isSole)', '1 KINDS_DIFFER These do not go together: yes or no and yes or no.'],
    ['min(property, since) > loss', '1 KINDS_DIFFER These do not go together: fen and date.'],
    ['floor(since) > loss', '1 WRONG_KIND Here stands date where a number is needed.'],
    ['abs(property / rooms) > loss', '1 DIVISION A division must stand inside a rounding function or a comparison.'],
    ['round up(property, 0.5) > loss', '1 SCALE Too many decimals: round first.'],
    ['round up(property, 10) > loss', '1 SCALE Too many decimals: round first.'],
    ['round up(property, -10) > loss', '1 SCALE Too many decimals: round first.'],
    ['round up(property, waited) > loss', '1 SCALE Too many decimals: round first.'],
  ])('%s', (expression, problem) => {
    expect(told(expression)).toBe(problem);
  });

  test.each(['round up(property, 9) > loss', 'round up(property, -9) > loss', 'round up(property, 1 + 1) > loss'])(
    '%s is none',
    (expression) => {
      expect(told(expression)).toBe('none');
    },
  );
});

describe('operators', () => {
  test.each<[string, string]>([
    ['isSole < isSole', 'OUTSIDE'],
    ['kind >= stage', 'OUTSIDE'],
    ['kind = stage', 'none'],
    ['"college" = kind', 'UNKNOWN_OPTION'],
    ['kind in ("urban", "college")', 'UNKNOWN_OPTION'],
    ['kind in grades', 'UNKNOWN_OPTION'],
    ['property in grades', 'KINDS_DIFFER'],
    ['property in tariff', 'WRONG_KIND'],
    ['property in [loss..income]', 'UNITS_DIFFER'],
    ['property in [income..loss]', 'UNITS_DIFFER'],
    ['property in (> income)', 'UNITS_DIFFER'],
    ['property between loss and income', 'UNITS_DIFFER'],
    ['property between income and loss', 'UNITS_DIFFER'],
    ['income and isSole', 'WRONG_KIND'],
    ['isSole or income', 'WRONG_KIND'],
    ['if income then isSole else isSole', 'WRONG_KIND'],
    ['if isSole then kind else isSole', 'KINDS_DIFFER'],
    ['(if isSole then property / rooms else property) > loss', 'DIVISION'],
    ['(if isSole then property else property / rooms) > loss', 'DIVISION'],
    ['(if isSole then since else kind) = since', 'KINDS_DIFFER'],
    ['-since = since', 'WRONG_KIND'],
    ['-members = members', 'WRONG_KIND'],
    ['since + since = since', 'KINDS_DIFFER'],
    ['since * 2 = since', 'KINDS_DIFFER'],
    ['since + 5 = since', 'KINDS_DIFFER'],
    ['5 - since = since', 'KINDS_DIFFER'],
    ['duration("P1M") - since = since', 'KINDS_DIFFER'],
    ['duration("P1M") + duration("P1D") = duration("P1D")', 'KINDS_DIFFER'],
    ['since + duration("P1D") * waited > since', 'UNITS_DIFFER'],
    ['since + duration("P2M") * waited > since', 'UNITS_DIFFER'],
    ['since + duration("P1M") * property > since', 'UNITS_DIFFER'],
    ['since + duration("P1M") * share > since', 'UNITS_DIFFER'],
    ['since + duration("P1M") * (waited * waited) > since', 'UNITS_DIFFER'],
    ['since + duration("P1M") * (rooms / 2) > since', 'DIVISION'],
    ['since + duration("P1M") * rooms > since', 'none'],
    ['since + duration("P2M") * rooms > since', 'none'],
    ['since + duration("P1M") * waited > since', 'none'],
    ['property ** 2 > loss', 'OUTSIDE'],
    ['property > null', 'OUTSIDE'],
    ['property / loss > 1', 'DIVISOR'],
    ['loss / (rooms - 1) > loss', 'DIVISOR'],
    ['1 > property / loss', 'DIVISOR'],
    ['since.year > 5', 'UNKNOWN_NAME'],
    ['duration("P1M").days > 5', 'UNKNOWN_NAME'],
    ['duration("P1D").months > 5', 'UNKNOWN_NAME'],
    ['property.x > loss', 'UNKNOWN_NAME'],
    ['{a: 1}.a > 0', 'OUTSIDE'],
    ['(for m in members return m.wage) = 5', 'OUTSIDE'],
    ['property instance of number', 'OUTSIDE'],
    ['? > 5', 'NO_INPUT'],
    ['[1..5] = [1..5]', 'OUTSIDE'],
  ])('%s: %s', (expression, code) => {
    expect(told(expression).split(' ')[1] ?? 'none').toBe(code);
  });
});

describe('members and names', () => {
  test.each<[string, string]>([
    ['members = members', 'WRONG_KIND'],
    ['members[wage] = members', 'WRONG_KIND'],
    ['property[isSole] > loss', 'WRONG_KIND'],
    ['some m in property satisfies isSole', 'WRONG_KIND'],
    ['some m in 1..3 satisfies isSole', 'WRONG_KIND'],
    ['some rooms in members satisfies isSole', 'OUTSIDE'],
    ['some m in members satisfies m.wage', 'WRONG_KIND'],
    ['some m in members satisfies m', 'WRONG_KIND'],
    ['some m in members satisfies m.nothing', 'UNKNOWN_NAME'],
    ['members.nothing = members', 'UNKNOWN_NAME'],
    ['members.property = members', 'UNKNOWN_NAME'],
    ['dibao.nothing > income', 'UNKNOWN_NAME'],
    ['dibao > income', 'WRONG_KIND'],
    ['grades = grades', 'WRONG_KIND'],
    ['tariff[amount > loss].amount > loss', 'WRONG_KIND'],
    ['tariff[forGrade = "third"][1].amount > loss', 'UNKNOWN_OPTION'],
    ['tariff[wage > income][1].amount > loss', 'UNKNOWN_NAME'],
    ['tariff[amount > loss][amount > loss][1].amount > loss', 'OUTSIDE'],
    ['wage > income', 'UNKNOWN_NAME'],
    ['household.income > income', 'UNKNOWN_NAME'],
  ])('of a household, %s: %s', (expression, code) => {
    expect(told(expression).split(' ')[1]?.replace('_NEAR', '') ?? 'none').toBe(code);
  });

  test.each<[string, string]>([
    ['wage > household.income', 'none'],
    ['wage > dibao.standard and isAble', 'none'],
    ['income > wage', 'UNKNOWN_NAME'],
    ['count(members) > 1', 'UNKNOWN_NAME'],
    ['household.wage > wage', 'UNKNOWN_NAME'],
    ['household > wage', 'WRONG_KIND'],
    ['cost > wage', 'UNKNOWN_NAME'],
  ])('of a person, %s: %s', (expression, code) => {
    expect(told(expression, 'person').split(' ')[1]?.replace('_NEAR', '') ?? 'none').toBe(code);
  });

  test('the nearest name is one that can be seen there', () => {
    expect(told('incom > loss')).toContain('is “income” meant?');
    expect(told('wagee > household.income', 'person')).toContain('is “wage” meant?');
    expect(told('some m in members satisfies m.wagee > income')).toContain('is “wage” meant?');
    expect(told('dibao.standart > income')).toContain('is “dibao.standard” meant?');
  });
});

test('between two names that stand beside each other an operator is missing', () => {
  expect(told('income loss > property')).toContain('1 NO_OPERATOR “income loss”: between two names');
  expect(told('incom loss > property')).toContain('1 UNKNOWN_NAME');
});

describe('what a rule can reach', () => {
  const rangeOf = (expression: string, unit: 'fen' | 'count' | 'years' | 'months') => {
    const facts = [...SET.facts, aFact('tilted', 'fen', { smallest: -9, largest: 4 }), aFact('until', 'date')];
    const checked = checkRules({ ...SET, facts, variables: [aVariable('result', unit, expression)] }, '2026-03-01');
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
    return checked.rules.catalogue.entries.get('result')?.range;
  };

  test('without its sign, with its parts, and as a choice', () => {
    expect(rangeOf('abs(loss)', 'fen')).toEqual({ low: 0, high: 5 });
    expect(rangeOf('abs(tilted)', 'fen')).toEqual({ low: 0, high: 9 });
    expect(rangeOf('abs(property)', 'fen')).toEqual({ low: 0, high: 1_000_000 });
    expect(rangeOf('if isSole then loss else tilted', 'fen')).toEqual({ low: -9, high: 5 });
    expect(rangeOf('min(loss, tilted)', 'fen')).toEqual({ low: -9, high: 4 });
    expect(rangeOf('count(members)', 'count')).toEqual({ low: 1, high: 100 });
    expect(rangeOf('count(members[isAble])', 'count')).toEqual({ low: 0, high: 100 });
    expect(rangeOf('years and months duration(since, until).months', 'months')).toEqual({ low: -11, high: 11 });
  });
});

test('a division inside a sum of members waits for no rounding', () => {
  expect(told('sum(members.wage) / rooms > income')).toBe('none');
  expect(told('min(members.wage) / rooms > income')).toBe('none');
});
