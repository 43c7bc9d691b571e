import type { DecisionTable } from '../../decision-table/decision-table.ts';
import type { Text } from '../../text.ts';
import type { Column } from '../pack.ts';
import type { Row } from '../unit.ts';
import { tableDifference } from './table-difference.ts';

/** What changes in a decision table, row by row: its cells are told as they are written. */
export function decisionTableDifference(before: DecisionTable | undefined, after: DecisionTable): readonly Text[] {
  const wide = [before, after].map((table) => table?.inputs ?? []);
  const inputs = (wide[0]?.length ?? 0) > (wide[1]?.length ?? 0) ? wide[0] : wide[1];
  const columns = (inputs ?? []).map(({ expression, label }, index) =>
    column(String(index), label ?? { zh: expression, en: expression }),
  );
  return tableDifference([...columns, column('result', RESULT)], rowsOf(before), rowsOf(after));
}

const RESULT = { zh: '结果', en: 'result' };

function column(id: string, label: Text): Column {
  return { id, label, unit: 'text', nullable: true, options: null, smallest: null, largest: null };
}

function rowsOf(table: DecisionTable | undefined): readonly Row[] {
  return (table?.rules ?? []).map(({ when, result }) => ({
    ...Object.fromEntries(when.map((cell, index) => [String(index), cell])),
    result,
  }));
}
