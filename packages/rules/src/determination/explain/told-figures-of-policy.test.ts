import { expect, test } from 'vitest';
import { aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { aHousehold, explained, outlineOf } from '../../../testing/an-explained-rule.ts';
import { policySetFrom } from '../../../testing/policy-set-from.ts';
import { explain } from '../../explanation/explain.ts';
import type { FactValues } from '../../household-facts.ts';
import { findPolicy } from '../../policy/policy-on.ts';
import type { RuleSet } from '../model/rule-model.ts';
import { createRulebook } from '../place/rulebook.ts';
import { explainValue } from './explain-programmes.ts';

const BASIS = ', by test rule, Article 1 (set by the test county, applied since 2025-01-01).';

/** The lines of this figure of the policy, in English. */
function linesOf(name: string, expression: string, household: FactValues): readonly string[] {
  const lines = explain(explained(expression, 'flag', aHousehold(household)), 'en');
  return lines.filter((line) => line.startsWith(name)).map((line) => line.replace(BASIS, ''));
}

test('a list of the policy is told in its own words', () => {
  expect(linesOf('Kinds', 'colour in kinds', { colour: 'red' })).toEqual(['Kinds: kinds/red, kinds/green']);
});

test('a cell is told with its table, its column and its row', () => {
  expect(linesOf('Tariff', 'tariff[kind = colour][1].pays > 0', { colour: 'blue' })).toEqual([
    'Tariff: pays: 200 yuan (the row where colour is colour/blue)',
  ]);
});

test('a cell is told once; two cells of a column are told both', () => {
  const [one, other] = ['tariff[kind = colour][1].pays', 'tariff[kind = door][1].pays'];
  const household = { colour: 'green', door: 'blue', savings: 90_000 };
  expect(linesOf('Tariff', `${one} > 0 and ${one} < savings`, household)).toHaveLength(1);
  expect(linesOf('Tariff', `${one} < ${other}`, household)).toEqual([
    'Tariff: pays: 100 yuan (the row where colour is colour/green)',
    'Tariff: pays: 200 yuan (the row where door is door/blue)',
  ]);
});

/** A rule of a county that is open, and closed as well. */
function told(parts: Partial<RuleSet>): readonly string[] {
  const set = aRuleSet({
    facts: [aFact('income', 'fen')],
    parameters: [aRuleParameter('open', 'flag'), aRuleParameter('closed', 'flag')],
    ...parts,
  });
  const figures = new Map([
    ['open', true],
    ['closed', true],
  ]);
  const policy = findPolicy(policySetFrom(set, figures), 'county', '2026-03-01');
  const result = policy && createRulebook().determine(policy, { household: { income: 1 }, members: [{}] });
  if (!result?.ok) throw new Error(JSON.stringify(result?.issues));
  return outlineOf(explainValue(result.determined, 'result'));
}

test('what the policy answers with yes or no is told with what it must be', () => {
  expect(told({ variables: [aVariable('result', 'flag', 'open')] })).toEqual(['result：是。', '· open：是。']);
  expect(told({ variables: [aVariable('result', 'flag', 'open and not(closed)')] })).toEqual([
    'result：否。',
    '· closed：是，要求为否。',
  ]);
  const rule = aVariable('result', 'flag', 'some x in members satisfies x.ill and not(closed)');
  const facts = [aFact('income', 'fen'), aFact('ill', 'flag', { on: 'person' })];
  expect(told({ facts, variables: [rule] })[1]).toBe('· 不符合：要求至少一名成员“ill”为是，且“closed”为否。');
});

test('of a rule without a version on the day nothing is told but that there is none', () => {
  const later = aVariable('later', 'fen', 'income');
  const versions = later.versions.map((version) => ({ ...version, from: '2027-01-01', since: '2027-01-01' }));
  expect(told({ variables: [{ ...later, versions }, aVariable('result', 'flag', 'later > 0')] })).toEqual([
    'result：尚不能确定。',
    '平台还没有当地这一天的政策数据：later。',
    '· 尚不能确定：later（尚不清楚）是否超过0元。',
    '· · 尚不能确定：later。',
  ]);
});
