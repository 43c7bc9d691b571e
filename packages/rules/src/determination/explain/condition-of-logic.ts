import type { Combination, Formula } from '../../explanation/formula.ts';
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
  const rule: Formula = { kind: 'combination', operator, parts: parts.map(({ condition }) => condition.rule) };
  const combine = operator === 'and' ? both : either;
  const id = `${teller.id}@${node.from}`;
  // Written and read before another household is told: no rule rests on itself.
  const outcomes = new Float64Array(parts.length);
  const add =
    (reasonsOf: 'reasons' | 'reasonsAsItIs'): AddReasons =>
    (at) => {
      // As the whole comes out: its parts need not be computed once more for that.
      let outcome = operator === 'and' ? 1 : 0;
      for (let index = 0; index < parts.length; index += 1) {
        const one = parts[index]?.condition.holds(at) ?? Number.NaN;
        outcomes[index] = one;
        outcome = combine(outcome, one);
      }
      const mark = at.reasons.mark();
      let deciding = 0;
      for (const one of outcomes) if (Object.is(one, outcome)) deciding += 1;
      for (let index = 0; index < parts.length; index += 1) {
        const part = parts[index];
        if (!part || !Object.is(outcomes[index], outcome)) continue;
        if (part.isGroup)
          addGroup(part, outcome, at, { isOnly: deciding === 1, isTurned: reasonsOf === 'reasonsAsItIs' });
        else part.condition[reasonsOf](at);
      }
      // Nobody would see that only one of them is required.
      if (operator === 'or' && outcome === 0 && reasonsOf === 'reasons')
        at.reasons.add(statement({ id, outcome, formula: rule, children: at.reasons.takeFrom(mark) }));
    };
  const join = joinOnce();
  const why = (at: At): Formula => {
    const outcome = holds(at);
    if (Number.isNaN(outcome)) return rule;
    const deciding = parts.filter(({ condition }) => Object.is(condition.holds(at), outcome));
    return join(
      outcome === 1 ? 'and' : 'or',
      deciding.map(({ condition }) => condition.why(at)),
    );
  };
  return { holds, rule, reasons: add('reasons'), reasonsAsItIs: add('reasonsAsItIs'), why };
}

interface Part {
  readonly condition: Condition;
  readonly isGroup: boolean;
  readonly id: string;
}

/** The same parts are the same object: it is put in words once for all households. */
function joinOnce(): (operator: Combination['operator'], reasons: readonly Formula[]) => Formula {
  const known: Combination[] = [];
  return (operator, reasons) => {
    const parts = reasons.flatMap((one) =>
      one.kind === 'combination' && one.operator === operator ? one.parts : [one],
    );
    const [only] = parts;
    if (only && parts.length === 1) return only;
    const found = known.find((one) => one.operator === operator && areSame(one.parts, parts));
    if (found) return found;
    const made: Combination = { kind: 'combination', operator, parts };
    if (known.length < MOST_KNOWN) known.push(made);
    return made;
  };
}

function areSame(some: readonly Formula[], others: readonly Formula[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

const MOST_KNOWN = 16;

interface Grouping {
  readonly isOnly: boolean;
  readonly isTurned: boolean;
}

/** One reason, or the only group, needs no line that holds it together. */
function addGroup({ condition, id }: Part, outcome: number, at: At, { isOnly, isTurned }: Grouping): void {
  const { reasons } = at;
  const mark = reasons.mark();
  condition.reasons(at);
  if (!isOnly && reasons.mark() !== mark + 1) {
    reasons.add(statement({ id, outcome, formula: condition.rule, children: reasons.takeFrom(mark) }));
  }
  if (isTurned) reasons.changeFrom(mark, asItIs);
}

/** `a and b and c` is one list. */
function partsIn(node: Expression, operator: 'and' | 'or'): readonly Expression[] {
  if (node.kind !== 'logic' || node.operator !== operator) return [node];
  return [...partsIn(node.left, operator), ...partsIn(node.right, operator)];
}
