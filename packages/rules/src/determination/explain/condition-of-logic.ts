import type { Formula } from '../../explanation/formula.ts';
import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import type { Compute } from '../run/compile-core.ts';
import { statement } from './statement.ts';
import type { Condition, Teller } from './teller.ts';

/**
 * Of `and` that does not hold, the parts that do not; of `or` that holds, the parts that do; while it is not known,
 * the parts that are not. Otherwise every part counts.
 */
export function conditionOfLogic(node: ExpressionOf<'logic'>, holds: Compute, teller: Teller): Condition {
  const { operator } = node;
  const parts = partsIn(node, operator).map((part) => ({
    condition: teller.condition(part),
    isGroup: part.kind === 'logic',
    id: `${teller.id}@${part.from}`,
  }));
  const rule: Formula = { kind: 'combination', operator, parts: parts.map(({ condition }) => condition.rule()) };
  return {
    holds,
    rule: () => rule,
    reasons: (at) => {
      const outcome = holds(at.frame);
      const deciding = parts.filter(({ condition }) => Object.is(condition.holds(at.frame), outcome));
      return deciding.flatMap(({ condition, isGroup, id }) => {
        const reasons = condition.reasons(at);
        if (!isGroup || reasons.length === 1 || deciding.length === 1) return reasons;
        return [statement({ id, outcome, formula: condition.rule(), children: reasons })];
      });
    },
  };
}

/** `a and b and c` is one list. */
function partsIn(node: Expression, operator: 'and' | 'or'): readonly Expression[] {
  if (node.kind !== 'logic' || node.operator !== operator) return [node];
  return [...partsIn(node.left, operator), ...partsIn(node.right, operator)];
}
