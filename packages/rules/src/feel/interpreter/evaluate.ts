import { placed, refusal } from '../problem.ts';
import type { Expression, ExpressionOf } from '../syntax/ast.ts';
import type { FeelDateTime } from '../temporal/moment.ts';
import { contextOf, kindOf, listOf, type Value, weightOf } from '../value.ts';
import { calculate, negate } from './arithmetic.ts';
import { call, defineFunction } from './call.ts';
import { compares } from './comparison.ts';
import { filter } from './filter.ts';
import { conforms } from './instance-of.ts';
import { iterate, quantify } from './iteration.ts';
import { property } from './property.ts';
import { Meter, type Run, type Scope } from './run.ts';
import { findInput, findValue, scopeOfNames } from './scope.ts';
import { rangeOf, testsHold } from './tests.ts';
import { all, any, truthOf } from './truth.ts';

/** One evaluation with a meter of its own. */
export function startRun(now: FeelDateTime | undefined): Run {
  const run: Run = { evaluate: (node, scope) => evaluate(node, scope, run), meter: new Meter(), now };
  return run;
}

function evaluate(node: Expression, scope: Scope, run: Run): Value {
  run.meter.spend(1);
  // More than half of what is evaluated has nothing below it.
  if (node.kind === 'literal') return node.value;
  if (node.kind === 'name') return valueOfName(node, scope);
  try {
    run.meter.enter();
    return valueOfNode(node, scope, run);
  } catch (error) {
    throw placed(error, node.from);
  } finally {
    run.meter.leave();
  }
}

function valueOfNode(node: Exclude<Expression, ExpressionOf<'literal' | 'name'>>, scope: Scope, run: Run): Value {
  switch (node.kind) {
    case 'input':
      return valueOfInput(scope);
    case 'negation':
      return negate(evaluate(node.operand, scope, run));
    case 'arithmetic':
      refuseName(node, scope);
      return calculate(node.operator, evaluate(node.left, scope, run), evaluate(node.right, scope, run));
    case 'comparison':
      return compare(node, scope, run);
    case 'logic':
      return decide(node, scope, run);
    case 'between':
      return isBetween(node, scope, run);
    case 'in':
      return testsHold(node.tests, evaluate(node.value, scope, run), scope, run);
    case 'if':
      return evaluate(evaluate(node.condition, scope, run) === true ? node.then : node.otherwise, scope, run);
    case 'for':
      return iterate(node, scope, run);
    case 'quantified':
      return quantify(node, scope, run);
    case 'instance of':
      return conforms(evaluate(node.value, scope, run), node.type);
    case 'path':
      return valueAtPath(node, scope, run);
    case 'filter':
      return filter(node, scope, run);
    case 'call':
      return call(node, scope, run);
    case 'function':
      return defineFunction(node, scope, run);
    case 'list':
      return listOf(node.items.map((item) => evaluate(item, scope, run)));
    case 'context':
      return evaluateContext(node, scope, run);
    case 'range':
      return rangeOf(node, scope, run);
  }
}

function compare(node: ExpressionOf<'comparison'>, scope: Scope, run: Run): Value {
  const left = evaluate(node.left, scope, run);
  const right = evaluate(node.right, scope, run);
  run.meter.spend(Math.min(weightOf(left), weightOf(right)));
  return compares(node.operator, left, right);
}

function valueOfName({ name, from }: ExpressionOf<'name'>, scope: Scope): Value {
  const value = findValue(scope, name);
  if (value === undefined) throw refusal('UNKNOWN_NAME', name, from);
  return value;
}

function valueOfInput(scope: Scope): Value {
  const value = findInput(scope);
  if (value === undefined) throw refusal('NO_INPUT', '?');
  return value;
}

/** a-b is a name when somebody gave it; the grammar can miss that where names show only at run time. */
function refuseName({ left, operator, right }: ExpressionOf<'arithmetic'>, scope: Scope): void {
  if (left.kind === 'name' && right.kind === 'name') refuseSpecialName(left.name, operator, right.name, scope);
}

function refuseSpecialName(left: string, operator: string, right: string, scope: Scope): void {
  if (scope.isPlain) return;
  const name = `${left}${operator}${right}`;
  if (findValue(scope, name) !== undefined) throw refusal('AMBIGUOUS_NAME', name);
}

/** The right side is not looked at when the left one decides. */
function decide({ operator, left, right }: ExpressionOf<'logic'>, scope: Scope, run: Run): Value {
  const first = truthOf(evaluate(left, scope, run));
  if (first === (operator === 'or')) return first;
  const both = [first, truthOf(evaluate(right, scope, run))];
  return operator === 'and' ? all(both) : any(both);
}

function isBetween(node: ExpressionOf<'between'>, scope: Scope, run: Run): Value {
  const value = evaluate(node.value, scope, run);
  const low = evaluate(node.low, scope, run);
  const high = evaluate(node.high, scope, run);
  return all([compares('>=', value, low), compares('<=', value, high)]);
}

function valueAtPath(node: ExpressionOf<'path'>, scope: Scope, run: Run): Value {
  if (node.source.kind === 'name') refuseSpecialName(node.source.name, '.', node.name, scope);
  const source = evaluate(node.source, scope, run);
  run.meter.spend(kindOf(source) === 'list' ? weightOf(source) : 1);
  return property(source, node.name);
}

function evaluateContext({ entries }: ExpressionOf<'context'>, scope: Scope, run: Run): Value {
  const names = new Map<string, Value>();
  const all = entries.map(({ name }) => name);
  const inner = scopeOfNames(names, all, scope);
  for (const { name, value } of entries) names.set(name, evaluate(value, inner, run));
  return contextOf(new Map(names));
}
