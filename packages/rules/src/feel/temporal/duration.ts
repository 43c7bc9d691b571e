import { refusal } from '../problem.ts';
import { NANOS_PER_DAY, NANOS_PER_SECOND } from './moment.ts';

export interface DaysAndTime {
  readonly kind: 'days and time duration';
  readonly nanos: bigint;
}

export interface YearsAndMonths {
  readonly kind: 'years and months duration';
  readonly months: number;
}

const LARGEST_MONTHS = 12 * 999_999_999;
const LARGEST_NANOS = 366n * 999_999_999n * NANOS_PER_DAY;

export function daysAndTime(nanos: bigint): DaysAndTime {
  if (nanos > LARGEST_NANOS || nanos < -LARGEST_NANOS) throw refusal('DATE_RANGE', 'duration');
  return { kind: 'days and time duration', nanos };
}

export function yearsAndMonths(months: number): YearsAndMonths {
  if (Math.abs(months) > LARGEST_MONTHS) throw refusal('DATE_RANGE', 'duration');
  // No negative zero.
  return { kind: 'years and months duration', months: months + 0 };
}

const PARTS = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/;

/** Undefined when the text is no duration, or mixes months with days, whose lengths have no common measure. */
export function findDuration(text: string): DaysAndTime | YearsAndMonths | undefined {
  if (text.length > 500) throw refusal('UNDECIDED', `a duration of ${text.length} characters`);
  const parts = PARTS.exec(text);
  if (!parts || text.endsWith('P') || text.endsWith('T')) return undefined;
  const [, sign, years, months, days, hours, minutes, seconds, fraction] = parts;
  if ([years, months, days, hours, minutes, seconds].some((part) => (part?.length ?? 0) > 25)) {
    throw refusal('DATE_RANGE', 'duration');
  }
  const isMonths = years !== undefined || months !== undefined;
  if (isMonths && (days !== undefined || text.includes('T'))) return undefined;
  const digits = (fraction ?? '').replace(/0+$/, '');
  if (digits.length > 9) throw refusal('OUTSIDE_SUBSET', 'fractions of a second beyond nanoseconds');
  const factor = sign === '-' ? -1 : 1;
  if (isMonths) return yearsAndMonths(factor * (Number(years ?? 0) * 12 + Number(months ?? 0)));
  const whole =
    ((BigInt(days ?? 0) * 24n + BigInt(hours ?? 0)) * 60n + BigInt(minutes ?? 0)) * 60n + BigInt(seconds ?? 0);
  return daysAndTime(BigInt(factor) * (whole * NANOS_PER_SECOND + BigInt(digits.padEnd(9, '0'))));
}

/** P1DT2H30M: the largest units first, zero units left out. */
export function durationText(duration: DaysAndTime | YearsAndMonths): string {
  return duration.kind === 'days and time duration' ? daysText(duration.nanos) : monthsText(duration.months);
}

function monthsText(months: number): string {
  const size = Math.abs(months);
  const text = unitsText([
    [Math.floor(size / 12), 'Y'],
    [size % 12, 'M'],
  ]);
  return `${months < 0 ? '-' : ''}P${text || '0M'}`;
}

function daysText(nanos: bigint): string {
  const size = nanos < 0n ? -nanos : nanos;
  const seconds = (size / NANOS_PER_SECOND) % 60n;
  const fraction = (size % NANOS_PER_SECOND).toString().padStart(9, '0').replace(/0+$/, '');
  const days = unitsText([[size / NANOS_PER_DAY, 'D']]);
  const clock = unitsText([
    [(size / (3600n * NANOS_PER_SECOND)) % 24n, 'H'],
    [(size / (60n * NANOS_PER_SECOND)) % 60n, 'M'],
    [fraction === '' ? seconds : `${seconds}.${fraction}`, 'S'],
  ]);
  const shown = `${days}${clock === '' ? '' : `T${clock}`}`;
  return `${nanos < 0n ? '-' : ''}P${shown || 'T0S'}`;
}

function unitsText(units: readonly (readonly [number | bigint | string, string])[]): string {
  return units.map(([count, unit]) => (String(count) === '0' ? '' : `${count}${unit}`)).join('');
}
