import type { Formula } from '../../explanation/formula.ts';
import { asItIs } from '../../explanation/opposite.ts';
import type { Expression } from '../../feel/syntax/ast.ts';
import type { CoreOf } from '../core/core.ts';
import { compileCore } from '../run/compile-core.ts';
import { type At, whoseValue } from './at.ts';
import { conditionOfLogic } from './condition-of-logic.ts';
import { conditionOfMembers } from './condition-of-members.ts';
import { findNegated } from './plain-conditions.ts';
import { findEntry } from './small-parts.ts';
import { statement } from './statement.ts';
import { flagOf } from './tell-entry.ts';
import type { AddReasons, Condition, Tell, Teller } from './teller.ts';
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
  const test = tellTest(negated ?? node, negated !== undefined, teller);
  const id = `${teller.id}@${node.from}`;
  const isAnother = findAnother(test.rule);
  const reasonAt = (at: At) => {
    const mark = at.reasons.mark();
    const formula = test.told(at);
    return statement({ id, outcome: holds(at), formula, children: at.reasons.takeFrom(mark) });
  };
  return {
    holds,
    rule: test.rule,
    reasons: (at) => at.reasons.add(reasonAt(at)),
    reasonsAsItIs: (at) => at.reasons.add(asItIs(reasonAt(at))),
    why: (at) => (isAnother && holds(at) === Number(isAnother.whenItIs) ? alone(test, at) : test.rule),
  };
}

/** Of a comparison with an option: whether it holds when it is another one. */
function findAnother(rule: Formula): { readonly whenItIs: boolean } | undefined {
  const isOption = rule.kind === 'comparison' && rule.right.option && rule.left.formula.kind === 'figure';
  if (!isOption || (rule.operator !== '=' && rule.operator !== '!=')) return undefined;
  return { whenItIs: rule.operator === '!=' };
}

/** What it rests on was told. */
function alone(tell: Tell, at: At): Formula {
  const mark = at.reasons.mark();
  const formula = tell.told(at);
  at.reasons.takeFrom(mark);
  return formula;
}

/** A fact, variable or figure of the policy that is yes or no tells itself; `not` says what it must be. */
function findFlag(
  node: Expression,
  holds: Condition['holds'],
  { isNegated, teller }: { readonly isNegated: boolean; readonly teller: Teller },
): Condition | undefined {
  const term = teller.parts.get(node);
  if (term?.kind !== 'flag') return undefined;
  const { core } = term;
  if (core.op === 'parameter') return findPolicyFlag(node, core, holds, { isNegated, teller });
  if (core.op !== 'read') return undefined;
  const entry = findEntry(core, teller);
  if (!entry) return undefined;
  const plan = teller.planOf(entry);
  const whose = whoseValue(core.of, teller.cursors);
  const expected = !isNegated;
  const rule: Formula = { kind: 'flag', expected, of: teller.figure(node).rule };
  return {
    holds,
    rule,
    reasons: (at) => at.reasons.add(flagOf(plan, whose(at), at, expected)),
    reasonsAsItIs: (at) => at.reasons.add(flagOf(plan, whose(at), at)),
    why: () => rule,
  };
}

function findPolicyFlag(
  node: Expression,
  { slot }: CoreOf<'parameter'>,
  holds: Condition['holds'],
  { isNegated, teller }: { readonly isNegated: boolean; readonly teller: Teller },
): Condition | undefined {
  const parameter = [...teller.catalogue.scalars.values()][slot];
  if (!parameter) return undefined;
  const { id } = parameter;
  const expected = !isNegated;
  const reasonsFor =
    (required?: boolean): AddReasons =>
    ({ told, figures, reasons }) => {
      told.figure(id);
      reasons.add(figures.flag(id, required));
    };
  const rule: Formula = { kind: 'flag', expected, of: teller.figure(node).rule };
  return { holds, rule, reasons: reasonsFor(expected), reasonsAsItIs: reasonsFor(), why: () => rule };
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
    condition: condition.rule,
    ifSo: ifSo.rule,
    otherwise: otherwise.rule,
  };
  const reasons: AddReasons = (at) => {
    const way = condition.holds(at);
    condition.reasonsAsItIs(at);
    if (way !== 0) ifSo.reasons(at);
    if (way !== 1) otherwise.reasons(at);
  };
  return { holds, rule, reasons, reasonsAsItIs: turned(reasons), why: () => rule };
}
