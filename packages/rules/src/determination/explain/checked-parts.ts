import type { Expression } from '../../feel/syntax/ast.ts';
import type { Catalogue, Entry } from '../check/catalogue.ts';
import { checkExpression } from '../check/check-expression.ts';
import type { Environment } from '../check/environment.ts';
import type { Term } from '../check/term.ts';

/** What each part of an expression is and how it is computed, by the checker itself: an explanation computes nothing its own way. */
export type CheckedParts = ReadonlyMap<Expression, Term>;

export function checkParts(
  expression: Expression,
  scope: Entry['on'],
  catalogue: Catalogue,
  nextLoop: () => number,
): CheckedParts {
  const parts = new Map<Expression, Term>();
  const check = (node: Expression, env: Environment): Term => {
    const term = checkExpression(node, env);
    parts.set(node, term);
    return term;
  };
  check(expression, { catalogue, scope, elements: [], nextLoop, check });
  return parts;
}
