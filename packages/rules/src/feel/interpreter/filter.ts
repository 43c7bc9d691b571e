import { smallInteger } from '../number/feel-number.ts';
import { refusal } from '../problem.ts';
import type { Expression, ExpressionOf } from '../syntax/ast.ts';
import { isContext, isFeelNumber, isList, listOf, type Value } from '../value.ts';
import { equals } from './equality.ts';
import type { Run, Scope } from './run.ts';
import { scopeOf, scopeOfElements, scopeOfOne } from './scope.ts';

/** source[condition]: the element of that number, or the elements for which the condition is true. */
export function filter({ source, condition }: ExpressionOf<'filter'>, scope: Scope, run: Run): Value {
  const given = run.evaluate(source, scope);
  if (given === null) throw refusal('UNDECIDED', 'null[…]');
  if (condition.kind === 'literal' && condition.value === null) throw refusal('UNDECIDED', '[null]');
  const items = isList(given) ? given.items : [given];
  if (items.length === 0) return filterNothing(condition);
  const inside = scopeInside(items, scope, run);
  const [first = null, ...others] = items.map((item) => run.evaluate(condition, inside(item)));
  if (isFeelNumber(first)) return elementAt(items, positionOf(first, others));
  return listOf(items.filter((_, index) => isChosen(index === 0 ? first : (others[index - 1] ?? null))));
}

/** Without elements only the form of the condition tells whether a number or a truth value was meant. */
function filterNothing(condition: Expression): Value {
  const { kind } = condition;
  if (kind === 'literal' && isFeelNumber(condition.value)) return elementAt([], condition.value);
  const isTruth = ['comparison', 'logic', 'between', 'in', 'quantified', 'instance of'].includes(kind);
  if (isTruth || (kind === 'literal' && typeof condition.value === 'boolean')) return listOf([]);
  throw refusal('UNDECIDED', '[][…]');
}

/** An element's own names come first; one that only other elements have is null here. */
function scopeInside(items: readonly Value[], scope: Scope, run: Run): (item: Value) => Scope {
  const outer = scopeOfElements(items, scope, run.meter);
  return (item) => {
    const named = scopeOfOne('item', item, outer);
    return isContext(item) ? scopeOf(item, named) : named;
  };
}

/** A number must not depend on the element it is asked for. */
function positionOf(first: Value, others: readonly Value[]): Value {
  if (others.every((other) => isFeelNumber(other) && equals(first, other) === true)) return first;
  throw refusal('UNDECIDED', 'a filter that is now a number, now not');
}

/** From 1, or from -1 backwards; null where nothing is. */
function elementAt(items: readonly Value[], position: Value): Value {
  const index = isFeelNumber(position) ? smallInteger(position) : undefined;
  if (index === undefined) throw refusal('UNDECIDED', 'a position that is not an integer');
  return (index > 0 ? items[index - 1] : items.at(index === 0 ? items.length : index)) ?? null;
}

/** Not known is not chosen. */
function isChosen(value: Value): boolean {
  if (value !== null && typeof value !== 'boolean') throw refusal('UNDECIDED', 'a filter that is no condition');
  return value === true;
}
