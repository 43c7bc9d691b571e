import { addDays, daysInMonth, type PlainDate } from './plain-date.ts';
import type { WorkingDayCalendar } from './working-day-calendar.ts';
import { type DueDay, type Exempt, nextWorkingDayFrom } from './working-days.ts';

export const REST_DAY_RULES = ['nextWorkingDay', 'asItFalls'] as const;
/** Whether a period that ends on a rest day runs on to the next working day (民法典 203) or ends there. */
export type RestDayRule = (typeof REST_DAY_RULES)[number];

export function addCalendarDays(
  start: PlainDate,
  days: number,
  rule: RestDayRule,
  calendar: WorkingDayCalendar,
  isExempt: Exempt = () => false,
): DueDay {
  let end = start;
  for (let left = days; left > 0; ) {
    end = addDays(end, 1);
    if (!isExempt(end)) left -= 1;
  }
  return endOf(end, rule, calendar);
}

/** Months and years end on the corresponding date, on the month's last day where there is none (民法典 202). */
export function addMonthsPeriod(
  start: PlainDate,
  months: number,
  rule: RestDayRule,
  calendar: WorkingDayCalendar,
): DueDay {
  return endOf(addMonths(start, months), rule, calendar);
}

export function addMonths(date: PlainDate, months: number): PlainDate {
  const total = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

function endOf(date: PlainDate, rule: RestDayRule, calendar: WorkingDayCalendar): DueDay {
  return rule === 'asItFalls' ? { dueOn: date, provisional: false } : nextWorkingDayFrom(date, calendar);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
