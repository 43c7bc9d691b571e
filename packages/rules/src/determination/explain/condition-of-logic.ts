import type { Explanation } from '../../explanation/explanation.ts';
import type { Formula } from '../../explanation/formula.ts';
import { asItIs } from '../../explanation/opposite.ts';
import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import type { Compute } from '../run/compile-core.ts';
import { both, either } from '../run/three-valued.ts';
import type { At } from './at.ts';
import { statement } from './statement.ts';
import type { AddReasons, Condition, Teller } from './teller.ts';

/**
 * Of `and` that does not hold, the parts that do not; of `or` that holds, the parts that do; while it is not known,
 * the parts that are not. Otherwise every part counts.
 */
export function conditionOfLogic(node: ExpressionOf<'logic'>, holds: Compute, teller: Teller): Condition {
  const { operator } = node;
  const parts: readonly Part[] = partsIn(node, operator).map((part) => ({
    condition: teller.condition(part),
    isGroup: part.kind === 'logic',
    id: `${teller.id}@${part.from}`,
  }));
  const rule: Formula = { kind: 'combination', operator, parts: parts.map(({ condition }) => condition.rule()) };
  const add =
    (reasonsOf: 'reasons' | 'reasonsAsItIs'): AddReasons =>
    (at, into) => {
      const outcomes = parts.map(({ condition }) => condition.holds(at.frame));
      // As the whole comes out: its parts need not be computed once more for that.
      const outcome = outcomes.reduce(operator === 'and' ? both : either);
      const deciding = parts.filter((_, index) => Object.is(outcomes[index], outcome));
      for (const part of deciding) {
        if (!part.isGroup) part.condition[reasonsOf](at, into);
        else {
          const reasons = reasonsOfGroup(part, outcome, at, deciding.length === 1);
          into.push(...(reasonsOf === 'reasons' ? reasons : reasons.map(asItIs)));
        }
      }
    };
  return { holds, rule: () => rule, reasons: add('reasons'), reasonsAsItIs: add('reasonsAsItIs') };
}

interface Part {
  readonly condition: Condition;
  readonly isGroup: boolean;
  readonly id: string;
}

/** One reason, or the only group, needs no line that holds it together. */
function reasonsOfGroup({ condition, id }: Part, outcome: number, at: At, isOnly: boolean): readonly Explanation[] {
  const reasons: Explanation[] = [];
  condition.reasons(at, reasons);
  if (reasons.length === 1 || isOnly) return reasons;
  return [statement({ id, outcome, formula: condition.rule(), children: reasons })];
}

/** `a and b and c` is one list. */
function partsIn(node: Expression, operator: 'and' | 'or'): readonly Expression[] {
  if (node.kind !== 'logic' || node.operator !== operator) return [node];
  return [...partsIn(node.left, operator), ...partsIn(node.right, operator)];
}
