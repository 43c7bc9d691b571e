import { expect, test } from 'vitest';
import { aParameter, aValue, policyOf } from '../../../testing/a-policy.ts';
import { aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { type CheckedRules, checkRules } from '../check/check-rules.ts';
import { readFacts } from '../facts/read-facts.ts';
import { readValue } from '../facts/values.ts';
import { closuresFor } from './closures.ts';
import { policyRow } from './policy-row.ts';

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
  expect(isPoor('2026-03-01', line(1_001))).toEqual(['TOO_LARGE']);
});
