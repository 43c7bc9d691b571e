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

/** The same of days. */
export const DAY_COMPARISON: Readonly<Record<ComparisonOperator, Text>> = {
  ...COMPARISON,
  '<': { zh: '早于', en: 'is before' },
  '<=': { zh: '不晚于', en: 'is not after' },
  '>': { zh: '晚于', en: 'is after' },
  '>=': { zh: '不早于', en: 'is not before' },
};

/** Before one value, as in a cell of a table. */
export const TEST: Readonly<Record<ComparisonOperator, Text>> = {
  ...COMPARISON,
  '=': { zh: '等于', en: 'is' },
  '!=': { zh: '不等于', en: 'is not' },
};
