import { integer } from '../number/feel-number.ts';
import { refusal } from '../problem.ts';
import type { FeelDate } from '../temporal/date.ts';
import { dayNumber } from '../temporal/date.ts';
import { type DaysAndTime, daysAndTime, type YearsAndMonths } from '../temporal/duration.ts';
import { type FeelDateTime, type FeelTime, NANOS_PER_SECOND, offsetOf } from '../temporal/moment.ts';
import { type FeelRange, listOf, type Value } from '../value.ts';
import { findEntry } from './scope.ts';

/** What is not there is null (DMN 1.4 §10.3.2.5); of a list, the property of each element. */
export function property(source: Value, name: string): Value {
  if (source === null || typeof source !== 'object') return null;
  switch (source.kind) {
    case 'list':
      return listOf(source.items.map((item) => property(item, name)));
    case 'context':
      return findEntry(source, name) ?? null;
    case 'date':
      return dateProperty(source, name);
    case 'time':
      return timeProperty(source, name);
    case 'date and time':
      return dateProperty(source.date, name) ?? timeProperty(source, name);
    case 'days and time duration':
      return daysProperty(source, name);
    case 'years and months duration':
      return monthsProperty(source, name);
    case 'range':
      return rangeProperty(source, name);
    case 'number':
    case 'function':
      return null;
  }
}

function dateProperty(date: FeelDate, name: string): Value {
  switch (name) {
    case 'year':
      return integer(date.year);
    case 'month':
      return integer(date.month);
    case 'day':
      return integer(date.day);
    case 'weekday':
      return integer(weekdayOf(date));
    default:
      return null;
  }
}

/** 1 Monday … 7 Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(date: FeelDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

function timeProperty(moment: FeelTime | FeelDateTime, name: string): Value {
  const seconds = moment.nanos / NANOS_PER_SECOND;
  switch (name) {
    case 'hour':
      return integer(seconds / 3600n);
    case 'minute':
      return integer((seconds / 60n) % 60n);
    case 'second':
      if (moment.nanos % NANOS_PER_SECOND !== 0n) throw refusal('UNDECIDED', 'second');
      return integer(seconds % 60n);
    case 'time offset':
      return offsetDuration(offsetOf(moment.zone));
    case 'timezone':
      return moment.zone !== null && 'name' in moment.zone ? moment.zone.name : null;
    default:
      return null;
  }
}

function offsetDuration(seconds: number | undefined): Value {
  return seconds === undefined ? null : daysAndTime(BigInt(seconds) * NANOS_PER_SECOND);
}

/** Every part has the sign of the whole. */
function daysProperty({ nanos }: DaysAndTime, name: string): Value {
  const seconds = nanos / NANOS_PER_SECOND;
  switch (name) {
    case 'days':
      return integer(seconds / 86_400n);
    case 'hours':
      return integer((seconds / 3600n) % 24n);
    case 'minutes':
      return integer((seconds / 60n) % 60n);
    case 'seconds':
      if (nanos % NANOS_PER_SECOND !== 0n) throw refusal('UNDECIDED', 'seconds');
      return integer(seconds % 60n);
    default:
      return null;
  }
}

function monthsProperty({ months }: YearsAndMonths, name: string): Value {
  if (name === 'years') return integer(Math.trunc(months / 12));
  return name === 'months' ? integer(months % 12) : null;
}

function rangeProperty(range: FeelRange, name: string): Value {
  switch (name) {
    case 'start':
      return range.start;
    case 'end':
      return range.end;
    case 'start included':
      return range.startIncluded;
    case 'end included':
      return range.endIncluded;
    default:
      return null;
  }
}
