import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import { RATIO_SCALE } from '../check/values.ts';
import { ROUNDING_FUNCTIONS } from '../core/rounding.ts';
import { findMeasure } from './measure.ts';
import type { Tell, Teller } from './teller.ts';

/** A call that rounds, or `ceiling(x / 100) * 100`: up to the next 100 fen. */
export function findRounding(node: Expression, teller: Teller): Tell | undefined {
  if (node.kind === 'call') return ofCall(node, 1, teller);
  if (node.kind !== 'arithmetic' || node.operator !== '*' || node.left.kind !== 'call') return undefined;
  const times = findWhole(node.right);
  const inner = firstGiven(node.left);
  const isMultiple = inner?.kind === 'arithmetic' && inner.operator === '/' && findWhole(inner.right) === times;
  return isMultiple && times !== undefined ? ofCall(node.left, times, teller) : undefined;
}

function ofCall(node: ExpressionOf<'call'>, times: number, teller: Teller): Tell | undefined {
  const way = node.callee.kind === 'name' ? ROUNDING_FUNCTIONS.get(node.callee.name) : undefined;
  const [value, digits] = [...node.given.values.values()];
  if (!way || !value) return undefined;
  const inner = times > 1 && value.kind === 'arithmetic' ? value.left : value;
  const of = teller.figure(inner);
  // Of a quotient that is shown as a percentage whole numbers may be left.
  const term = teller.parts.get(node);
  const unit = (term && findMeasure(term, teller.cursors)?.unit) ?? null;
  const decimals = (digits ? digitsOf(digits) : 0) - (unit === 'basisPoints' ? RATIO_SCALE : 0);
  const to = times * 10 ** -decimals;
  return {
    rule: { kind: 'rounded', way, to, unit, of: of.rule },
    told: (at) => ({ kind: 'rounded', way, to, unit, of: of.told(at) }),
  };
}

function firstGiven({ given }: ExpressionOf<'call'>): Expression | undefined {
  return [...given.values.values()][0];
}

function digitsOf(node: Expression): number {
  return node.kind === 'negation' ? -(findWhole(node.operand) ?? 0) : (findWhole(node) ?? 0);
}

function findWhole(node: Expression): number | undefined {
  if (node.kind !== 'literal' || node.value === null || typeof node.value !== 'object') return undefined;
  const { value } = node;
  return value.kind === 'number' && value.exponent >= 0 ? Number(value.mantissa) * 10 ** value.exponent : undefined;
}
