import type { Measured } from '../../explanation/formula.ts';
import type { Period, Unit } from '../../policy/unit.ts';
import type { Dimension } from '../check/dimension.ts';
import type { Term } from '../check/term.ts';
import { RATIO_SCALE } from '../check/values.ts';
import type { Core } from '../core/core.ts';
import { dateTextOf } from '../core/date-key.ts';
import { type Compute, compileCore } from '../run/compile-core.ts';
import type { Cursors } from './at.ts';

/** Units as a reader counts, and the value in them. */
export interface Measure {
  readonly unit: Unit | null;
  readonly per: Period | null;
  readonly compute: Compute;
}

/** Of a part that has one value; undefined for members, tables and names. */
export function findMeasure(term: Term, cursors: Cursors): Measure | undefined {
  switch (term.kind) {
    case 'number':
      return numberMeasure(term, cursors);
    case 'flag':
    case 'date':
      return { unit: term.kind, per: null, compute: compileCore(term.core, cursors) };
    case 'code':
      return { unit: 'text', per: null, compute: compileCore(term.core, cursors) };
    case 'months':
      return { unit: 'months', per: null, compute: compileCore(term.core, cursors) };
    case 'days':
      return { unit: 'calendarDays', per: null, compute: compileCore(term.core, cursors) };
    default:
      return undefined;
  }
}

interface Number {
  readonly core: Core;
  readonly divisor: Core | null;
  readonly scale: number;
  readonly dimension: Dimension | 'any';
}

function numberMeasure({ core, divisor, scale, dimension }: Number, cursors: Cursors): Measure {
  const { unit, per } = dimension === 'any' ? BARE : unitOf(dimension, scale >= RATIO_SCALE || divisor !== null);
  const numerator = compileCore(core, cursors);
  const by = 10 ** (scale - (unit === 'basisPoints' ? RATIO_SCALE : 0));
  if (!divisor) return { unit, per, compute: by === 1 ? numerator : (frame) => numerator(frame) / by };
  const denominator = compileCore(divisor, cursors);
  return { unit, per, compute: (frame) => numerator(frame) / (denominator(frame) * by) };
}

const BARE = { unit: null, per: null } as const;

/** A bare number with the decimals of a ratio, or one quantity by another of its kind, is shown as a percentage. */
function unitOf(dimension: Dimension, isRatio: boolean): { readonly unit: Unit | null; readonly per: Period | null } {
  const counted = Object.entries(dimension).filter(([, power]) => power > 0);
  const per = Object.entries(dimension).filter(([, power]) => power < 0);
  const [[name, power] = ['', 0], ...others] = counted;
  const [[period, times] = ['', 0], ...morePeriods] = per;
  if (counted.length === 0) return per.length === 0 && isRatio ? { unit: 'basisPoints', per: null } : BARE;
  const unit = UNITS[name];
  const isPlain = power === 1 && others.length === 0 && morePeriods.length === 0 && times >= -1;
  if (!unit || !isPlain) return BARE;
  return times === 0 ? { unit, per: null } : { unit, per: PERIODS[period] ?? null };
}

const UNITS: Readonly<Record<string, Unit>> = {
  fen: 'fen',
  month: 'months',
  year: 'years',
  day: 'calendarDays',
  workingDay: 'workingDays',
  hour: 'hours',
};
const PERIODS: Readonly<Record<string, Period>> = { day: 'day', month: 'month', year: 'year', incident: 'incident' };

/** A number among the values, as it is told; NaN is null. */
export function toldValue(unit: Unit | null, value: number, codes: readonly string[]): Measured['value'] {
  if (Number.isNaN(value)) return null;
  if (unit === 'flag') return value === 1;
  if (unit === 'date') return dateTextOf(value);
  return unit === 'text' ? (codes[value] ?? null) : value;
}
