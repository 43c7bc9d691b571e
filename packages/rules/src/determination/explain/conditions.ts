import type { Explanation } from '../../explanation/explanation.ts';
import type { Formula } from '../../explanation/formula.ts';
import { asItIs } from '../../explanation/opposite.ts';
import type { Expression } from '../../feel/syntax/ast.ts';
import { compileCore } from '../run/compile-core.ts';
import { type At, whoseValue } from './at.ts';
import { conditionOfLogic } from './condition-of-logic.ts';
import { conditionOfMembers } from './condition-of-members.ts';
import { findNegated } from './plain-conditions.ts';
import { findEntry } from './small-parts.ts';
import { statement } from './statement.ts';
import { flagOf } from './tell-entry.ts';
import type { AddReasons, Condition, Teller } from './teller.ts';
import { tellTest } from './tests.ts';
import { turned } from './turned-reasons.ts';

/** How a condition is told: what decides it, and nothing else. */
export function conditionOf(node: Expression, teller: Teller): Condition {
  const term = teller.parts.get(node);
  const holds = term && 'core' in term ? compileCore(term.core, teller.cursors) : () => Number.NaN;
  if (node.kind === 'logic') return conditionOfLogic(node, holds, teller);
  if (node.kind === 'if') return conditionOfChoice(node, holds, teller);
  if (node.kind === 'quantified') return conditionOfMembers(node, holds, teller);
  const negated = node.kind === 'call' ? findNegated(node) : undefined;
  const flag = findFlag(negated ?? node, holds, { isNegated: negated !== undefined, teller });
  if (flag) return flag;
  const tell = tellTest(negated ?? node, negated !== undefined, teller);
  const id = `${teller.id}@${node.from}`;
  const rule = tell(null);
  const reasonAt = (at: At) => {
    const children: Explanation[] = [];
    const formula = tell({ ...at, into: children });
    return statement({ id, outcome: holds(at.frame), formula, children });
  };
  return {
    holds,
    rule: () => rule,
    reasons: (at, into) => into.push(reasonAt(at)),
    reasonsAsItIs: (at, into) => into.push(asItIs(reasonAt(at))),
  };
}

/** A fact or variable that is yes or no tells itself; `not` says what it must be. */
function findFlag(
  node: Expression,
  holds: Condition['holds'],
  { isNegated, teller }: { readonly isNegated: boolean; readonly teller: Teller },
): Condition | undefined {
  const term = teller.parts.get(node);
  if (term?.kind !== 'flag' || term.core.op !== 'read') return undefined;
  const { core } = term;
  const entry = findEntry(core, teller);
  if (!entry) return undefined;
  const plan = teller.planOf(entry);
  const whose = whoseValue(core.of, teller.cursors);
  const expected = !isNegated;
  const rule: Formula = { kind: 'flag', expected, of: teller.figure(node)(null) };
  return {
    holds,
    rule: () => rule,
    reasons: (at, into) => into.push(flagOf(plan, whose(at), at, expected)),
    reasonsAsItIs: (at, into) => into.push(flagOf(plan, whose(at), at)),
  };
}

/** As of figures: the condition, and the branch it takes. */
function conditionOfChoice(
  node: Extract<Expression, { readonly kind: 'if' }>,
  holds: Condition['holds'],
  teller: Teller,
): Condition {
  const condition = teller.condition(node.condition);
  const ifSo = teller.condition(node.then);
  const otherwise = teller.condition(node.otherwise);
  const rule: Formula = {
    kind: 'chosen',
    holds: null,
    condition: condition.rule(),
    ifSo: ifSo.rule(),
    otherwise: otherwise.rule(),
  };
  const reasons: AddReasons = (at, into) => {
    const way = condition.holds(at.frame);
    condition.reasonsAsItIs(at, into);
    if (way !== 0) ifSo.reasons(at, into);
    if (way !== 1) otherwise.reasons(at, into);
  };
  return { holds, rule: () => rule, reasons, reasonsAsItIs: turned(reasons) };
}
