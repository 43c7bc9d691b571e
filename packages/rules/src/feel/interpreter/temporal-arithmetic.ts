import { refusal } from '../problem.ts';
import { addMonths, dayNumber, type FeelDate } from '../temporal/date.ts';
import { type DaysAndTime, daysAndTime, type YearsAndMonths, yearsAndMonths } from '../temporal/duration.ts';
import {
  areComparable,
  type FeelDateTime,
  type FeelTime,
  lineOf,
  movedDate,
  movedDateTime,
  movedTime,
  NANOS_PER_DAY,
} from '../temporal/moment.ts';
import type { Temporal } from '../temporal/temporal-text.ts';
import { sameZone } from '../temporal/zone.ts';
import { kindOf, type Value } from '../value.ts';

const TEMPORAL_KINDS = ['date', 'time', 'date and time', 'days and time duration', 'years and months duration'];

export function isTemporal(value: Value): value is Temporal {
  return TEMPORAL_KINDS.includes(kindOf(value));
}

export function plusTemporal(left: Temporal, right: Temporal): Value {
  if (left.kind === 'days and time duration') {
    return right.kind === left.kind ? daysAndTime(left.nanos + right.nanos) : moved(right, left, 1);
  }
  if (left.kind === 'years and months duration') {
    return right.kind === left.kind ? yearsAndMonths(left.months + right.months) : moved(right, left, 1);
  }
  return moved(left, right, 1);
}

export function minusTemporal(left: Temporal, right: Temporal): Value {
  if (left.kind === 'days and time duration') {
    return right.kind === left.kind ? daysAndTime(left.nanos - right.nanos) : null;
  }
  if (left.kind === 'years and months duration') {
    return right.kind === left.kind ? yearsAndMonths(left.months - right.months) : null;
  }
  if (right.kind === 'days and time duration' || right.kind === 'years and months duration') {
    return moved(left, right, -1);
  }
  return between(left, right);
}

function moved(point: Temporal, duration: Temporal, direction: 1 | -1): Value {
  if (duration.kind === 'days and time duration') return movedByTime(point, duration, BigInt(direction));
  return duration.kind === 'years and months duration' ? movedByMonths(point, duration, direction) : null;
}

function movedByTime(point: Temporal, { nanos }: DaysAndTime, direction: bigint): Value {
  switch (point.kind) {
    case 'date':
      return movedDate(point, nanos * direction);
    case 'time':
      return movedTime(point, nanos * direction);
    case 'date and time':
      return movedDateTime(point, nanos * direction);
    default:
      return null;
  }
}

function movedByMonths(point: Temporal, { months }: YearsAndMonths, direction: number): Value {
  if (point.kind === 'date') return addMonths(point, months * direction);
  return point.kind === 'date and time' ? { ...point, date: addMonths(point.date, months * direction) } : null;
}

function between(left: FeelDate | FeelTime | FeelDateTime, right: FeelDate | FeelTime | FeelDateTime): Value {
  if (left.kind === 'date' && right.kind === 'date') {
    return daysAndTime(BigInt(dayNumber(left) - dayNumber(right)) * NANOS_PER_DAY);
  }
  if (left.kind === 'time' && right.kind === 'time') return elapsed(left, right);
  if (left.kind === 'date and time' && right.kind === 'date and time') return elapsed(left, right);
  if (left.kind !== 'time' && right.kind !== 'time') throw refusal('UNDECIDED', 'date − date and time');
  return null;
}

function elapsed(left: FeelTime | FeelDateTime, right: FeelTime | FeelDateTime): DaysAndTime {
  if (left.kind === 'time' && sameZone(left.zone, right.zone)) return daysAndTime(left.nanos - right.nanos);
  if (!areComparable(left, right)) throw refusal('UNDECIDED', 'a moment with a zone − a moment without');
  return daysAndTime(lineOf(left) - lineOf(right));
}
