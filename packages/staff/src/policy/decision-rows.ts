import type { PolicyColumn, PolicyTable } from '@yimen/contracts';
import type { Row } from './grid-cells.ts';

const RESULT = { zh: '结果', en: 'Result' };
const CLAUSE = { zh: '条款', en: 'Clause' };

/** A decision table as columns and rows of text, so that one grid edits every kind of table. */
export function decisionColumns({ inputs }: PolicyTable): readonly PolicyColumn[] {
  return [
    ...inputs.map(({ expression, label }, index) => column(String(index), label ?? { zh: expression, en: expression })),
    column('result', RESULT),
    { ...column('clause', CLAUSE), nullable: true },
  ];
}

function column(id: string, label: PolicyColumn['label']): PolicyColumn {
  return { id, label, unit: 'text', nullable: false, options: null, smallest: null, largest: null };
}

export function decisionRows({ rules }: PolicyTable): Row[] {
  return rules.map(({ when, result, clause }) => ({
    ...Object.fromEntries(when.map((cell, index) => [String(index), cell])),
    result,
    clause: clause ?? null,
  }));
}

/** The table with the rows as they stand in the grid; a note of a row goes with its place. */
export function withRows(table: PolicyTable, rows: readonly Row[]): PolicyTable {
  const rules = rows.map((row, index) => {
    const { note } = table.rules[index] ?? {};
    const clause = text(row['clause']);
    return {
      when: table.inputs.map((_, place) => text(row[String(place)])),
      result: text(row['result']),
      ...(clause === '' ? {} : { clause }),
      ...(note ? { note } : {}),
    };
  });
  return { ...table, rules };
}

function text(cell: Row[string] | undefined): string {
  return typeof cell === 'string' ? cell : '';
}
