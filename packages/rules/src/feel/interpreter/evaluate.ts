import { atOffset, refusal } from '../problem.ts';
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
import { findInput, findValue } from './scope.ts';
import { rangeOf, testsHold } from './tests.ts';
import { all, any, truthOf } from './truth.ts';

/** One evaluation with a meter of its own. */
export function startRun(now: FeelDateTime | undefined): Run {
  const run: Run = { evaluate: (node, scope) => evaluate(node, scope, run), meter: new Meter(), now };
  return run;
}

function evaluate(node: Expression, scope: Scope, run: Run): Value {
  return run.meter.within(() =>
    atOffset(node.from, () => {
      run.meter.spend(1);
      return valueOfNode(node, scope, run);
    }),
  );
}

function valueOfNode(node: Expression, scope: Scope, run: Run): Value {
  const at = (part: Expression) => run.evaluate(part, scope);
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'name':
      return valueOfName(node, scope);
    case 'input':
      return valueOfInput(scope);
    case 'negation':
      return negate(at(node.operand));
    case 'arithmetic':
      refuseName(node, node.operator, scope);
      return calculate(node.operator, at(node.left), at(node.right));
    case 'comparison':
      return metered(at(node.left), at(node.right), run, (left, right) => compares(node.operator, left, right));
    case 'logic':
      return decide(node, scope, run);
    case 'between':
      return valueBetween(at(node.value), at(node.low), at(node.high));
    case 'in':
      return testsHold(node.tests, at(node.value), scope, run);
    case 'if':
      return at(truthOf(at(node.condition)) === true ? node.then : node.otherwise);
    case 'for':
      return iterate(node, scope, run);
    case 'quantified':
      return quantify(node, scope, run);
    case 'instance of':
      return conforms(at(node.value), node.type);
    case 'path':
      return valueAtPath(node, scope, run);
    case 'filter':
      return filter(node, scope, run);
    case 'call':
      return call(node, scope, run);
    case 'function':
      return defineFunction(node, scope, run);
    case 'list':
      return listOf(node.items.map(at));
    case 'context':
      return evaluateContext(node, scope, run);
    case 'range':
      return rangeOf(node, scope, run);
  }
}

function metered<T>(left: Value, right: Value, run: Run, work: (left: Value, right: Value) => T): T {
  run.meter.spend(Math.min(weightOf(left), weightOf(right)));
  return work(left, right);
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
function refuseName(node: { left: Expression; right: Expression }, operator: string, scope: Scope): void {
  if (node.left.kind !== 'name' || node.right.kind !== 'name') return;
  const name = `${node.left.name}${operator}${node.right.name}`;
  if (findValue(scope, name) !== undefined) throw refusal('AMBIGUOUS_NAME', name);
}

/** The right side is not looked at when the left one decides. */
function decide({ operator, left, right }: ExpressionOf<'logic'>, scope: Scope, run: Run): Value {
  const first = truthOf(run.evaluate(left, scope));
  if (first === (operator === 'or')) return first;
  const both = [first, truthOf(run.evaluate(right, scope))];
  return operator === 'and' ? all(both) : any(both);
}

function valueBetween(value: Value, low: Value, high: Value): Value {
  return all([compares('>=', value, low), compares('<=', value, high)]);
}

function valueAtPath(node: ExpressionOf<'path'>, scope: Scope, run: Run): Value {
  if (node.source.kind === 'name' && findValue(scope, `${node.source.name}.${node.name}`) !== undefined) {
    throw refusal('AMBIGUOUS_NAME', `${node.source.name}.${node.name}`);
  }
  const source = run.evaluate(node.source, scope);
  run.meter.spend(kindOf(source) === 'list' ? weightOf(source) : 1);
  return property(source, node.name);
}

function evaluateContext({ entries }: ExpressionOf<'context'>, scope: Scope, run: Run): Value {
  const names = new Map<string, Value>();
  const inner: Scope = { names, outer: scope };
  for (const { name, value } of entries) names.set(name, run.evaluate(value, inner));
  return contextOf(new Map(names));
}
