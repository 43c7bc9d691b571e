import type { ComparisonOperator, Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import { compare, listed, logic, truth } from '../core/build.ts';
import type { Core } from '../core/core.ts';
import { ruleRefusal } from '../model/rule-refusal.ts';
import type { Environment } from './environment.ts';
import { compareNumbers } from './numbers.ts';
import { type CodeTerm, type ListTerm, type Term, termWords, type ValueTerm } from './term.ts';
import { valueTerm } from './values.ts';

export function comparison(operator: ComparisonOperator, left: ValueTerm, right: ValueTerm): Core {
  if (left.kind === 'number' && right.kind === 'number') return compareNumbers(operator, left, right);
  if (left.kind === 'code' && right.kind === 'code') return compareCodes(operator, left, right);
  if (left.kind !== right.kind) throw ruleRefusal('KINDS_DIFFER', termWords(left), termWords(right));
  if (left.kind === 'flag') requireEquality(operator);
  return compare(operator, left.core, right.core);
}

function requireEquality(operator: ComparisonOperator): void {
  if (operator !== '=' && operator !== '!=') throw ruleRefusal('OUTSIDE', operator);
}

function compareCodes(operator: ComparisonOperator, left: CodeTerm, right: CodeTerm): Core {
  requireEquality(operator);
  // The literal is what may be misspelt.
  if (left.options.length === 1) requireOption(left, right);
  else requireOption(right, left);
  return compare(operator, left.core, right.core);
}

/** A literal must be one of the options; of two codes some option must be in both. */
function requireOption(code: CodeTerm, among: CodeTerm | ListTerm): void {
  if (code.options.some((option) => among.options.includes(option))) return;
  throw ruleRefusal('UNKNOWN_OPTION', code.options.join(', '), among.options.join(', '));
}

export function checkIn({ value, tests }: ExpressionOf<'in'>, env: Environment): Term {
  const input = valueTerm(env.check(value, env));
  const [first, ...others] = tests.map((test) => testCore(input, test, env));
  if (!first) throw ruleRefusal('OUTSIDE', 'in ()');
  return { kind: 'flag', core: others.reduce((left, right) => logic('or', left, right), first) };
}

function testCore(input: ValueTerm, test: Expression, env: Environment): Core {
  if (test.kind === 'range') return rangeCore(input, test, env);
  const term = env.check(test, env);
  return term.kind === 'list' ? isListed(input, term) : comparison('=', input, valueTerm(term));
}

export function isListed(input: ValueTerm, list: ListTerm): Core {
  if (list.table !== null) {
    if (input.kind !== 'code') throw ruleRefusal('KINDS_DIFFER', termWords(input), termWords(list));
    requireOption(input, list);
    return listed(list.table, input.core);
  }
  const [first, ...others] = list.items.map((item) => comparison('=', input, item));
  return others.reduce((left, right) => logic('or', left, right), first ?? truth(false));
}

function rangeCore(input: ValueTerm, test: ExpressionOf<'range'>, env: Environment): Core {
  const from = test.start && valueTerm(env.check(test.start, env));
  const to = test.end && valueTerm(env.check(test.end, env));
  if (test.operator !== '..') {
    const end = test.operator.startsWith('<') ? to : (from ?? to);
    if (!end) throw ruleRefusal('OUTSIDE', test.operator);
    return comparison(test.operator, input, end);
  }
  if (!from || !to) throw ruleRefusal('OUTSIDE', '..');
  const low = comparison(test.startIncluded ? '>=' : '>', input, from);
  return logic('and', low, comparison(test.endIncluded ? '<=' : '<', input, to));
}
