import type { RuleIssue } from '../determination/model/rule-issue.ts';
import { type DecisionTable, TABLE_LIMITS } from './decision-table.ts';
import { tableIssue } from './table-issue.ts';

/** Mistakes that show before any cell is read. */
export function checkTableShape(id: string, table: DecisionTable): readonly RuleIssue[] {
  const { inputs, rules, characters } = TABLE_LIMITS;
  const isSound = isWithin(table.inputs.length, inputs) && isWithin(table.rules.length, rules);
  if (!isSound || lengthOf(table) > characters) {
    return [tableIssue(id, [], 'TABLE_SIZE', String(inputs), String(rules), String(characters))];
  }
  const width = table.inputs.length;
  const uneven = table.rules.flatMap(({ when }, row) =>
    when.length === width ? [] : [tableIssue(id, ['rules', row], 'TABLE_CELLS', String(width), String(when.length))],
  );
  const spare = table.complete === true && table.default !== undefined;
  return spare ? [...uneven, tableIssue(id, ['default'], 'TABLE_DEFAULT')] : uneven;
}

function isWithin(count: number, limit: number): boolean {
  return count > 0 && count <= limit;
}

function lengthOf(table: DecisionTable): number {
  const inputs = table.inputs.map(({ expression }) => expression.length);
  // A row of a million cells must not be spread into arguments or lists.
  const rules = table.rules.map(({ when, result }) => when.reduce((sum, text) => sum + text.length + 1, result.length));
  return [...inputs, ...rules].reduce((sum, length) => sum + length, table.default?.length ?? 0);
}
