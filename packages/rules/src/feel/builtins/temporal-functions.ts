import { equals } from '../interpreter/equality.ts';
import { weekdayOf } from '../interpreter/property.ts';
import type { Run } from '../interpreter/run.ts';
import { isTemporal } from '../interpreter/temporal-arithmetic.ts';
import { type FeelNumber, integer, isInteger, roundedTo, smallInteger } from '../number/feel-number.ts';
import { powerOfTen } from '../number/rounding.ts';
import { refusal } from '../problem.ts';
import { dateOfDayNumber, dayNumber, type FeelDate, findDate, monthsBetween } from '../temporal/date.ts';
import { type DaysAndTime, findDuration, yearsAndMonths } from '../temporal/duration.ts';
import { type FeelDateTime, type FeelTime, NANOS_PER_SECOND, offsetOf } from '../temporal/moment.ts';
import {
  dateTimeOf,
  findDateText,
  findDateTimeText,
  findTimeText,
  type Temporal,
  temporalText,
} from '../temporal/temporal-text.ts';
import type { Zone } from '../temporal/zone.ts';
import { kindOf, type Value } from '../value.ts';
import { anything, form, numberCalled, optional, textCalled, valueOfKind } from './form.ts';

const DAY = valueOfKind('date', ['date', 'date and time']);
const DURATIONS = ['days and time duration', 'years and months duration'] as const;
const YEAR_MONTH_DAY = [numberCalled('year'), numberCalled('month'), numberCalled('day')] as const;

export const TEMPORAL_FUNCTIONS = {
  date: [
    form([textCalled('from')], ([from]) => findDateText(from) ?? null),
    form([valueOfKind('from', ['date', 'date and time'])], ([from]) => dayOf(from)),
    form(YEAR_MONTH_DAY, ([year, month, day]) => findDate(partOf(year), partOf(month), partOf(day)) ?? null),
  ],
  time: [
    form([textCalled('from')], ([from]) => findTimeText(from) ?? null),
    form([valueOfKind('from', ['time', 'date and time'])], ([{ nanos, zone }]) => ({ kind: 'time', nanos, zone })),
    form([valueOfKind('from', ['date'])], () => {
      throw refusal('UNDECIDED', 'time of a date');
    }),
    form(
      [
        numberCalled('hour'),
        numberCalled('minute'),
        numberCalled('second'),
        optional(valueOfKind('offset', ['days and time duration'])),
      ],
      ([hour, minute, second, offset]) => timeOf(partOf(hour), partOf(minute), second, offset),
    ),
  ],
  'date and time': [
    form([textCalled('from')], ([from]) => findDateTimeText(from) ?? null),
    form([DAY, valueOfKind('time', ['time'])], ([day, time]) => dateTimeOf(dayOf(day), time)),
    form([{ ...DAY, name: 'from' }], () => {
      throw refusal('UNDECIDED', 'date and time of a date or date and time');
    }),
  ],
  duration: [
    form([textCalled('from')], ([from]) => findDuration(from) ?? null),
    form([valueOfKind('from', DURATIONS)], () => {
      throw refusal('UNDECIDED', 'duration of a duration');
    }),
  ],
  'years and months duration': [
    form(
      [
        { ...DAY, name: 'from' },
        { ...DAY, name: 'to' },
      ],
      ([from, to]) =>
        // The days decide, as they are written: neither hours nor zones.
        yearsAndMonths(monthsBetween(dayOf(from), dayOf(to))),
    ),
  ],
  'day of year': [form([DAY], ([day]) => integer(dayOfYear(dayOf(day))))],
  'day of week': [form([DAY], ([day]) => WEEKDAYS[weekdayOf(dayOf(day)) - 1] ?? null)],
  'month of year': [form([DAY], ([day]) => MONTHS[dayOf(day).month - 1] ?? null)],
  'week of year': [form([DAY], ([day]) => integer(weekOfYear(dayOf(day))))],
  is: [form([anything('value1'), anything('value2')], ([left, right]) => isTheSame(left, right))],
  now: [form([], (_, run) => nowOf(run, 'now()'))],
  today: [form([], (_, run) => nowOf(run, 'today()').date)],
};

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function dayOf(value: FeelDate | FeelDateTime): FeelDate {
  return value.kind === 'date' ? value : value.date;
}

function partOf(value: FeelNumber): number {
  if (!isInteger(value)) throw refusal('UNDECIDED', 'a part of a date or time that is not an integer');
  // No day has a part that large.
  return smallInteger(value) ?? (value.mantissa < 0n ? -Infinity : Infinity);
}

function timeOf(hour: number, minute: number, second: FeelNumber, offset: DaysAndTime | null): Value {
  const whole = partOf(roundedTo(second, 0, 'floor'));
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || whole < 0 || whole > 59) return null;
  const nanos = nanosOf(second);
  const zone = offset && zoneOf(offset);
  return {
    kind: 'time',
    nanos: BigInt(hour * 3600 + minute * 60) * NANOS_PER_SECOND + nanos,
    zone,
  } satisfies FeelTime;
}

function nanosOf({ mantissa, exponent }: FeelNumber): bigint {
  if (exponent < -9) throw refusal('OUTSIDE_SUBSET', 'fractions of a second beyond nanoseconds');
  return mantissa * powerOfTen(exponent + 9);
}

function zoneOf({ nanos }: DaysAndTime): Zone {
  const seconds = Number(nanos / NANOS_PER_SECOND);
  if (nanos % NANOS_PER_SECOND !== 0n || Math.abs(seconds) > 14 * 3600) throw refusal('UNDECIDED', 'time offset');
  return { offset: seconds };
}

function dayOfYear(date: FeelDate): number {
  return dayNumber(date) - dayNumber({ ...date, month: 1, day: 1 }) + 1;
}

/** ISO 8601: the week belongs to the year its Thursday is in. */
function weekOfYear(date: FeelDate): number {
  const thursday = dateOfDayNumber(dayNumber(date) + 4 - weekdayOf(date));
  return Math.ceil(dayOfYear(thursday) / 7);
}

/** The same value of the same kind, zone included (DMN 1.4 §10.3.4.10); never null. */
function isTheSame(left: Value, right: Value): boolean {
  if (kindOf(left) !== kindOf(right)) return false;
  if (isTemporal(left) && isTemporal(right)) return isTheSameMoment(left, right);
  return equals(left, right) === true;
}

function isTheSameMoment(left: Temporal, right: Temporal): boolean {
  if (temporalText(left) === temporalText(right)) return true;
  if (!('zone' in left && 'zone' in right) || temporalText(localOf(left)) !== temporalText(localOf(right)))
    return false;
  // A named zone and an offset are the same when the database says so.
  return offsetOf(left.zone) === offsetOf(right.zone);
}

function localOf(moment: FeelTime | FeelDateTime): FeelTime | FeelDateTime {
  return { ...moment, zone: null };
}

function nowOf({ now }: Run, what: string): FeelDateTime {
  if (!now) throw refusal('NO_CLOCK', what);
  return now;
}
