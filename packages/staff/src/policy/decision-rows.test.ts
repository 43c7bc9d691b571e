import type { PolicyTable } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { decisionColumns, decisionRows, withRows } from './decision-rows.ts';
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

test('a decision table comes back from the grid as it went in', () => {
  const columns = decisionColumns(TABLE);
  expect(columns.map(({ label }) => label.zh)).toEqual(['年龄', 'income', '结果', '条款']);
  const rows = decisionRows(TABLE).map((row) => readRow(typedRow(row, columns), columns));
  expect(withRows(TABLE, rows)).toEqual(TABLE);
});

test('a cell that says anything and one that says nothing are kept apart', () => {
  const columns = decisionColumns(TABLE);
  const [row = {}] = decisionRows(TABLE);
  const typed = { ...typedRow(row, columns), '0': '' };
  expect(withRows(TABLE, [readRow(typed, columns)]).rules[0]?.when).toEqual(['', '-']);
});
