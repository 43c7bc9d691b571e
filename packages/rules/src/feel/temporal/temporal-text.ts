import { refusal } from '../problem.ts';
import { type FeelDate, findDate } from './date.ts';
import type { DaysAndTime, YearsAndMonths } from './duration.ts';
import { durationText, findDuration } from './duration.ts';
import { type FeelDateTime, type FeelTime, NANOS_PER_SECOND } from './moment.ts';
import { readZone, zoneText } from './zone.ts';

export type Temporal = FeelDate | FeelTime | FeelDateTime | DaysAndTime | YearsAndMonths;

const DATE = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d\d)-(\d\d)$/;
/** A fraction of a second, and a name of a zone, end far before. */
const LONGEST = 200;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(.*)$/;

/** Undefined when there is no such day; the year has four digits or more. */
export function findDateText(text: string): FeelDate | undefined {
  const parts = DATE.exec(text);
  if (!parts) return undefined;
  const year = Number(parts[2]);
  if (parts[1] === '-' && year === 0) throw refusal('UNDECIDED', text);
  return findDate(parts[1] === '-' ? -year : year, Number(parts[3]), Number(parts[4]));
}

export function findTimeText(text: string): FeelTime | undefined {
  if (text.length > LONGEST) throw refusal('UNDECIDED', `a time of ${text.length} characters`);
  const parts = TIME.exec(text);
  // ISO 8601 has these forms, XML Schema has not.
  if (/^T\d|^\d\d:\d\d([Z+@-].*)?$/.test(text)) throw refusal('UNDECIDED', text);
  if (!parts) return undefined;
  const [, hour, minute, second, fraction = '', zoneForm = ''] = parts;
  const reading = readZone(zoneForm);
  if (reading === 'wrong' || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (Number(hour) > 24 || (Number(hour) === 24 && /[1-9]/.test(`${minute}${second}${fraction}`))) return undefined;
  if (reading === 'uncertain' || Number(hour) === 24) throw refusal('UNDECIDED', text);
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > 9) throw refusal('OUTSIDE_SUBSET', 'fractions of a second beyond nanoseconds');
  const seconds = BigInt(Number(hour) * 3600 + Number(minute) * 60 + Number(second));
  return { kind: 'time', nanos: seconds * NANOS_PER_SECOND + BigInt(digits.padEnd(9, '0')), zone: reading.zone };
}

/** A date alone is its midnight without zone. */
export function findDateTimeText(text: string): FeelDateTime | undefined {
  const at = text.indexOf('T');
  const date = findDateText(at < 0 ? text : text.slice(0, at));
  const time = at < 0 ? MIDNIGHT : findTimeText(text.slice(at + 1));
  return date && time && dateTimeOf(date, time);
}

const MIDNIGHT: FeelTime = { kind: 'time', nanos: 0n, zone: null };

export function dateTimeOf(date: FeelDate, time: FeelTime): FeelDateTime {
  return { kind: 'date and time', date, nanos: time.nanos, zone: time.zone };
}

/** The text of an @"…" literal. */
export function findTemporal(text: string): Temporal | undefined {
  if (/^-?P/.test(text)) return findDuration(text);
  if (/^-?\d+-/.test(text)) return text.includes('T') ? findDateTimeText(text) : findDateText(text);
  return findTimeText(text);
}

export function temporalText(value: Temporal): string {
  switch (value.kind) {
    case 'date':
      return dateText(value);
    case 'time':
      return clockText(value);
    case 'date and time':
      return `${dateText(value.date)}T${clockText(value)}`;
    case 'days and time duration':
    case 'years and months duration':
      return durationText(value);
  }
}

function dateText({ year, month, day }: FeelDate): string {
  const sign = year < 0 ? '-' : '';
  return `${sign}${String(Math.abs(year)).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

function clockText({ nanos, zone }: FeelTime | FeelDateTime): string {
  const seconds = Number(nanos / NANOS_PER_SECOND);
  const fraction = (nanos % NANOS_PER_SECOND).toString().padStart(9, '0').replace(/0+$/, '');
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
  return `${clock}${fraction === '' ? '' : `.${fraction}`}${zoneText(zone)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
