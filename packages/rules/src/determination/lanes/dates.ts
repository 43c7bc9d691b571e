import type { DateOperation } from '../core/core.ts';
import { DAYS_PER_MONTH_KEY } from '../core/date-key.ts';
import { divideWhole } from '../core/rounding.ts';
import { calculate, compared, constantLike, plus, times } from './arithmetic.ts';
import { divided } from './division.ts';
import { and, or, select } from './masks.ts';
import { converted, type NumberLanes, numberLanes, widest } from './values.ts';

/** As date-key.ts has it, in whole numbers side by side. */
export const DATE_LANES: Readonly<Record<DateOperation, (left: NumberLanes, right: NumberLanes) => NumberLanes>> = {
  addMonths: (key, months) => {
    const count = calculate('+', over(key, DAYS_PER_MONTH_KEY), months);
    const day = remainder(key, DAYS_PER_MONTH_KEY);
    const year = over(count, 12);
    const last = lastDay(year, calculate('-', count, times(year, 12)));
    return calculate('+', times(count, DAYS_PER_MONTH_KEY), calculate('least', day, last));
  },
  addDays: (key, days) => keyOfDayNumber(calculate('+', dayNumberOfKey(key), days)),
  daysBetween: (from, to) => calculate('-', dayNumberOfKey(to), dayNumberOfKey(from)),
};

/** The last day of a month, counted from nought; January is nought too. */
function lastDay(year: NumberLanes, month: NumberLanes): NumberLanes {
  const isLonger = remainder(plus(calculate('+', month, over(month, 7)), 1), 2);
  const usual = plus(isLonger, 29);
  const isLeap = or(
    and(isMultiple(year, 4), compared('!=', remainder(year, 100), constantLike(year, 0)).holds),
    isMultiple(year, 400),
  );
  const february = chosen(isLeap, 28, 27, year);
  const isFebruary = compared('=', month, constantLike(month, 1)).holds;
  const type = widest(usual.lanes.type, february.lanes.type);
  const lanes = select(isFebruary, converted(february.lanes, type), converted(usual.lanes, type));
  return numberLanes(lanes, { low: 27, high: 30 }, and(year.known, month.known));
}

function chosen(mask: NumberLanes['lanes'], one: number, other: number, like: NumberLanes): NumberLanes {
  const { graph } = like.lanes;
  const lanes = select(mask, graph.constant('u8', one), graph.constant('u8', other));
  return numberLanes(lanes, { low: Math.min(one, other), high: Math.max(one, other) });
}

function isMultiple(value: NumberLanes, of: number): NumberLanes['lanes'] {
  return compared('=', remainder(value, of), constantLike(value, 0)).holds;
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
