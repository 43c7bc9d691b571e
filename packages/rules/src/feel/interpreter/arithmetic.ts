import { added, divided, type FeelNumber, multiplied, negated, subtracted } from '../number/feel-number.ts';
import { power } from '../number/power.ts';
import type { ArithmeticOperator } from '../syntax/ast.ts';
import { textOf, type Value } from '../value.ts';
import { ratioOfDurations, scaleDuration, sharedDuration } from './duration-arithmetic.ts';
import { isTemporal, minusTemporal, plusTemporal } from './temporal-arithmetic.ts';

/** Null whenever the kinds do not go together (DMN 1.4 tables 44 to 52). */
export function calculate(operator: ArithmeticOperator, left: Value, right: Value): Value {
  if (left === null || right === null || typeof left === 'boolean' || typeof right === 'boolean') return null;
  if (typeof left === 'string' || typeof right === 'string') {
    return operator === '+' && typeof left === 'string' && typeof right === 'string' ? textOf(left + right) : null;
  }
  if (left.kind === 'number' && right.kind === 'number') return calculateNumbers(operator, left, right);
  if (isTemporal(left) && isTemporal(right)) {
    if (operator === '+') return plusTemporal(left, right);
    if (operator === '-') return minusTemporal(left, right);
    return operator === '/' ? ratioOfDurations(left, right) : null;
  }
  if (operator === '*' && isTemporal(left) && right.kind === 'number') return scaleDuration(left, right);
  if (operator === '*' && left.kind === 'number' && isTemporal(right)) return scaleDuration(right, left);
  return operator === '/' && isTemporal(left) && right.kind === 'number' ? sharedDuration(left, right) : null;
}

function calculateNumbers(operator: ArithmeticOperator, left: FeelNumber, right: FeelNumber): Value {
  switch (operator) {
    case '+':
      return added(left, right);
    case '-':
      return subtracted(left, right);
    case '*':
      return multiplied(left, right);
    case '/':
      return right.mantissa === 0n ? null : divided(left, right);
    case '**':
      return power(left, right);
  }
}

export function negate(value: Value): Value {
  if (value === null || typeof value !== 'object') return null;
  switch (value.kind) {
    case 'number':
      return negated(value);
    case 'days and time duration':
      return { ...value, nanos: -value.nanos };
    case 'years and months duration':
      return { ...value, months: 0 - value.months };
    default:
      return null;
  }
}
