import type { ComparisonOperator } from '../../feel/syntax/ast.ts';
import { arithmeticRange } from '../core/build.ts';
import type { ArithmeticOperator } from '../core/core.ts';
import { exactly, type Range } from '../core/range.ts';
import { isConstant, type LaneOperator, type Lanes, type LaneType } from './graph.ts';
import { and } from './masks.ts';
import { converted, type FlagLanes, type NumberLanes, numberLanes, typeOf, whereKnown, widest } from './values.ts';

/** Computed in a width that holds both sides and the result. */
export function calculate(
  operator: ArithmeticOperator,
  left: NumberLanes,
  right: NumberLanes,
  range: Range = arithmeticRange(operator, left, right),
): NumberLanes {
  const known = and(left.known, right.known);
  const lanes = simplified(operator, left.lanes, right.lanes) ?? computed(operator, left, right, range);
  return numberLanes(lanes, range, known);
}

function simplified(operator: ArithmeticOperator, left: Lanes, right: Lanes): Lanes | undefined {
  if ((operator === '+' || operator === '-') && isConstant(right, 0)) return left;
  if (operator === '+' && isConstant(left, 0)) return right;
  if (operator === '*' && (isConstant(right, 1) || isConstant(left, 0))) return left;
  if (operator === '*' && (isConstant(left, 1) || isConstant(right, 0))) return right;
  return undefined;
}

function computed(operator: ArithmeticOperator, left: NumberLanes, right: NumberLanes, range: Range): Lanes {
  const least: LaneType = operator === '*' ? 'i32' : 'u8';
  const type = widest(least, typeOf(range), left.lanes.type, right.lanes.type);
  const lanes = inWidth(OPERATORS[operator], type, left.lanes, right.lanes);
  const isSigned = operator === '*' && type === 'f64' && range.low <= 0 && (left.low < 0 || right.low < 0);
  // A product with a negative factor may be a negative zero.
  return isSigned ? inWidth('add', type, lanes, lanes.graph.constant(type, 0)) : lanes;
}

function inWidth(operator: LaneOperator, type: LaneType, left: Lanes, right: Lanes): Lanes {
  return left.graph.make(operator, type, [converted(left, type), converted(right, type)]);
}

const OPERATORS: Readonly<Record<ArithmeticOperator, LaneOperator>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  least: 'min',
  greatest: 'max',
};

export function compared(operator: ComparisonOperator, left: NumberLanes, right: NumberLanes): FlagLanes {
  const known = and(left.known, right.known);
  const decided = decidedByRange(operator, left, right);
  if (decided !== undefined) return whereKnown(left.lanes.graph.truth(decided), known);
  return whereKnown(comparedLanes(operator, left.lanes, right.lanes), known);
}

export function comparedLanes(operator: ComparisonOperator, left: Lanes, right: Lanes): Lanes {
  const type = widest(left.type, right.type);
  return left.graph.make(operator, 'mask', [converted(left, type), converted(right, type)]);
}

function decidedByRange(operator: ComparisonOperator, left: Range, right: Range): boolean | undefined {
  switch (operator) {
    case '=':
      return left.high < right.low || left.low > right.high ? false : undefined;
    case '!=':
      return left.high < right.low || left.low > right.high ? true : undefined;
    case '<':
      return decided(left.high < right.low, left.low >= right.high);
    case '<=':
      return decided(left.high <= right.low, left.low > right.high);
    case '>':
      return decided(left.low > right.high, left.high <= right.low);
    case '>=':
      return decided(left.low >= right.high, left.high < right.low);
  }
}

function decided(isAlways: boolean, isNever: boolean): boolean | undefined {
  if (isAlways) return true;
  return isNever ? false : undefined;
}

export function plus(left: NumberLanes, right: number): NumberLanes {
  return calculate('+', left, constantLike(left, right));
}

export function times(left: NumberLanes, right: number): NumberLanes {
  return calculate('*', left, constantLike(left, right));
}

/** The same number for all, whenever it is known of anybody. */
export function constantLike({ lanes: { graph } }: NumberLanes, value: number): NumberLanes {
  const range = exactly(value);
  return numberLanes(graph.constant(typeOf(range), value), range);
}
