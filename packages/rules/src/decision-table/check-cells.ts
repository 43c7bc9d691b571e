import type { RuleIssue } from '../determination/model/rule-issue.ts';
import { FeelRefusal } from '../feel/problem.ts';
import { NO_NAMES } from '../feel/syntax/names.ts';
import { parseExpression, parseUnaryTests } from '../feel/syntax/parse.ts';
import { type Cell, cellsOf } from './cells.ts';
import { checkTableShape } from './check-shape.ts';
import type { DecisionTable } from './decision-table.ts';
import { findTableIssue } from './table-issue.ts';

/** What can be said of a table by itself: its shape, and cells that no name could make right. For tables from outside. */
export function checkCells(id: string, table: DecisionTable): readonly RuleIssue[] {
  const shape = checkTableShape(id, table);
  if (shape.length > 0) return shape;
  const { inputs, rules, otherwise } = cellsOf(table);
  const expressions = [...inputs, ...rules.map(({ result }) => result), ...(otherwise ? [otherwise] : [])];
  return [
    ...expressions.flatMap((cell) => problemOf(cell, parseExpression)),
    ...rules.flatMap(({ when }) => when.flatMap((cell) => problemOf(cell, parseUnaryTests))),
  ];

  function problemOf({ text, start }: Cell, parse: (text: string, names: typeof NO_NAMES) => unknown) {
    try {
      parse(text, NO_NAMES);
      return [];
    } catch (error) {
      if (!(error instanceof FeelRefusal)) throw error;
      // Which names there are, the place says that takes the table in.
      if (error.code === 'UNKNOWN_NAME' || error.code === 'UNKNOWN_FUNCTION') return [];
      const issue = findTableIssue(new FeelRefusal(error.code, error.detail, start + (error.offset ?? 0)), id, table);
      return issue ? [issue] : [];
    }
  }
}
