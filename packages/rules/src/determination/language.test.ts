import { describe, expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../testing/a-rule.ts';
import { asFact, determineSlowly } from '../../testing/slow-determination.ts';
import type { FactValue, HouseholdFacts } from '../household-facts.ts';
import type { ParameterValue, Unit } from '../policy/unit.ts';
import { checkRules } from './check/check-rules.ts';
import { readFacts } from './facts/read-facts.ts';
import { readValue } from './facts/values.ts';
import { generatedFor } from './generated/generated.ts';
import { closuresFor } from './run/closures.ts';
import { rowFrom } from './run/policy-row.ts';

const ON = '2026-03-01';
const person = { on: 'person' } as const;
const monthly = { per: 'month', largest: 1_000_000 } as const;

const SET = aRuleSet({
  facts: [
    aFact('income', 'fen', monthly),
    aFact('rent', 'fen', { per: 'year', largest: 1_000_000 }),
    aFact('property', 'fen', { smallest: 1_000, largest: 1_000_000 }),
    aFact('low', 'fen', monthly),
    aFact('cut', 'fen', { largest: 1_000 }),
    aFact('loss', 'fen', { smallest: -1_000, largest: 500 }),
    aFact('rooms', 'count', { smallest: 1, largest: 50 }),
    aFact('share', 'basisPoints', { largest: 20_000 }),
    aFact('kind', 'text', { options: ['urban', 'rural'] }),
    aFact('stage', 'text', { options: ['primary', 'rural', 'college'] }),
    aFact('isSole', 'flag'),
    aFact('isOld', 'flag'),
    aFact('since', 'date'),
    aFact('until', 'date'),
    aFact('waited', 'months', { smallest: 1, largest: 100 }),
    aFact('stood', 'calendarDays', { largest: 100 }),
    aFact('served', 'years', { largest: 100 }),
    aFact('bornOn', 'date', person),
    aFact('wage', 'fen', { ...person, ...monthly }),
    aFact('grade', 'text', { ...person, options: ['first', 'second'] }),
    aFact('cost', 'fen', { on: 'event', largest: 1_000 }),
  ],
  parameters: [
    aRuleParameter('dibao.standard', 'fen', monthly),
    aRuleParameter('dibao.line.ratio', 'basisPoints', { largest: 20_000 }),
    aRuleParameter('dibao.isStrict', 'flag'),
    aRuleParameter('dibao.area', 'text', { options: ['urban', 'rural'] }),
    aRuleParameter('dibao.start', 'date'),
    aRuleParameter('grades', 'list', { options: ['first', 'second'] }),
    aRuleParameter('tariff', 'table', {
      columns: [
        aColumn('forGrade', 'text', ['first', 'second']),
        aColumn('amount', 'fen'),
        aColumn('isFull', 'flag'),
        aColumn('from', 'date'),
      ],
    }),
  ],
});
const PARAMETERS: ReadonlyMap<string, ParameterValue> = new Map<string, ParameterValue>([
  ['dibao.standard', 800],
  ['dibao.line.ratio', 15_000],
  ['dibao.isStrict', true],
  ['dibao.area', 'rural'],
  ['dibao.start', '2026-02-01'],
  ['grades', ['second']],
  [
    'tariff',
    [
      { forGrade: 'first', amount: 70, isFull: true, from: '2026-01-01' },
      { forGrade: 'second', amount: 40, isFull: false, from: '2026-02-01' },
    ],
  ],
]);
const FACTS: HouseholdFacts = {
  household: {
    ...{ low: 200, cut: 50, income: 1_000, rent: 13_000, property: 10_050, loss: -70, rooms: 3, share: 2_500 },
    ...{ kind: 'rural', stage: 'college', isSole: true, isOld: false },
    ...{ since: '2026-01-31', until: '2027-03-30', waited: 14, stood: 29, served: 2 },
  },
  members: [
    { bornOn: '1950-02-03', wage: 300, grade: 'first' },
    { bornOn: '2008-03-02', wage: 500, grade: 'second' },
    { bornOn: '2020-12-31', wage: 200, grade: 'second' },
  ],
  events: [{ cost: 10 }, { cost: 25 }],
};

interface Parts {
  readonly per?: 'month' | 'year';
  readonly options?: readonly string[];
}

/** By closures, by generated code and by the interpreter of the language, which must agree. */
function resultOf(expression: string, unit: Unit, parts: Parts = {}): FactValue {
  const checked = checkRules({ ...SET, variables: [aVariable('result', unit, expression, parts)] }, ON);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const { rules } = checked;
  const row = rowFrom(rules, ON, PARAMETERS);
  if (!row.ok) throw new Error(JSON.stringify(row.issues));
  const [closures, generated] = [closuresFor, generatedFor].map((make) => {
    const read = readFacts(rules, FACTS);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    make(rules)(read.values, row.row);
    return readValue(rules, read.values, 'result');
  });
  expect(generated).toEqual(closures);
  expect(asFact(determineSlowly(rules, FACTS, PARAMETERS).household.get('result'), unit)).toEqual(closures);
  return closures ?? null;
}

describe('amounts', () => {
  test.each([
    ['property + loss', 9_980],
    ['property - loss', 10_120],
    ['loss - property', -10_120],
    ['-loss', 70],
    ['0 - property', -10_050],
    ['abs(loss)', 70],
    ['abs(property)', 10_050],
    ['abs(loss + property)', 9_980],
    ['min(property, loss)', -70],
    ['max(property, loss)', 10_050],
    ['min(property, 0, loss)', -70],
    ['max([property, loss, 0])', 10_050],
    ['property * rooms', 30_150],
    ['dibao.standard * waited', 11_200],
    ['if isSole then property else loss', 10_050],
    ['if isOld then property else 0', 0],
    ['if dibao.isStrict then 0 else property', 0],
    ['if isSole then floor(property / rooms) else property', 3_350],
    ['tariff[forGrade = "second"][1].amount', 40],
    ['tariff[amount < cut][1].amount', 40],
    ['tariff[isFull][1].amount', 70],
    ['tariff[from > dibao.start - duration("P1D")][1].amount', 40],
    ['tariff[1].amount', 70],
    ['sum(events.cost)', 35],
    ['min(events.cost)', 10],
    ['max(events[2 * cost < cut].cost)', 10],
  ])('%s is %i fen', (expression, fen) => {
    expect(resultOf(expression, 'fen')).toBe(fen);
  });

  test.each<[string, number, Parts]>([
    ['income + dibao.standard', 1_800, { per: 'month' }],
    ['income * monthsPerYear', 12_000, { per: 'year' }],
    ['income * monthsPerYear - rent', -1_000, { per: 'year' }],
    ['floor(rent / monthsPerYear)', 1_083, { per: 'month' }],
    ['ceiling(rent / monthsPerYear)', 1_084, { per: 'month' }],
    ['sum(members.wage)', 1_000, { per: 'month' }],
    ['sum(members[grade = "second"].wage)', 700, { per: 'month' }],
    ['sum(members[(grade in grades) and wage > low].wage)', 500, { per: 'month' }],
    ['sum(members[wage > low][grade = "first"].wage)', 300, { per: 'month' }],
    ['max(members.wage)', 500, { per: 'month' }],
    ['floor(sum(members.wage) / count(members))', 333, { per: 'month' }],
    ['floor(property / waited)', 717, { per: 'month' }],
  ])('%s is %i fen of that time', (expression, fen, parts) => {
    expect(resultOf(expression, 'fen', parts)).toBe(fen);
  });
});

describe('decimals', () => {
  test.each([
    ['floor(property * share)', 2_512],
    ['ceiling(property * share)', 2_513],
    ['round half up(property * share, 0)', 2_513],
    ['round half down(property * share, 0)', 2_512],
    ['round up(property * 0.001, 0)', 11],
    ['round down(property * 0.001, 0)', 10],
    ['round up(property / rooms, -2)', 3_400],
    ['round half up(property, -2)', 10_100],
    ['round half down(property, -2)', 10_000],
    ['floor(property * dibao.line.ratio)', 15_075],
    ['floor(property * share / rooms)', 837],
    ['floor(property / rooms / 7)', 478],
    ['floor((property / rooms) * share)', 837],
    ['floor(property / rooms + loss / rooms)', 3_326],
    ['floor(property * (1 - share))', 7_537],
    ['floor(loss / rooms)', -24],
    ['ceiling(loss / rooms)', -23],
    ['round up(loss / rooms, 0)', -24],
    ['round down(loss / rooms, 0)', -23],
    ['floor(property / (1 + share))', 8_040],
    ['floor(property / (rooms / 2))', 6_700],
    ['floor(round half up(property / 7, 2))', 1_435],
  ])('%s is %i fen', (expression, fen) => {
    expect(resultOf(expression, 'fen')).toBe(fen);
  });

  test.each([
    ['share', 2_500],
    ['0.3', 3_000],
    ['1 - share', 7_500],
    ['share * 2', 5_000],
    ['max(share, 0.3)', 3_000],
    ['min(share, 0.25)', 2_500],
    ['if isSole then share else 0.123', 2_500],
    ['round half up(share * 0.33333, 4)', 833],
    ['round half up(property / (property - loss), 4)', 9_931],
  ])('%s is %i ten-thousandths', (expression, basisPoints) => {
    expect(resultOf(expression, 'basisPoints')).toBe(basisPoints);
  });
});

describe('conditions', () => {
  test.each<[string, boolean]>([
    ['rooms between 1 and 2', false],
    ['rooms between 3 and 3', true],
    ['rooms between 4 and 9', false],
    ['rooms in [1..3]', true],
    ['rooms in [1..3)', false],
    ['rooms in [3..9]', true],
    ['rooms in (3..9]', false],
    ['rooms in (2..3]', true],
    ['rooms in (1, 3)', true],
    ['rooms in (1, 2)', false],
    ['rooms in (> 3, 1)', false],
    ['rooms in (>= 3)', true],
    ['rooms in (< 3)', false],
    ['rooms in (<= 3)', true],
    ['kind = "rural"', true],
    ['"urban" = kind', false],
    ['kind != "rural"', false],
    ['kind = dibao.area', true],
    ['kind in ("urban", "rural")', true],
    ['kind in ("urban")', false],
    ['kind = stage', false],
    ['some member in members satisfies member.grade in grades', true],
    ['list contains(["urban", "rural"], kind)', true],
    ['list contains([1, 2], rooms)', false],
    ['isSole = isOld', false],
    ['isSole != isOld', true],
    ['isSole = true', true],
    ['not(isSole) or isOld', false],
    ['isSole and not(isOld)', true],
    ['if isSole then isOld else true', false],
    ['dibao.isStrict and isSole', true],
    ['rent / monthsPerYear > income', true],
    ['property / rooms >= loss / rooms', true],
    ['loss / rooms < 0', true],
    ['share < 0.25', false],
    ['share <= 0.25', true],
    ['since < until', true],
    ['since = @"2026-01-31"', true],
    ['since <= date("2026-01-31")', true],
    ['today() = @"2026-03-01"', true],
    ['since between @"2026-01-01" and today()', true],
    ['min(since, until) = since', true],
    ['max(since, until, today()) = until', true],
    ['every member in members satisfies member.wage >= low', true],
    ['every member in members satisfies member.wage > low', false],
    ['some member in members[wage > 2 * low] satisfies member.grade = "first"', false],
    ['every member in members[grade = "second"] satisfies member.wage < 3 * low', true],
    ['some one in members, other in members satisfies one.wage = other.wage + dibao.standard - dibao.standard', true],
    ['some event in events satisfies 2 * event.cost = cut', true],
    ['count(members[bornOn + duration("P18Y") <= today()]) = 1', true],
    ['tariff[forGrade = "second"][1].isFull', false],
  ])('%s: %s', (expression, expected) => {
    expect(resultOf(expression, 'flag')).toBe(expected);
  });
});

describe('days', () => {
  test.each([
    ['since', '2026-01-31'],
    ['since + duration("P1M")', '2026-02-28'],
    ['since - duration("P1M")', '2025-12-31'],
    ['duration("P1Y1M") + since', '2027-02-28'],
    ['since + duration("P1D")', '2026-02-01'],
    ['since - @"P31D"', '2025-12-31'],
    ['@"P28D" + since', '2026-02-28'],
    ['since + duration("P1M") * waited', '2027-03-31'],
    ['since + waited * duration("P1M")', '2027-03-31'],
    ['since + duration("P1Y") * served', '2028-01-31'],
    ['since + stood * @"P1D"', '2026-03-01'],
    ['since + @"P1M" * 3', '2026-04-30'],
    ['since + (@"P1M" + @"P2M")', '2026-04-30'],
    ['since + (@"P1M" - @"P2M")', '2025-12-31'],
    ['since + (@"P10D" - @"P9D")', '2026-02-01'],
    ['min(members.bornOn)', '1950-02-03'],
    ['max(members.bornOn)', '2020-12-31'],
    ['max(members[grade = "first"].bornOn)', '1950-02-03'],
    ['if isSole then since else until', '2026-01-31'],
    ['today()', '2026-03-01'],
    ['dibao.start', '2026-02-01'],
    ['tariff[forGrade = "second"][1].from', '2026-02-01'],
  ])('%s is %s', (expression, date) => {
    expect(resultOf(expression, 'date')).toBe(date);
  });

  test.each<[string, Unit, number]>([
    ['years and months duration(since, until).years', 'years', 1],
    ['years and months duration(since, until).months', 'months', 1],
    ['years and months duration(until, since).years', 'years', -1],
    ['years and months duration(until, since).months', 'months', -1],
    ['(until - since).days', 'calendarDays', 423],
    ['(since - until).days', 'calendarDays', -423],
    ['(until - @"P1D" - since).days', 'calendarDays', 422],
    ['(@"P10D" + @"P3D").days', 'calendarDays', 13],
    ['(@"P14M").years', 'years', 1],
    ['(@"P14M").months', 'months', 2],
  ])('%s in %s is %i', (expression, unit, expected) => {
    expect(resultOf(expression, unit)).toBe(expected);
  });
});

describe('codes and counts', () => {
  test.each([
    ['kind', 'rural'],
    ['"urban"', 'urban'],
    ['if isSole then "urban" else "rural"', 'urban'],
    ['if isOld then "urban" else kind', 'rural'],
    ['dibao.area', 'rural'],
  ])('%s is %s', (expression, code) => {
    expect(resultOf(expression, 'text', { options: ['urban', 'rural'] })).toBe(code);
  });

  test('a choice may be any of the options of both its ways', () => {
    const options = ['primary', 'rural', 'college', 'urban'];
    expect(resultOf('if isSole then stage else kind', 'text', { options })).toBe('college');
  });

  test.each([
    ['count(members)', 3],
    ['count(members[wage > low])', 2],
    ['count(members[item.wage > low])', 2],
    ['count(members.wage)', 3],
    ['count(events)', 2],
    ['count(members) + rooms', 6],
    ['rooms * rooms', 9],
  ])('%s is %i', (expression, count) => {
    expect(resultOf(expression, 'count')).toBe(count);
  });
});
