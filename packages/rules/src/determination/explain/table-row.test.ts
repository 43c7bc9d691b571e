import { expect, test } from 'vitest';
import { aFact, aRuleSet } from '../../../testing/a-rule.ts';
import { aTable, aTableVariable } from '../../../testing/a-table.ts';
import { policySetFrom } from '../../../testing/policy-set-from.ts';
import type { DecisionTable, HitPolicy } from '../../decision-table/decision-table.ts';
import { explain } from '../../explanation/explain.ts';
import type { FactValues } from '../../household-facts.ts';
import { findPolicy } from '../../policy/policy-on.ts';
import { createRulebook } from '../place/rulebook.ts';
import { explainValue } from './explain-programmes.ts';

const KINDS = ['red', 'green', 'blue'];
const NOTE = { zh: '住院不设起付线', en: 'no deductible in hospital' };

function tableOf(hitPolicy: HitPolicy, rows: readonly (readonly string[])[], complete: boolean): DecisionTable {
  const table = aTable(hitPolicy, ['kind', 'rooms'], rows, complete ? { complete } : {});
  return {
    ...table,
    rules: table.rules.map((rule, index) => (index === 1 ? { ...rule, clause: 'law.1', note: NOTE } : rule)),
  };
}

function told(table: DecisionTable, household: FactValues) {
  const facts = [aFact('kind', 'text', { options: KINDS }), aFact('rooms', 'count', { smallest: 0, largest: 9 })];
  const set = aRuleSet({ facts, variables: [aTableVariable('pays', 'count', table)] });
  const policy = findPolicy(policySetFrom(set, new Map()), 'county', '2026-03-01');
  const result = policy && createRulebook().determine(policy, { household, members: [{}] });
  if (!result?.ok) throw new Error(JSON.stringify(result?.issues));
  const tree = explainValue(result.determined, 'pays');
  return { row: tree.tableRow?.number ?? null, zh: explain(tree, 'zh').join(''), en: explain(tree, 'en').join('') };
}

const ROWS = [
  ['"red"', '< 3', '1'],
  ['"red"', '>= 3', '2'],
  ['"green", "blue"', '-', '3'],
];

test.each([false, true])('the row that decides is named by its number (complete: %s)', (complete) => {
  const table = tableOf('U', ROWS, complete);
  expect(told(table, { kind: 'red', rooms: 1 }).row).toBe(1);
  expect(told(table, { kind: 'red', rooms: 5 }).row).toBe(2);
  expect(told(table, { kind: 'blue', rooms: 5 }).row).toBe(3);
  expect(told(table, { kind: 'red' }).row).toBeNull();
  expect(told(table, { rooms: 5 }).row).toBeNull();
});

test('with its article and its note, in both languages', () => {
  const { zh, en } = told(tableOf('U', ROWS, false), { kind: 'red', rooms: 5 });
  expect(zh).toContain('按表中第2行（《测试规定》第一条；住院不设起付线），依据');
  expect(en).toContain('by row 2 of the table (test rule, Article 1; no deductible in hospital), by ');
  expect(told(tableOf('U', ROWS, false), { kind: 'red', rooms: 1 }).zh).toContain('按表中第1行，依据');
});

test('of several that fit it is the first, and of a row that lets everything pass none comes after', () => {
  const rows = [
    ['"red"', '-', '1'],
    ['-', '-', '2'],
  ];
  const table = tableOf('F', rows, false);
  expect([told(table, { kind: 'red', rooms: 1 }).row, told(table, { kind: 'blue', rooms: 1 }).row]).toEqual([1, 2]);
  const spaced = tableOf('F', [...rows.slice(0, 1), [' - ', '-', '2']], false);
  expect(told(spaced, { kind: 'blue', rooms: 1 }).row).toBe(2);
});

test('where no row fits, and where rows are added up, no row is named', () => {
  expect(told(tableOf('F', ROWS.slice(0, 1), false), { kind: 'blue', rooms: 1 }).row).toBeNull();
  const added = { ...tableOf('C+', ROWS, false), default: '9' };
  expect(told(added, { kind: 'red', rooms: 1 }).row).toBeNull();
});
