import { compareNumbers } from '../number/feel-number.ts';
import { refusal } from '../problem.ts';
import type { ComparisonOperator } from '../syntax/ast.ts';
import { dayNumber } from '../temporal/date.ts';
import { areComparable, type FeelDateTime, type FeelTime, lineOf, secondOf } from '../temporal/moment.ts';
import { sameZone } from '../temporal/zone.ts';
import type { FeelRange, Value } from '../value.ts';
import { areDateAndDateTime, equals } from './equality.ts';
import { all, not, type Truth } from './truth.ts';

export function compares(operator: ComparisonOperator, left: Value, right: Value): Truth {
  if (operator === '=') return equals(left, right);
  if (operator === '!=') return not(equals(left, right));
  const order = orderOf(left, right);
  return order === null ? null : isInOrder(operator, order);
}

function isInOrder(operator: '<' | '<=' | '>' | '>=', order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Negative, zero or positive; null when one side is null or the two have no order. */
export function orderOf(left: Value, right: Value): number | null {
  if (left === null || right === null) return null;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  if (typeof left !== 'object' || typeof right !== 'object') return null;
  if (areDateAndDateTime(left, right)) throw refusal('UNDECIDED', 'date < date and time');
  if (left.kind === 'number' && right.kind === 'number') return compareNumbers(left, right);
  if (left.kind === 'date' && right.kind === 'date') return dayNumber(left) - dayNumber(right);
  if (left.kind === 'time' && right.kind === 'time') return compareMoments(left, right);
  if (left.kind === 'date and time' && right.kind === 'date and time') return compareMoments(left, right);
  if (left.kind === 'days and time duration' && right.kind === left.kind) return sign(left.nanos - right.nanos);
  if (left.kind === 'years and months duration' && right.kind === left.kind) return left.months - right.months;
  return null;
}

function compareMoments(left: FeelTime | FeelDateTime, right: FeelTime | FeelDateTime): number {
  // Two readings of one named zone on one day are in order even without the database.
  if (left.kind === 'time' && sameZone(left.zone, right.zone)) return compareLines(left.nanos, right.nanos);
  if (!areComparable(left, right)) throw refusal('UNDECIDED', 'a moment with a zone < a moment without');
  return compareLines(lineOf(left), lineOf(right));
}

function compareLines(left: bigint, right: bigint): number {
  if (left !== right && secondOf(left) === secondOf(right)) throw refusal('UNDECIDED', 'an order below a second');
  return sign(left - right);
}

function sign(value: bigint): number {
  if (value === 0n) return 0;
  return value < 0n ? -1 : 1;
}

/** By code point; JavaScript's own order puts astral characters before U+E000. */
function compareText(left: string, right: string): number {
  const shared = Math.min(left.length, right.length);
  let at = 0;
  while (at < shared && left.charCodeAt(at) === right.charCodeAt(at)) at += 1;
  if (at === shared) return left.length - right.length;
  return (left.codePointAt(at) ?? 0) - (right.codePointAt(at) ?? 0);
}

/** value >= start and value <= end, three-valued; an end left open admits everything (DMN 1.4 table 55). */
export function isInRange(value: Value, range: FeelRange): Truth {
  const { start, startIncluded, end, endIncluded } = range;
  if (value === null) return null;
  return all([
    start === null || compares(startIncluded ? '>=' : '>', value, start),
    end === null || compares(endIncluded ? '<=' : '<', value, end),
  ]);
}
