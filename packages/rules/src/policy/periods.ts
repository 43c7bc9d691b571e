import { addDays, isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { Text } from '../text.ts';

/** Something that holds from a day on; without a last day until its next sibling begins. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** An open value ends the day before the next one begins: a new standard is added, the old one stays untouched. */
export function lastDayOf(dated: Period, siblings: readonly Period[]): PlainDate | null {
  const nextFrom = siblings
    .map((other) => other.from)
    .filter((from) => from > dated.from)
    .sort()
    .at(0);
  if (dated.to !== null) return dated.to;
  return nextFrom === undefined ? null : addDays(nextFrom, -1);
}

/** What is wrong with the days something holds, its siblings beside it; undefined when nothing is. */
export function findPeriodProblem(dated: Period, siblings: readonly Period[]): Text | undefined {
  if (!isPlainDate(dated.from)) return noDay(dated.from);
  if (dated.to !== null && !isPlainDate(dated.to)) return noDay(dated.to);
  if (dated.to !== null && dated.to < dated.from) return endsBefore(dated.to, dated.from);
  const rival = siblings.find((other) => other !== dated && overlaps(other, dated, siblings));
  return rival && twoOn([dated.from, rival.from].sort().at(-1));
}

function overlaps(other: Period, dated: Period, siblings: readonly Period[]): boolean {
  if (other.from === dated.from) return true;
  const [first, second] = other.from < dated.from ? [other, dated] : [dated, other];
  const end = lastDayOf(first, siblings);
  return end !== null && end >= second.from;
}

export function noDay(day: string): Text {
  return { zh: `日历上没有 ${day} 这一天`, en: `${day} is no day of the calendar` };
}

function endsBefore(to: string, from: string): Text {
  return { zh: `终止日 ${to} 早于起始日 ${from}`, en: `ends on ${to}, before it begins on ${from}` };
}

function twoOn(day: string | undefined): Text {
  return { zh: `${day} 同时有两个值`, en: `two values on ${day}` };
}
