import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import { all, choose, constant, logic, not } from '../core/build.ts';
import type { Core } from '../core/core.ts';
import { ruleRefusal } from '../model/rule-refusal.ts';
import { comparison } from './comparisons.ts';
import { calculateTime } from './dates.ts';
import type { Environment } from './environment.ts';
import { added, aligned, divided, multiplied } from './numbers.ts';
import { type Term, termWords, type ValueTerm } from './term.ts';
import { numberTerm, simpleCore, valueTerm } from './values.ts';

export function checkNegation({ operand }: ExpressionOf<'negation'>, env: Environment): Term {
  return added('-', zero(), numberTerm(env.check(operand, env)));
}

function zero() {
  return { kind: 'number', core: constant(0), divisor: null, scale: 0, dimension: 'any' } as const;
}

export function checkArithmetic(node: ExpressionOf<'arithmetic'>, env: Environment): Term {
  const left = valueTerm(env.check(node.left, env));
  const right = valueTerm(env.check(node.right, env));
  if (left.kind !== 'number' || right.kind !== 'number') return calculateTime(node.operator, left, right);
  switch (node.operator) {
    case '+':
    case '-':
      return added(node.operator, left, right);
    case '*':
      return multiplied(left, right);
    case '/':
      return divided(left, right);
    case '**':
      throw ruleRefusal('OUTSIDE', '**');
  }
}

export function checkComparison(node: ExpressionOf<'comparison'>, env: Environment): Term {
  const left = valueTerm(env.check(node.left, env));
  return { kind: 'flag', core: comparison(node.operator, left, valueTerm(env.check(node.right, env))) };
}

export function checkBetween(node: ExpressionOf<'between'>, env: Environment): Term {
  const [value, low, high] = [node.value, node.low, node.high].map((part) => valueTerm(env.check(part, env)));
  if (!value || !low || !high) throw ruleRefusal('OUTSIDE', 'between');
  return {
    kind: 'flag',
    core: logic('and', comparison('>=', value, low), comparison('<=', value, high)),
  };
}

export function checkLogic(node: ExpressionOf<'logic'>, env: Environment): Term {
  const [left, right] = [node.left, node.right].map((part) => flagCore(env.check(part, env)));
  if (!left || !right) throw ruleRefusal('OUTSIDE', node.operator);
  return { kind: 'flag', core: logic(node.operator, left, right) };
}

export function flagCore(term: Term): Core {
  return simpleCore(term, 'flag');
}

export function checkIf(node: ExpressionOf<'if'>, env: Environment): Term {
  const condition = flagCore(env.check(node.condition, env));
  const then = valueTerm(env.check(node.then, env));
  if (isNotKnown(node.otherwise)) return { ...then, core: choose(condition, then.core, notKnown(then.core)) };
  const otherwise = valueTerm(env.check(node.otherwise, env));
  return chosen(condition, then, otherwise);
}

/** Where no rule of a decision table fits; a null that somebody wrote has a length and is refused. */
function isNotKnown(node: Expression): boolean {
  return node.kind === 'literal' && node.value === null && node.from === node.to;
}

function notKnown({ low, high, isFlag }: Core): Core {
  return { op: 'unknown', low, high, isFlag, size: 1 };
}

function chosen(condition: Core, then: ValueTerm, otherwise: ValueTerm): ValueTerm {
  if (then.kind === 'number' && otherwise.kind === 'number') {
    const { left, right, scale, dimension } = aligned(then, otherwise);
    return { kind: 'number', core: choose(condition, left, right), divisor: null, scale, dimension };
  }
  const core = choose(condition, then.core, otherwise.core);
  if (then.kind === 'code' && otherwise.kind === 'code') {
    return { kind: 'code', core, options: [...new Set([...then.options, ...otherwise.options])] };
  }
  if (then.kind !== otherwise.kind || then.kind === 'number' || then.kind === 'code') {
    throw ruleRefusal('KINDS_DIFFER', termWords(then), termWords(otherwise));
  }
  return { kind: then.kind, core };
}

/** Both must hold; null stands for no condition. */
export function bothHold(one: Core | null, other: Core | null): Core | null {
  return all([one, other].filter((core) => core !== null));
}

export function negated(term: Term): Term {
  return { kind: 'flag', core: not(flagCore(term)) };
}
