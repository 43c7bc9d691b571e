import type { Rounding } from '../core/core.ts';
import type { Range } from '../core/range.ts';
import { comparedLanes } from './arithmetic.ts';
import type { LaneOperator, Lanes } from './graph.ts';
import { and, select } from './masks.ts';
import { converted, type NumberLanes, numberLanes, typeOf } from './values.ts';

/** As divideWhole; the two are held to each other by tests. */
export function divided(rounding: Rounding, left: NumberLanes, right: NumberLanes, range: Range): NumberLanes {
  const known = and(left.known, right.known);
  const isSymmetric = rounding !== 'floor' && rounding !== 'ceiling';
  if (left.low >= 0 || !isSymmetric) return numberLanes(quotient(rounding, left, right, range), range, known);
  const size = { ...left, low: 0, high: Math.max(-left.low, left.high) };
  const reach = Math.max(-range.low, range.high);
  const positive = { ...size, lanes: sizeOf(left.lanes) };
  const lanes = quotient(rounding, positive, right, { low: -reach, high: reach });
  const { graph } = lanes;
  const negative = graph.make('sub', lanes.type, [graph.constant(lanes.type, 0), lanes]);
  const isNegative = comparedLanes('<', left.lanes, graph.constant('u8', 0));
  return numberLanes(select(isNegative, negative, lanes), range, known);
}

function sizeOf(lanes: Lanes): Lanes {
  return lanes.type === 'u8' ? lanes : lanes.graph.make('abs', lanes.type, [lanes]);
}

/** The numerator is not negative, or the rounding is the same on both sides of nought. */
function quotient(rounding: Rounding, left: NumberLanes, right: NumberLanes, range: Range): Lanes {
  const n = converted(left.lanes, 'f64');
  const { graph } = n;
  const apply = (operator: LaneOperator, ...parts: readonly Lanes[]) => graph.make(operator, 'f64', parts);
  const constant = (value: number) => graph.constant('f64', value);
  const type = typeOf(range);
  const divisor = right.lanes;
  if (divisor.operator === 'constant' && type !== 'f64' && isGentle(left, divisor.detail)) {
    const moved = apply(
      'add',
      apply('mul', n, constant(1 / divisor.detail)),
      constant(shiftOf(rounding, divisor.detail)),
    );
    return converted(graph.make('convert', 'i32', [moved]), type);
  }
  const d = converted(divisor, 'f64');
  const whole = wholeQuotient(rounding, n, d, apply, constant);
  // No negative zero: of a ceiling, or of a numerator that was one.
  return type === 'f64' ? apply('add', whole, constant(0)) : converted(converted(whole, 'i32'), type);
}

/**
 * Times the reciprocal, moved so that rounding to the nearest whole number is the rounding that is asked for: no such
 * quotient is nearer to a half than a quarter of the divisor's reciprocal, which is more than what is lost.
 */
function shiftOf(rounding: Rounding, divisor: number): number {
  switch (rounding) {
    case 'floor':
    case 'down':
      return 0.5 / divisor - 0.5;
    case 'ceiling':
    case 'up':
      return 0.5 - 0.5 / divisor;
    case 'half up':
      return 0.25 / divisor;
    case 'half down':
      return -0.25 / divisor;
  }
}

const LARGEST_DIVISOR = 2 ** 31;
const LARGEST_NUMERATOR = 2 ** 48;

function isGentle({ low, high }: Range, divisor: number): boolean {
  return divisor <= LARGEST_DIVISOR && Math.max(-low, high) <= LARGEST_NUMERATOR;
}

function wholeQuotient(
  rounding: Rounding,
  n: Lanes,
  d: Lanes,
  apply: (operator: LaneOperator, ...parts: readonly Lanes[]) => Lanes,
  constant: (value: number) => Lanes,
): Lanes {
  switch (rounding) {
    case 'floor':
    case 'down':
      return apply('floor', apply('div', n, d));
    case 'ceiling':
    case 'up':
      return apply('ceil', apply('div', n, d));
    case 'half up':
    case 'half down': {
      const twice = apply('mul', n, constant(2));
      const [moved, round] =
        rounding === 'half up'
          ? ([apply('add', twice, d), 'floor'] as const)
          : ([apply('sub', twice, d), 'ceil'] as const);
      return apply(round, apply('div', moved, apply('mul', d, constant(2))));
    }
  }
}
