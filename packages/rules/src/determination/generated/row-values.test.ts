import { describe, expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import type { ParameterValue } from '../../policy/unit.ts';
import { type CheckedRules, checkRules } from '../check/check-rules.ts';
import { rowFrom } from '../run/policy-row.ts';
import { planOf } from './plan.ts';
import { rowPartsOf } from './row-part.ts';
import { knowledgeKey, rowValuesOf, startsOf } from './row-values.ts';

const ON = '2026-03-01';
const GRADES = ['first', 'second'];

function rulesOf(variables: Readonly<Record<string, string>>): CheckedRules {
  const checked = checkRules(
    aRuleSet({
      facts: [
        aFact('n', 'count', { smallest: 1, largest: 3 }),
        aFact('grade', 'text', { options: GRADES }),
        aFact('wide', 'count', { largest: 9_999 }),
        aFact('wider', 'count', { largest: 10_000 }),
      ],
      parameters: [
        aRuleParameter('p', 'count', { largest: 100 }),
        aRuleParameter('q', 'count', { largest: 100 }),
        aRuleParameter('rates', 'table', { columns: [aColumn('forGrade', 'text', GRADES), aColumn('rate', 'count')] }),
        aRuleParameter('pairs', 'table', {
          columns: [aColumn('one', 'text', GRADES), aColumn('other', 'text', GRADES), aColumn('gain', 'count')],
        }),
        aRuleParameter('steps', 'table', { columns: [aColumn('step', 'count'), aColumn('worth', 'count')] }),
      ],
      variables: Object.entries(variables).map(([id, expression]) => aVariable(id, 'count', expression)),
    }),
    ON,
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.rules;
}

function planFor(rules: CheckedRules, recorded: readonly string[]) {
  return planOf(rules, new Set(recorded));
}

function valuesOf(rules: CheckedRules, places: readonly Readonly<Record<string, ParameterValue | null>>[]) {
  const rows = places.map((given) => {
    const row = rowFrom(rules, ON, new Map(Object.entries(given)));
    if (!row.ok) throw new Error(JSON.stringify(row.issues));
    return row.row;
  });
  const all = rules.variables.map(({ entry }) => entry.id);
  return rowValuesOf(rowPartsOf(planFor(rules, all)), rows);
}

const RATES = [
  { forGrade: 'first', rate: 7 },
  { forGrade: 'second', rate: 8 },
];

describe('what depends on a place alone is computed once for each', () => {
  const rules = rulesOf({
    first: 'n + p * 2',
    second: 'n + (p - q)',
    third: 'rates[forGrade = grade][1].rate',
    fourth: 'steps[step = n][1].worth',
  });
  const steps = [
    { step: 1, worth: 30 },
    { step: 3, worth: 10 },
  ];

  test('figures and answers lie side by side, one stretch for each place', () => {
    const { figures, figureWidth, answers, answerWidth, knowledge } = valuesOf(rules, [
      { p: 5, q: 1, rates: RATES, steps },
      { p: 6, q: 6, rates: [], steps: null },
    ]);
    expect([figureWidth, ...figures]).toEqual([2, 10, 4, 12, 0]);
    expect([answerWidth, ...answers]).toEqual([
      5,
      ...[7, 8, 30, Number.NaN, 10],
      ...[Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN],
    ]);
    expect(knowledge.starts).toEqual([0, 2]);
  });

  test('what may be unknown is what is unknown in some place', () => {
    const known = { p: 5, q: 1, rates: RATES, steps };
    expect(valuesOf(rules, [known]).knowledge.keyed).toEqual([false, true]);
    expect(valuesOf(rules, [known, { ...known, rates: null }]).knowledge.keyed).toEqual([true, true]);
    expect(valuesOf(rules, [known, { ...known, q: null }]).knowledge.figures).toMatchObject([
      { isUnknown: false },
      { isUnknown: true },
    ]);
  });

  test('a figure is written into the text only where it is nought, one or not known in every place', () => {
    const alike = (p: number | null, q: number | null) =>
      valuesOf(rules, [
        { p, q },
        { p, q },
      ]).knowledge.figures.map(({ value }) => value);
    expect([alike(0, 0), alike(5, 4), alike(5, 3), alike(null, 1)]).toEqual([
      [0, 0],
      [undefined, 1],
      [undefined, undefined],
      [Number.NaN, Number.NaN],
    ]);
    const apart = valuesOf(rules, [
      { p: 0, q: 0 },
      { p: 1, q: 1 },
      { p: 0, q: 0 },
    ]);
    expect(apart.knowledge.figures.map(({ value }) => value)).toEqual([undefined, 0]);
  });

  test('places of one knowledge share a function, others do not', () => {
    const key = (given: Readonly<Record<string, ParameterValue | null>>) =>
      knowledgeKey(valuesOf(rules, [given]).knowledge);
    const one = key({ p: 5, q: 1, rates: RATES, steps });
    expect(key({ p: 7, q: 2, rates: RATES, steps })).toBe(one);
    const others = [
      key({ p: 0, q: 1, rates: RATES, steps }),
      key({ p: 5, q: 5, rates: RATES, steps }),
      key({ p: 5, q: null, rates: RATES, steps }),
      key({ p: 5, q: 1, rates: null, steps }),
      key({ p: 5, q: 4, rates: RATES, steps }),
    ];
    expect(new Set([one, ...others]).size).toBe(6);
  });
});

describe('a table becomes one answer for each key', () => {
  const partsOf = (expression: string) => {
    const rules = rulesOf({ result: expression });
    return rowPartsOf(planFor(rules, ['result'])).keyed.map(({ low, length }) => [low, length]);
  };

  test('from the least key to the greatest', () => {
    expect(partsOf('steps[step = n][1].worth')).toEqual([[1, 3]]);
    expect(partsOf('steps[n = step][1].worth')).toEqual([[1, 3]]);
    expect(partsOf('steps[step = n + 2][1].worth')).toEqual([[3, 3]]);
  });

  test('unless there are more than ten thousand', () => {
    expect(partsOf('steps[step = wide][1].worth')).toEqual([[0, 10_000]]);
    expect(partsOf('steps[step = wider][1].worth')).toEqual([]);
    expect(partsOf('steps[step = wide + 1][1].worth')).toEqual([[1, 10_000]]);
  });

  test('unless rows are chosen another way', () => {
    const others = [
      'steps[step >= n][1].worth',
      'pairs[one = (if n > 1 then other else "first")][1].gain',
      'steps[step = n or worth = n][1].worth',
    ];
    expect(others.flatMap(partsOf)).toEqual([]);
  });

  test('once, where two rules ask for the same, and another time for another column or key', () => {
    const rules = rulesOf({
      one: 'steps[step = n][1].worth + 1',
      two: 'steps[step = n][1].worth + 2',
      three: 'steps[step = n + 1][1].worth',
      four: 'steps[worth = n][1].step',
    });
    const parts = rowPartsOf(planFor(rules, ['one', 'two', 'three', 'four']));
    expect(parts.keyed.map(({ by }) => by)).toHaveLength(3);
    expect(new Set(parts.keyed.map(({ by }) => by)).size).toBe(2);
    expect(startsOf(parts)).toEqual([0, 3, 6]);
  });
});

describe('only what the recorded variables need is computed', () => {
  const rules = rulesOf({
    base: 'n + 1',
    middle: 'base + 1',
    end: 'middle + ofPlace',
    ofPlace: 'p + 1',
    beside: 'n + 2',
  });
  const stepsOf = (recorded: readonly string[]) =>
    planFor(rules, recorded).steps.map((step) => (step.kind === 'variable' ? step.variable.entry.id : step.name));

  test('with what these read, but not what depends on the place alone', () => {
    expect(stepsOf(['middle'])).toEqual(['base', 'middle']);
    expect(stepsOf(['end']).toSorted()).toEqual(['base', 'end', 'middle']);
    expect(stepsOf(['ofPlace'])).toEqual(['ofPlace']);
    expect(stepsOf(['beside'])).toEqual(['beside']);
  });
});
