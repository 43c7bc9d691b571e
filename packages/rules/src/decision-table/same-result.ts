import { checkExpression } from '../determination/check/check-expression.ts';
import type { Environment } from '../determination/check/environment.ts';
import { coreKey } from '../determination/generated/core-key.ts';
import type { Expression } from '../feel/syntax/ast.ts';
import { findConstant } from './atoms.ts';

/** The same text for results that are the same for certain: equal constants, or the same computation. */
export function resultKey(result: Expression, env: Environment): string {
  const term = checkExpression(result, env);
  if (!('core' in term)) return '';
  const scale = term.kind === 'number' ? term.scale : 0;
  const divisor = term.kind === 'number' && term.divisor ? coreKey(term.divisor) : '';
  const value = findConstant(term.core);
  return value === undefined || divisor !== ''
    ? `${coreKey(term.core)} / ${divisor} / ${scale}`
    : `= ${value / 10 ** scale}`;
}
