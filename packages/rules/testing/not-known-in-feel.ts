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
  const copy = Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, rewritten(inner)])) as T;
  return 'kind' in node ? (meant(copy as Expression) as T) : copy;
}

/** Its parts are written out already. */
function meant(node: Expression): Expression {
  switch (node.kind) {
    case 'if':
      return chosen(isNothing(node.condition), chosen(equal(node.then, node.otherwise), node.then, NOTHING), node);
    case 'comparison':
      return node.operator === '=' || node.operator === '!='
        ? chosen(
            { ...PLACE, kind: 'logic', operator: 'or', left: isNothing(node.left), right: isNothing(node.right) },
            NOTHING,
            node,
          )
        : node;
    case 'in':
      return chosen(isNothing(node.value), NOTHING, node);
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

function isNothing(node: Expression): Expression {
  return equal(node, NOTHING);
}

function chosen(condition: Expression, then: Expression, otherwise: Expression): Expression {
  return { ...PLACE, kind: 'if', condition, then, otherwise };
}

function call(name: string, ...values: readonly Expression[]): Expression {
  return { ...PLACE, kind: 'call', callee: { ...PLACE, kind: 'name', name }, given: { kind: 'positional', values } };
}

/** `if count(list[condition = null]) > 0 then null else list[condition and true]`: an `if` might be a place. */
function knownFilter(node: ExpressionOf<'filter'>): Expression {
  const open = call('count', { ...node, condition: isNothing(node.condition) });
  const some: Expression = { ...PLACE, kind: 'comparison', operator: '>', left: open, right: ZERO };
  const condition: Expression = { ...PLACE, kind: 'logic', operator: 'and', left: node.condition, right: YES };
  return chosen(some, NOTHING, { ...node, condition });
}

/** One of a list by its place; the list may be nothing. */
function placed(node: ExpressionOf<'filter'>): Expression {
  const { source } = node;
  if (source.kind !== 'if') return node;
  return chosen(source.condition, source.then, { ...node, source: source.otherwise });
}

function summedWithZero(node: ExpressionOf<'call'>): Expression {
  if (node.callee.kind !== 'name' || node.callee.name !== 'sum' || node.given.kind !== 'positional') return node;
  const [list = ZERO] = node.given.values;
  return call('sum', call('append', list, ZERO));
}
