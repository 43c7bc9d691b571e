import { refusal } from '../problem.ts';
import { dayNumber } from '../temporal/date.ts';
import type { FeelDateTime, FeelTime } from '../temporal/moment.ts';
import { lineOf, secondOf } from '../temporal/moment.ts';
import { temporalText } from '../temporal/temporal-text.ts';
import { sameZone } from '../temporal/zone.ts';
import { type FeelContext, type FeelList, type FeelRange, kindOf, type Value } from '../value.ts';
import { all, type Truth } from './truth.ts';

/** null equals null only; two kinds of value cannot be compared: null (DMN 1.4 table 42). */
export function equals(left: Value, right: Value): Truth {
  if (left === null || right === null) return left === right;
  if (typeof left !== 'object' || typeof right !== 'object') {
    return typeof left === typeof right ? left === right : otherKinds(left, right);
  }
  switch (left.kind) {
    case 'number':
      return right.kind === 'number' ? sameNumber(left, right) : otherKinds(left, right);
    case 'date':
      return right.kind === 'date' ? dayNumber(left) === dayNumber(right) : otherKinds(left, right);
    case 'days and time duration':
      return right.kind === left.kind ? left.nanos === right.nanos : otherKinds(left, right);
    case 'years and months duration':
      return right.kind === left.kind ? left.months === right.months : otherKinds(left, right);
    case 'time':
    case 'date and time':
      return right.kind === left.kind ? sameMoment(left, right) : otherKinds(left, right);
    case 'list':
      return right.kind === 'list' ? sameList(left, right) : otherKinds(left, right);
    case 'context':
      return right.kind === 'context' ? sameContext(left, right) : otherKinds(left, right);
    case 'range':
      return right.kind === 'range' ? sameRange(left, right) : otherKinds(left, right);
    case 'function':
      throw refusal('UNDECIDED', 'function =');
  }
}

function sameNumber(
  left: { readonly mantissa: bigint; readonly exponent: number },
  right: { readonly mantissa: bigint; readonly exponent: number },
): boolean {
  return left.mantissa === right.mantissa && left.exponent === right.exponent;
}

/** Engines differ on whether a date is its midnight. */
function otherKinds(left: Value, right: Value): null {
  if (areDateAndDateTime(left, right)) throw refusal('UNDECIDED', 'date = date and time');
  return null;
}

export function areDateAndDateTime(left: Value, right: Value): boolean {
  const kinds = [kindOf(left), kindOf(right)];
  return kinds.includes('date') && kinds.includes('date and time');
}

/** The same instant, in whatever zones (DMN 1.4 table 42); one with a zone and one without are never the same. */
function sameMoment(left: FeelTime | FeelDateTime, right: FeelTime | FeelDateTime): boolean {
  if ((left.zone === null) !== (right.zone === null)) return false;
  const [one, other] = sameZone(left.zone, right.zone)
    ? [lineOf({ ...left, zone: null }), lineOf({ ...right, zone: null })]
    : [lineOf(left), lineOf(right)];
  if (one !== other && secondOf(one) === secondOf(other)) {
    throw refusal('UNDECIDED', `${temporalText(left)} = ${temporalText(right)}`);
  }
  return one === other;
}

function sameList(left: FeelList, right: FeelList): Truth {
  if (left.items.length !== right.items.length) return false;
  return certain(left.items.map((item, index) => equals(item, right.items[index] ?? null)));
}

function sameContext(left: FeelContext, right: FeelContext): Truth {
  if (left.entries.size !== right.entries.size) return false;
  if ([...left.entries.keys()].some((name) => !right.entries.has(name))) return false;
  return certain([...left.entries].map(([name, value]) => equals(value, right.entries.get(name) ?? null)));
}

function sameRange(left: FeelRange, right: FeelRange): Truth {
  if (left.startIncluded !== right.startIncluded || left.endIncluded !== right.endIncluded) return false;
  return certain([equals(left.start, right.start), equals(left.end, right.end)]);
}

/** Parts of different kinds: not equal for some engines, not comparable for others. */
function certain(parts: readonly Truth[]): Truth {
  const truth = all(parts);
  if (truth === null) throw refusal('UNDECIDED', '[1] = ["a"]');
  return truth;
}
