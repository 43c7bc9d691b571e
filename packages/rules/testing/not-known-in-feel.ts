import { integer } from '../src/feel/number/feel-number.ts';
import type { Expression, ExpressionOf } from '../src/feel/syntax/ast.ts';

const WRITTEN = new WeakMap<Expression, Expression>();

/**
 * What rules mean otherwise than the standard (docs/rules-language.md), written out in the standard: the sum of nobody is
 * 0, and what is not known is neither the other way of an `if`, nor unequal to anything, nor out of a filter.
 */
export function inFeel(expression: Expression): Expression {
  const found = WRITTEN.get(expression) ?? rewritten(expression);
  WRITTEN.set(expression, found);
  return found;
}

function rewritten<T>(node: T): T {
  if (Array.isArray(node)) return node.map(rewritten) as T;
  if (node instanceof Map || typeof node !== 'object' || node === null) return node;
  const copy: T = { ...node };
  for (const key in copy) copy[key] = rewritten(copy[key]);
  return 'kind' in node ? (meant(copy as Expression) as T) : copy;
}

/** Its parts are written out already. */
function meant(node: Expression): Expression {
  switch (node.kind) {
    case 'if':
      return chosenWhenKnown(node);
    case 'comparison':
      return node.operator === '=' || node.operator === '!=' ? comparedWhenKnown(node) : node;
    case 'in':
      return unless(isNothing(node.value), node);
    case 'filter':
      return node.condition.kind === 'literal' ? placed(node) : knownFilter(node);
    case 'call':
      return summedWithZero(node);
    default:
      return node;
  }
}

const PLACE = { from: 0, to: 0 };
const NOTHING: Expression = { ...PLACE, kind: 'literal', value: null };
const YES: Expression = { ...PLACE, kind: 'literal', value: true };
const ZERO: Expression = { ...PLACE, kind: 'literal', value: integer(0) };

function equal(left: Expression, right: Expression): Expression {
  return { ...PLACE, kind: 'comparison', operator: '=', left, right };
}

function mayBeNothing(node: Expression): boolean {
  return node.kind !== 'literal' || node.value === null;
}

function isNothing(node: Expression): Expression {
  return isComparedWhenKnown(node) ? node.condition : equal(node, NOTHING);
}

function chosen(condition: Expression, then: Expression, otherwise: Expression): ExpressionOf<'if'> {
  return { ...PLACE, kind: 'if', condition, then, otherwise };
}

function call(name: string, ...values: readonly Expression[]): Expression {
  return { ...PLACE, kind: 'call', callee: { ...PLACE, kind: 'name', name }, given: { kind: 'positional', values } };
}

/** Not known where something is open. */
function unless(isOpen: Expression, node: Expression): ExpressionOf<'if'> {
  return chosen(isOpen, NOTHING, node);
}

function isUnless(node: Expression): node is ExpressionOf<'if'> {
  return node.kind === 'if' && node.then === NOTHING;
}

/** Where it is not known which way to take, what both ways come to. */
function chosenWhenKnown(node: ExpressionOf<'if'>): Expression {
  const { condition, then, otherwise } = node;
  const both = chosen(equal(then, otherwise), then, NOTHING);
  if (isComparedWhenKnown(condition)) {
    return chosen(condition.condition, both, { ...node, condition: condition.otherwise });
  }
  return { ...node, otherwise: chosen(isNothing(condition), both, otherwise) };
}

function comparedWhenKnown(node: ExpressionOf<'comparison'>): Expression {
  const [first, ...more] = [node.left, node.right].filter(mayBeNothing).map(isNothing);
  if (!first) return node;
  return unless(
    more.reduce((left, right) => ({ ...PLACE, kind: 'logic', operator: 'or', left, right }), first),
    node,
  );
}

/** Two things that are known are equal or not. */
function isComparedWhenKnown(node: Expression): node is ExpressionOf<'if'> {
  return isUnless(node) && node.otherwise.kind === 'comparison';
}

/** `if count(list[condition = null]) > 0 then null else list[condition and true]`: an `if` might be a place. */
function knownFilter(node: ExpressionOf<'filter'>): Expression {
  const { condition } = node;
  const open = call('count', { ...node, condition: isNothing(condition) });
  const isOpen: Expression = { ...PLACE, kind: 'comparison', operator: '>', left: open, right: ZERO };
  const known: Expression = isComparedWhenKnown(condition)
    ? condition.otherwise
    : { ...PLACE, kind: 'logic', operator: 'and', left: condition, right: YES };
  return unless(isOpen, { ...node, condition: known });
}

/** One of a list by its place; the list may be nothing. */
function placed(node: ExpressionOf<'filter'>): Expression {
  const { source } = node;
  return isUnless(source) ? unless(source.condition, { ...node, source: source.otherwise }) : node;
}

function summedWithZero(node: ExpressionOf<'call'>): Expression {
  if (node.callee.kind !== 'name' || node.callee.name !== 'sum' || node.given.kind !== 'positional') return node;
  const [list = ZERO] = node.given.values;
  return call('sum', call('append', list, ZERO));
}
