import { integer, smallInteger } from '../number/feel-number.ts';
import { refusal } from '../problem.ts';
import type { Binding, ExpressionOf } from '../syntax/ast.ts';
import { mentionsName } from '../syntax/parts.ts';
import { isFeelNumber, isList, kindOf, listOf, type Value } from '../value.ts';
import type { Run, Scope } from './run.ts';
import { scopeOfOne } from './scope.ts';
import { all, any, type Truth, truthOf } from './truth.ts';

/** One list for all bindings, the last one turning fastest; `partial` holds what is there so far. */
export function iterate({ bindings, body }: ExpressionOf<'for'>, scope: Scope, run: Run): Value {
  const results: Value[] = [];
  const usesPartial = mentionsName(body, 'partial');
  eachCombination(bindings, scope, run, (inner) => {
    results.push(run.evaluate(body, usesPartial ? withPartial(inner, results, run) : inner));
  });
  return listOf(results);
}

function withPartial(scope: Scope, results: readonly Value[], run: Run): Scope {
  run.meter.spend(results.length / 16);
  return scopeOfOne('partial', listOf(results.slice()), scope);
}

export function quantify(
  { quantifier, bindings, condition }: ExpressionOf<'quantified'>,
  scope: Scope,
  run: Run,
): Value {
  const truths: Truth[] = [];
  eachCombination(bindings, scope, run, (inner) => truths.push(truthOf(run.evaluate(condition, inner))));
  return quantifier === 'some' ? any(truths) : all(truths);
}

function eachCombination(bindings: readonly Binding[], scope: Scope, run: Run, visit: (scope: Scope) => void): void {
  const [first, ...rest] = bindings;
  if (!first) {
    visit(scope);
    return;
  }
  for (const value of domainOf(first, scope, run)) {
    run.meter.spend(1);
    eachCombination(rest, scopeOfOne(first.name, value, scope), run, visit);
  }
}

/** Whether one value stands for a list of it was asked of the standard and not answered. */
function domainOf({ domain, end }: Binding, scope: Scope, run: Run): readonly Value[] {
  const start = run.evaluate(domain, scope);
  if (end) return integersBetween(start, run.evaluate(end, scope), run);
  if (!isList(start)) throw refusal('UNDECIDED', `for … in ${kindOf(start)}`);
  return start.items;
}

/** Both ends belong to it; it may run downwards. */
function integersBetween(start: Value, end: Value, run: Run): readonly Value[] {
  const from = isFeelNumber(start) ? smallInteger(start) : undefined;
  const to = isFeelNumber(end) ? smallInteger(end) : undefined;
  if (from === undefined || to === undefined) throw refusal('UNDECIDED', 'for … in a..b without integers');
  const step = from <= to ? 1 : -1;
  const count = Math.abs(to - from) + 1;
  run.meter.spend(count);
  return Array.from({ length: count }, (_, index) => integer(from + index * step));
}
