import { divided, type FeelNumber, integer } from '../number/feel-number.ts';
import { powerOfTen } from '../number/rounding.ts';
import { refusal } from '../problem.ts';
import { daysAndTime, yearsAndMonths } from '../temporal/duration.ts';
import type { Temporal } from '../temporal/temporal-text.ts';
import type { Value } from '../value.ts';

export function scaleDuration(duration: Temporal, factor: FeelNumber): Value {
  const { exponent, mantissa } = factor;
  const times = exponent > 0 ? mantissa * powerOfTen(Math.min(exponent, 40)) : mantissa;
  return part(duration, times, powerOfTen(Math.max(-exponent, 0)));
}

/** Null when shared by zero. */
export function sharedDuration(duration: Temporal, by: FeelNumber): Value {
  if (by.mantissa === 0n) return null;
  const times = powerOfTen(Math.max(-by.exponent, 0));
  return part(duration, times, by.mantissa * powerOfTen(Math.min(Math.max(by.exponent, 0), 40)));
}

/** Of a month begun nothing is left; a part of a nanosecond cannot be held. */
function part(duration: Temporal, times: bigint, parts: bigint): Value {
  if (duration.kind === 'days and time duration') return daysAndTime(exactly(duration.nanos * times, parts));
  if (duration.kind !== 'years and months duration') return null;
  const months = (BigInt(duration.months) * times) / parts;
  return yearsAndMonths(Number(months));
}

function exactly(numerator: bigint, denominator: bigint): bigint {
  if (numerator % denominator !== 0n) throw refusal('UNDECIDED', 'a part of a nanosecond');
  return numerator / denominator;
}

/** How many times one duration is the other; null for a zero divisor or two kinds. */
export function ratioOfDurations(left: Temporal, right: Temporal): Value {
  if (left.kind === 'days and time duration' && right.kind === left.kind) return ratio(left.nanos, right.nanos);
  if (left.kind === 'years and months duration' && right.kind === left.kind) return ratio(left.months, right.months);
  return null;
}

function ratio(left: bigint | number, right: bigint | number): Value {
  return BigInt(right) === 0n ? null : divided(integer(left), integer(right));
}
