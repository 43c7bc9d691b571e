import type { PolicyColumn, PolicyTable } from '@yimen/contracts';
import type { Row } from './grid-cells.ts';

const RESULT = { zh: '结果', en: 'Result' };
const CLAUSE = { zh: '条款', en: 'Clause' };
const NOTE = { zh: '说明（中文）', en: 'Note (Chinese)' };
const NOTE_EN = { zh: '说明（英文）', en: 'Note (English)' };
/** A cell that lets everything pass. */
const ANYTHING = '-';

/** A decision table as columns and rows of text, so that one grid edits every kind of table. */
export function decisionColumns(table: PolicyTable, hasNotes = table.rules.some(({ note }) => note)): PolicyColumn[] {
  return [
    ...table.inputs.map(({ expression, label }, index) =>
      column(String(index), label ?? { zh: expression, en: expression }),
    ),
    column('result', RESULT),
    { ...column('clause', CLAUSE), nullable: true },
    ...(hasNotes
      ? [
          { ...column('note', NOTE), nullable: true },
          { ...column('noteEn', NOTE_EN), nullable: true },
        ]
      : []),
  ];
}

function column(id: string, label: PolicyColumn['label']): PolicyColumn {
  return { id, label, unit: 'text', nullable: false, options: null, smallest: null, largest: null };
}

export function decisionRows({ rules }: PolicyTable): Row[] {
  return rules.map(({ when, result, clause, note }) => ({
    ...Object.fromEntries(when.map((cell, index) => [String(index), cell])),
    result,
    clause: clause ?? null,
    note: note?.zh ?? null,
    noteEn: note?.en ?? null,
  }));
}

/** The table with the rows as they stand in the grid. */
export function withRows(table: PolicyTable, rows: readonly Row[]): PolicyTable {
  const rules = rows.map((row) => {
    const clause = text(row['clause']);
    const note = { zh: text(row['note']), en: text(row['noteEn']) };
    return {
      when: table.inputs.map((_, place) => text(row[String(place)])),
      result: text(row['result']),
      ...(clause === '' ? {} : { clause }),
      ...(note.zh === '' && note.en === '' ? {} : { note }),
    };
  });
  return { ...table, rules };
}

function text(cell: Row[string] | undefined): string {
  return typeof cell === 'string' ? cell : '';
}

/** One question more, which every row lets pass until it says something. */
export function withInput(table: PolicyTable): PolicyTable {
  const rules = table.rules.map((rule) => ({ ...rule, when: [...rule.when, ANYTHING] }));
  return { ...table, inputs: [...table.inputs, { expression: '' }], rules };
}

export function withoutInput(table: PolicyTable, place: number): PolicyTable {
  const others = <T>(list: readonly T[]) => list.filter((_, index) => index !== place);
  const rules = table.rules.map((rule) => ({ ...rule, when: others(rule.when) }));
  return { ...table, inputs: others(table.inputs), rules };
}
