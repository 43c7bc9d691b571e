import { expect, test } from 'vitest';
import { aPack, aQuestion } from '../../../testing/a-policy.ts';
import type { DecisionTable } from '../../decision-table/decision-table.ts';
import type { Pack } from '../pack.ts';
import { checkChanges } from './check-changes.ts';
import { describeChange } from './describe-change.ts';
import type { PolicyChange } from './policy-change.ts';

const TABLE: DecisionTable = {
  hitPolicy: 'U',
  inputs: [{ expression: 'members', label: { zh: '人数', en: 'members' } }],
  rules: [
    { when: ['<= 2'], result: '1' },
    { when: ['> 2'], result: '2' },
  ],
};
const version = { from: '2020-01-01', to: null, expression: '', table: TABLE, clause: 'law.1', sentence: null };
const pack: Pack = aPack({
  id: 'cn',
  regions: [''],
  questions: [aQuestion('people', 'count')],
  rules: [
    {
      id: 'share',
      definition: { on: 'household', label: { zh: '份数', en: 'share' }, unit: 'count', per: null, options: [] },
      versions: [{ ...version, table: withInput('people') }],
    },
  ],
});
const packs = new Map([[pack.id, pack]]);

function withInput(expression: string, result = '2'): DecisionTable {
  const [input, ...others] = TABLE.inputs;
  const [first, second] = TABLE.rules;
  if (!input || !first || !second) throw new Error('no table');
  return { ...TABLE, inputs: [{ ...input, expression }, ...others], rules: [first, { ...second, result }] };
}

function change(table: DecisionTable): PolicyChange {
  return { kind: 'ruleVersion', packId: 'cn', target: 'share', version: { ...version, from: '2026-07-01', table } };
}

test('a new version of a decision table is told row by row, in the cells as they are written', () => {
  expect(describeChange(packs, change(withInput('people', '3')))).toMatchObject({
    zh: '规则“份数”改写，2026年7月1日起，依据《测试规定》第一条',
    rows: [{ zh: '第2行“结果”由2改为3', en: 'row 2, “result”: 2 becomes 3' }],
  });
});

test('what is wrong with a cell is named with its row', () => {
  const [issue] = checkChanges(packs, { changes: [change(withInput('people', 'peopel'))], effectiveOn: '2026-07-01' });
  expect(issue).toMatchObject({ change: 0, field: 'expression', path: ['rules', 1, 'result'] });
  expect(checkChanges(packs, { changes: [change(withInput('people', '3'))], effectiveOn: '2026-07-01' })).toEqual([]);
});

test('between a table and an expression both are told', () => {
  const now: PolicyChange = {
    kind: 'ruleVersion',
    packId: 'cn',
    target: 'share',
    version: { from: '2026-07-01', to: null, expression: 'people', clause: 'law.1', sentence: null },
  };
  const rowsOf = (others: readonly PolicyChange[], one: PolicyChange) =>
    describeChange(packs, one, others).rows.map(({ en }) => en);
  expect(rowsOf([], now)).toEqual([
    'from then on: people',
    'drops row 1: members <= 2, result 1',
    'drops row 2: members > 2, result 2',
  ]);
  const later: PolicyChange = {
    ...now,
    version: { ...version, from: '2026-08-01', table: withInput('people') },
  };
  expect(rowsOf([now], later)).toEqual([
    'until then: people',
    'adds row 1: members <= 2, result 1',
    'adds row 2: members > 2, result 2',
  ]);
});
