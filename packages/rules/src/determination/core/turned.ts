import type { ComparisonOperator } from '../../feel/syntax/ast.ts';

/** The comparison that says the same with its sides exchanged: `a < b` is `b > a`. */
export const TURNED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
