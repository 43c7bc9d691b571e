import { refusal } from '../problem.ts';
import { dateOfDayNumber, dayNumber, type FeelDate } from './date.ts';
import { isUniversal, type Zone } from './zone.ts';

export interface FeelTime {
  readonly kind: 'time';
  /** Nanoseconds since midnight, as the clock shows them. */
  readonly nanos: bigint;
  readonly zone: Zone;
}

export interface FeelDateTime {
  readonly kind: 'date and time';
  readonly date: FeelDate;
  readonly nanos: bigint;
  readonly zone: Zone;
}

export const NANOS_PER_SECOND = 1_000_000_000n;
export const NANOS_PER_DAY = 86_400n * NANOS_PER_SECOND;

/** On the line of local or universal time; two moments can be compared when both have an offset or neither has. */
export function lineOf(moment: FeelTime | FeelDateTime): bigint {
  const days = moment.kind === 'time' ? 0n : BigInt(dayNumber(moment.date));
  return days * NANOS_PER_DAY + moment.nanos - BigInt(offsetOf(moment.zone) ?? 0) * NANOS_PER_SECOND;
}

/** Undefined for a local reading. */
export function offsetOf(zone: Zone): number | undefined {
  if (zone === null) return undefined;
  if (!('name' in zone)) return zone.offset;
  if (isUniversal(zone.name)) return 0;
  throw refusal('NAMED_ZONE', zone.name);
}

/** The line in whole seconds, which is all that some engines compare. */
export function secondOf(line: bigint): bigint {
  const rest = line % NANOS_PER_SECOND;
  return (line - (rest < 0n ? rest + NANOS_PER_SECOND : rest)) / NANOS_PER_SECOND;
}

export function areComparable(left: FeelTime | FeelDateTime, right: FeelTime | FeelDateTime): boolean {
  return (offsetOf(left.zone) === undefined) === (offsetOf(right.zone) === undefined);
}

export function movedTime(time: FeelTime, nanos: bigint): FeelTime {
  return { ...time, nanos: (((time.nanos + nanos) % NANOS_PER_DAY) + NANOS_PER_DAY) % NANOS_PER_DAY };
}

export function movedDateTime(moment: FeelDateTime, nanos: bigint): FeelDateTime {
  // A named zone may change its offset on the way.
  offsetOf(moment.zone);
  const { days, rest } = daysAndRest(moment.nanos + nanos);
  return { ...moment, date: dateOfDayNumber(dayNumber(moment.date) + days), nanos: rest };
}

/** A date counts as its midnight; what is left of the day after adding is dropped. */
export function movedDate(date: FeelDate, nanos: bigint): FeelDate {
  return dateOfDayNumber(dayNumber(date) + daysAndRest(nanos).days);
}

function daysAndRest(nanos: bigint): { days: number; rest: bigint } {
  const rest = ((nanos % NANOS_PER_DAY) + NANOS_PER_DAY) % NANOS_PER_DAY;
  return { days: Number((nanos - rest) / NANOS_PER_DAY), rest };
}
