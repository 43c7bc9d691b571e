import { expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { policySetFrom } from '../../../testing/policy-set-from.ts';
import { explain } from '../../explanation/explain.ts';
import { explainBrief } from '../../explanation/say-brief.ts';
import type { FactValues } from '../../household-facts.ts';
import { findPolicy } from '../../policy/policy-on.ts';
import type { ParameterValue } from '../../policy/unit.ts';
import { createRulebook } from '../place/rulebook.ts';
import { explainValue } from './explain-programmes.ts';

const KINDS = ['red', 'green', 'blue'];
const SET = aRuleSet({
  facts: [aFact('need', 'text', { options: KINDS }), aFact('area', 'text', { options: KINDS }), aFact('income', 'fen')],
  parameters: [
    aRuleParameter('tariff', 'table', {
      columns: [
        aColumn('kind', 'text', KINDS),
        aColumn('at', 'text', KINDS),
        aColumn('above', 'fen'),
        aColumn('pays', 'fen'),
      ],
    }),
    aRuleParameter('fee', 'fen'),
  ],
  variables: [
    aVariable('paid', 'fen', 'tariff[kind = need][1].pays'),
    aVariable('twice', 'fen', 'tariff[kind = need and at = area][1].pays'),
    aVariable('stepped', 'fen', 'tariff[above > income][1].pays'),
    aVariable('oneOf', 'fen', 'tariff[kind = need or at = area][1].pays'),
    aVariable('through', 'fen', 'paid + income'),
    aVariable('withFee', 'fen', 'paid + fee'),
    aVariable('either', 'flag', 'paid > 0 or income > 0'),
  ],
});
const ROW = { kind: 'red', at: 'red', above: 5, pays: 100 };

function told(
  id: string,
  household: FactValues,
  rows: ParameterValue | null = [ROW, { ...ROW, kind: 'green', at: 'green' }],
) {
  const policy = findPolicy(policySetFrom(SET, new Map([['tariff', rows]])), 'county', '2026-03-01');
  const result = policy && createRulebook().determine(policy, { household, members: [{}] });
  if (!result?.ok) throw new Error(JSON.stringify(result?.issues));
  const tree = explainValue(result.determined, id);
  return { zh: explainBrief(tree, 'zh'), en: explainBrief(tree, 'en'), full: explain(tree, 'zh') };
}

test('a look-up without a row says which row there would have to be, in both languages', () => {
  const { zh, en, full } = told('paid', { need: 'blue' });
  expect(zh).toEqual(['paid：尚不能确定。', '政策没有对应的规定：“tariff”里没有need为blue的一行。']);
  expect(en).toEqual([
    'paid: not yet known.',
    'The policy does not provide for this case: “tariff” has no row where need is blue.',
  ]);
  expect(full).toContain('尚不能确定：“tariff”里没有need为blue的一行。');
});

test('every key is named, whichever rows fit one of them', () => {
  expect(told('twice', { need: 'red', area: 'green' }).zh[1]).toBe(
    '政策没有对应的规定：“tariff”里没有need为red，且area为green的一行。',
  );
});

test('a row that is found by anything but a key is not described', () => {
  expect(told('stepped', { income: 9 }).zh[1]).toBe('政策没有对应的规定：“tariff”里没有适用的一行。');
  expect(told('oneOf', { need: 'blue', area: 'blue' }).zh[1]).toBe('政策没有对应的规定：“tariff”里没有适用的一行。');
});

test('a look-up below says so of what rests on it', () => {
  expect(told('through', { need: 'blue', income: 1 }).zh[1]).toContain('need为blue');
});

test('while a fact can still decide, or a figure or the table itself is missing, no row is said to be missing', () => {
  expect(told('paid', {}).zh.join()).not.toContain('一行');
  expect(told('through', { need: 'red' }).zh.join()).not.toContain('一行');
  expect(told('either', { need: 'blue' }).zh.join()).not.toContain('一行');
  expect(told('withFee', { need: 'blue' }).zh.join()).not.toContain('一行');
  const { zh, full } = told('paid', { need: 'blue' }, null);
  expect([...zh, ...full].join()).not.toContain('一行');
  expect(full.at(-1)).toBe('尚不能确定：tariff（pays）。');
});
