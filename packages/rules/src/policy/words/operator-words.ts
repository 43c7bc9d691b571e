import type { ComparisonOperator } from '../../feel/syntax/ast.ts';
import type { Text } from '../../text.ts';

/** Between two values. */
export const COMPARISON: Readonly<Record<ComparisonOperator, Text>> = {
  '=': { zh: '为', en: 'is' },
  '!=': { zh: '不为', en: 'is not' },
  '<': { zh: '低于', en: 'is below' },
  '<=': { zh: '不超过', en: 'is at most' },
  '>': { zh: '高于', en: 'is above' },
  '>=': { zh: '不低于', en: 'is at least' },
};

/** Before one value, as in a cell of a table. */
export const TEST: Readonly<Record<ComparisonOperator, Text>> = {
  ...COMPARISON,
  '=': { zh: '等于', en: 'is' },
  '!=': { zh: '不等于', en: 'is not' },
};
