import type { DateOperation } from '../core/core.ts';
import { DAYS_PER_MONTH_KEY, dayInMonth } from '../core/date-key.ts';
import { divideWhole } from '../core/rounding.ts';
import { calculate, compared, comparedLanes, constantLike, plus, times } from './arithmetic.ts';
import { divided } from './division.ts';
import type { Lanes } from './graph.ts';
import { and, not, or, select } from './masks.ts';
import { converted, type NumberLanes, numberLanes, numberOfFlag } from './values.ts';

/** As date-key.ts has it, in whole numbers side by side. */
export const DATE_LANES: Readonly<Record<DateOperation, (left: NumberLanes, right: NumberLanes) => NumberLanes>> = {
  addMonths: (key, months) => {
    // The 28th and before are in every month.
    if (key.low === key.high && dayInMonth(key.low) < 28) return calculate('+', key, times(months, DAYS_PER_MONTH_KEY));
    const count = calculate('+', over(key, DAYS_PER_MONTH_KEY), months);
    const day = remainder(key, DAYS_PER_MONTH_KEY);
    const year = over(count, 12);
    const last = lastDay(year, calculate('-', count, times(year, 12), { low: 0, high: 11 }));
    return calculate('+', times(count, DAYS_PER_MONTH_KEY), calculate('least', day, last));
  },
  addDays: (key, days) => keyOfDayNumber(calculate('+', dayNumberOfKey(key), days)),
  daysBetween: (from, to) => calculate('-', dayNumberOfKey(to), dayNumberOfKey(from)),
};

/** The last day of a month, counted from nought; January is nought too. */
function lastDay(year: NumberLanes, month: NumberLanes): NumberLanes {
  const { graph } = month.lanes;
  const small = { ...month, lanes: converted(month.lanes, 'u8') };
  const fromAugust = numberOfFlag(compared('>=', small, constantLike(small, 7)));
  const isShorter = graph.make('and', 'u8', [calculate('+', small, fromAugust).lanes, graph.constant('u8', 1)]);
  const usual = graph.make('sub', 'u8', [graph.constant('u8', 30), isShorter]);
  // What 4 and 25 divide is a century; what 16 and 25 divide is a fourth one.
  const isOf25 = compared('=', remainder(year, 25), constantLike(year, 0)).holds;
  const isLeap = and(isMultiple(year, 4), or(not(isOf25), isMultiple(year, 16)));
  const february = select(isLeap, graph.constant('u8', 28), graph.constant('u8', 27));
  const isFebruary = compared('=', small, constantLike(small, 1)).holds;
  return numberLanes(select(isFebruary, february, usual), { low: 27, high: 30 }, and(year.known, month.known));
}

/** Of a power of two. */
function isMultiple({ lanes }: NumberLanes, of: 4 | 16): Lanes {
  const { graph } = lanes;
  const rest = graph.make('and', 'i32', [converted(lanes, 'i32'), graph.constant('i32', of - 1)]);
  return comparedLanes('=', rest, graph.constant('i32', 0));
}

/** Days since 1970-01-01; the year begins in March, so that the leap day is its last. */
function dayNumberOfKey(key: NumberLanes): NumberLanes {
  const months = plus(over(key, DAYS_PER_MONTH_KEY), -2);
  const year = over(months, 12);
  const daysBefore = over(plus(times(remainder(months, 12), 153), 2), 5);
  const day = remainder(key, DAYS_PER_MONTH_KEY);
  const leapDays = calculate('+', calculate('-', over(year, 4), over(year, 100)), over(year, 400));
  const ofYears = calculate('+', times(year, 365), leapDays);
  return plus(calculate('+', calculate('+', ofYears, daysBefore), day), -719_468);
}

/** The way back, by eras of 400 years. */
function keyOfDayNumber(dayNumber: NumberLanes): NumberLanes {
  const days = plus(dayNumber, 719_468);
  const era = over(days, DAYS_PER_ERA);
  const ofEra = calculate('-', days, times(era, DAYS_PER_ERA), { low: 0, high: DAYS_PER_ERA - 1 });
  const leapDays = calculate('-', calculate('-', over(ofEra, 36_524), over(ofEra, 1_460)), over(ofEra, 146_096));
  const yearOfEra = over(calculate('+', ofEra, leapDays), 365);
  const before = calculate('-', calculate('+', times(yearOfEra, 365), over(yearOfEra, 4)), over(yearOfEra, 100));
  const ofYear = calculate('-', ofEra, before, { low: 0, high: 365 });
  const month = over(plus(times(ofYear, 5), 2), 153);
  const day = calculate('-', ofYear, over(plus(times(month, 153), 2), 5), { low: 0, high: 30 });
  const years = calculate('+', yearOfEra, times(era, 400));
  const count = plus(calculate('+', times(years, 12), month), 2);
  return calculate('+', times(count, DAYS_PER_MONTH_KEY), day);
}

const DAYS_PER_ERA = 146_097;

function over(value: NumberLanes, by: number): NumberLanes {
  const range = { low: divideWhole('floor', value.low, by), high: divideWhole('floor', value.high, by) };
  return divided('floor', value, constantLike(value, by), range);
}

/** What floor division leaves; never negative. */
function remainder(value: NumberLanes, by: number): NumberLanes {
  return calculate('-', value, times(over(value, by), by), { low: 0, high: by - 1 });
}
