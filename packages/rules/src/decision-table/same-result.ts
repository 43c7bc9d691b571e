import { checkExpression } from '../determination/check/check-expression.ts';
import type { Environment } from '../determination/check/environment.ts';
import { valueTerm } from '../determination/check/values.ts';
import { coreKey } from '../determination/generated/core-key.ts';
import type { Expression } from '../feel/syntax/ast.ts';
import { findConstant } from './atoms.ts';

/** The same text for results that are the same for certain: equal constants, or the same computation. */
export function resultKey(result: Expression, env: Environment): string {
  // One that waits for its rounding has been refused before.
  const term = valueTerm(checkExpression(result, env));
  const scale = term.kind === 'number' ? term.scale : 0;
  const value = findConstant(term.core);
  return value === undefined ? `${coreKey(term.core)} / ${scale}` : `= ${value / 10 ** scale}`;
}
