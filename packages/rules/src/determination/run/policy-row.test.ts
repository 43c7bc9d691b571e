import { describe, expect, test } from 'vitest';
import { aParameter, aValue, policyOf } from '../../../testing/a-policy.ts';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import type { ParameterValue } from '../../policy/unit.ts';
import { type CheckedRules, checkRules } from '../check/check-rules.ts';
import { findDateKey } from '../core/date-key.ts';
import { readFacts } from '../facts/read-facts.ts';
import { readValue } from '../facts/values.ts';
import { closuresFor } from './closures.ts';
import { policyRow, rowFrom } from './policy-row.ts';

const [early, late] = [aVariable('isPoor', 'flag', 'income < line'), aVariable('isPoor', 'flag', 'income <= line')].map(
  (variable) => variable.versions,
);
const RULES = aRuleSet({
  facts: [aFact('income', 'fen')],
  parameters: [aRuleParameter('line', 'fen', { largest: 1_000 })],
  variables: [
    {
      ...aVariable('isPoor', 'flag', 'true'),
      versions: [
        ...(early ?? []).map((one) => ({ ...one, to: '2025-12-31' })),
        ...(late ?? []).map((one) => ({ ...one, from: '2026-03-01' })),
      ],
    },
  ],
});
const line = (value: number | null, from = '2014-05-01') => ({
  ...aParameter('line', 'fen', value),
  values: [aValue({ value, from })],
});

function rulesOn(on: string): CheckedRules {
  const checked = checkRules(RULES, on);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.rules;
}

function isPoor(on: string, parameter = line(500)): unknown {
  const rules = rulesOn(on);
  const row = policyRow(rules, { ...policyOf(parameter), on }, null);
  const read = readFacts(rules, { household: { income: 500 }, members: [{}] });
  if (!row.ok || !read.ok) return row.ok ? read : row.issues.map(({ code }) => code);
  closuresFor(rules)(read.values, row.row);
  return readValue(rules, read.values, 'isPoor');
}

test('the version and the figure of the day decide; without either it is not known', () => {
  expect(isPoor('2025-12-31')).toBe(false);
  expect(isPoor('2026-01-01')).toBeNull();
  expect(isPoor('2026-03-01')).toBe(true);
  expect(isPoor('2026-03-01', line(500, '2026-03-02'))).toBeNull();
  expect(isPoor('2026-03-01', line(null))).toBeNull();
});

test('a figure beyond the largest the rules were checked for is refused, since nothing would be exact', () => {
  expect(isPoor('2026-03-01', line(1_001))).toEqual(['BEYOND']);
});

test('what a figure may be is said as it is typed: in yuan', () => {
  const made = rowFrom(rulesOn('2026-03-01'), '2026-03-01', new Map([['line', 1_001]]));
  expect(made.ok ? [] : made.issues.map(({ zh, en }) => [zh, en])).toEqual([
    ['“line”应为 0 至 10 元，最多两位小数。', '“line” must be 0 to 10 yuan with at most two decimals.'],
  ]);
});

describe('the parameters of a day as numbers', () => {
  const columns = [
    aColumn('level', 'text', ['village', 'county'], true),
    aColumn('until', 'date'),
    aColumn('cap', 'fen'),
  ];
  const checked = checkRules(
    aRuleSet({
      parameters: [
        aRuleParameter('cap', 'fen', { smallest: -5, largest: 10 }),
        aRuleParameter('since', 'date'),
        aRuleParameter('isStrict', 'flag'),
        aRuleParameter('area', 'text', { options: ['urban', 'rural'] }),
        aRuleParameter('levels', 'list', { options: ['village', 'county'] }),
        aRuleParameter('ladder', 'table', { columns }),
      ],
    }),
    '2026-03-01',
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const { rules } = checked;
  const { codeNumbers, scalars } = rules.catalogue;
  const given = (id: string, value: ParameterValue | null) => {
    const made = rowFrom(rules, '2026-03-01', new Map([[id, value]]));
    if (!made.ok) return made.issues.map(({ code }) => code);
    return made.row.scalars[scalars.get(id)?.slot ?? -1];
  };
  const tableOf = (id: string, value: ParameterValue | null) => {
    const made = rowFrom(rules, '2026-03-01', new Map([[id, value]]));
    return made.ok ? made.row.tables[rules.catalogue.tables.get(id)?.slot ?? -1] : undefined;
  };

  test.each<[string, ParameterValue | null, unknown]>([
    ['cap', 10, 10],
    ['cap', -5, -5],
    ['cap', 11, ['BEYOND']],
    ['cap', -6, ['BEYOND']],
    ['cap', -0, 0],
    ['cap', 1.5, Number.NaN],
    ['cap', null, Number.NaN],
    ['cap', ['village'], Number.NaN],
    ['since', '2026-02-28', findDateKey('2026-02-28')],
    ['since', '2026-02-30', Number.NaN],
    ['isStrict', true, 1],
    ['isStrict', false, 0],
    ['area', 'rural', codeNumbers.get('rural')],
    ['area', 'elsewhere', Number.NaN],
  ])('%s %j', (id, value, expected) => {
    expect(given(id, value)).toEqual(expected);
  });

  test('a list and a table are columns, a cell that is empty is not known', () => {
    const village = codeNumbers.get('village') ?? -1;
    const list = tableOf('levels', ['village', 'county', 'elsewhere']);
    expect(list).toEqual({
      isKnown: true,
      length: 3,
      columns: [Float64Array.of(village, codeNumbers.get('county') ?? -1, Number.NaN)],
    });
    const rows = [
      { level: 'village', until: '2026-02-28', cap: 5 },
      { level: null, cap: 7 },
    ];
    // What stands in a file may lack a cell.
    expect(tableOf('ladder', rows as ParameterValue)).toEqual({
      isKnown: true,
      length: 2,
      columns: [
        Float64Array.of(village, Number.NaN),
        Float64Array.of(findDateKey('2026-02-28') ?? 0, Number.NaN),
        Float64Array.of(5, 7),
      ],
    });
    expect(tableOf('levels', [])).toEqual({ isKnown: true, length: 0, columns: [new Float64Array(0)] });
  });

  test('a table that is not known has no row', () => {
    const nothing = new Float64Array(0);
    expect(tableOf('ladder', null)).toEqual({ isKnown: false, length: 0, columns: [nothing, nothing, nothing] });
    expect(tableOf('ladder', 'village')).toEqual({ isKnown: false, length: 0, columns: [nothing, nothing, nothing] });
  });

  test('a day that is none is refused', () => {
    const made = rowFrom(rules, '2026-02-30', new Map());
    expect(made).toMatchObject({ ok: false, issues: [{ id: '2026-02-30', code: 'BAD_NAME' }] });
  });
});
