import type { PolicyTable } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { decisionColumns, decisionRows, withInput, withoutInput, withRows } from './decision-rows.ts';
import { readRow, typedRow } from './grid-cells.ts';

const TABLE: PolicyTable = {
  hitPolicy: 'U',
  inputs: [{ expression: 'age', label: { zh: '年龄', en: 'age' } }, { expression: 'income' }],
  rules: [
    { when: ['< 16', '-'], result: '100', clause: 'law.1', note: { zh: '说明', en: 'note' } },
    { when: ['>= 16', '<= 863'], result: '200' },
  ],
  default: '0',
};

function throughGrid(table: PolicyTable) {
  const columns = decisionColumns(table);
  return decisionRows(table).map((row) =>
    readRow(
      typedRow(row, columns, ({ zh }) => zh),
      columns,
    ),
  );
}

test('a decision table comes back from the grid as it went in', () => {
  expect(decisionColumns(TABLE).map(({ label }) => label.zh)).toEqual([
    '年龄',
    'income',
    '结果',
    '条款',
    '说明（中文）',
    '说明（英文）',
  ]);
  expect(withRows(TABLE, throughGrid(TABLE))).toEqual(TABLE);
});

test('where no row has a note the grid has no columns for it', () => {
  const plain = { ...TABLE, rules: TABLE.rules.slice(1) };
  expect(decisionColumns(plain).map(({ label }) => label.zh)).toEqual(['年龄', 'income', '结果', '条款']);
});

test('a row that is taken out takes its clause and note with it', () => {
  const [, second = {}] = throughGrid(TABLE);
  expect(withRows(TABLE, [second]).rules).toEqual([TABLE.rules[1]]);
});

test('a cell that says anything and one that says nothing are kept apart', () => {
  const columns = decisionColumns(TABLE);
  const [row = {}] = decisionRows(TABLE);
  const typed = { ...typedRow(row, columns, ({ zh }) => zh), '0': '' };
  expect(withRows(TABLE, [readRow(typed, columns)]).rules[0]?.when).toEqual(['', '-']);
});

test('a new question lets every row pass; one that is taken out takes its cells with it', () => {
  expect(withInput(TABLE).rules.map(({ when }) => when)).toEqual([
    ['< 16', '-', '-'],
    ['>= 16', '<= 863', '-'],
  ]);
  const without = withoutInput(TABLE, 0);
  expect(without.inputs.map(({ expression }) => expression)).toEqual(['income']);
  expect(without.rules.map(({ when }) => when)).toEqual([['-'], ['<= 863']]);
});
