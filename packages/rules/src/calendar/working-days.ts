import { addDays, type PlainDate } from './plain-date.ts';
import { isScheduled, isWorkingDay, type WorkingDayCalendar } from './working-day-calendar.ts';

/** A day something is due; provisional while a schedule that could move it is not published. */
export interface DueDay {
  readonly dueOn: PlainDate;
  readonly provisional: boolean;
}

/** Days that do not count although they pass, such as days on which the clock stood still. */
export type Exempt = (date: PlainDate) => boolean;

/** 民法典 201: the start day is not counted. */
export function addWorkingDays(
  start: PlainDate,
  workingDays: number,
  calendar: WorkingDayCalendar,
  isExempt: Exempt = () => false,
): DueDay {
  let dueOn = start;
  let left = workingDays;
  let provisional = false;
  while (left > 0) {
    dueOn = addDays(dueOn, 1);
    provisional ||= !isScheduled(dueOn, calendar);
    if (isWorkingDay(dueOn, calendar) && !isExempt(dueOn)) left -= 1;
  }
  return { dueOn, provisional };
}

/** The working day that lies so many working days before; 0 gives the day itself. */
export function subtractWorkingDays(from: PlainDate, workingDays: number, calendar: WorkingDayCalendar): PlainDate {
  let date = from;
  let left = workingDays;
  while (left > 0) {
    date = addDays(date, -1);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return date;
}

/** Working days after `from` up to and including `to`. */
export function countWorkingDays(from: PlainDate, to: PlainDate, calendar: WorkingDayCalendar): number {
  let count = 0;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date, calendar)) count += 1;
  }
  return count;
}

/** 民法典 203: a period that ends on a rest day ends on the next working day. */
export function nextWorkingDayFrom(date: PlainDate, calendar: WorkingDayCalendar): DueDay {
  let dueOn = date;
  let provisional = !isScheduled(dueOn, calendar);
  while (!isWorkingDay(dueOn, calendar)) {
    dueOn = addDays(dueOn, 1);
    provisional ||= !isScheduled(dueOn, calendar);
  }
  return { dueOn, provisional };
}
