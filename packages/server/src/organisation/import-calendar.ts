import type { BodyOf, importCalendar as contract, Done, FieldError } from '@yimen/contracts';
import { type FixedHoliday, weekdayOf } from '@yimen/rules';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { Refused } from '../platform/refused.ts';
import { loadHolidays } from '../policy/index.ts';
import { putCalendarYear } from './calendar-store.ts';

/** Takes over the State Council's schedule of a year; `calendar.imported` makes provisional deadlines be counted again. */
export async function importCalendar({ tx, params, body, now, actor, note }: Act<typeof contract>): Promise<Done> {
  const { year } = params;
  const errors = findCalendarErrors(year, body, loadHolidays().fixedHolidays);
  if (errors.length > 0) throw new Refused('CALENDAR_INVALID', undefined, errors.slice(0, 50));
  await putCalendarYear(tx, {
    year,
    source: body.source,
    offDays: [...body.offDays].sort(),
    workDays: [...body.workDays].sort(),
    by: actor.accountId,
    now,
  });
  await emit(tx, 'calendar.imported', { year }, now);
  note({
    subjectType: 'calendar-year',
    subjectId: String(year),
    details: { offDays: body.offDays.length, workDays: body.workDays.length },
  });
  return { id: String(year) };
}

type Schedule = Pick<BodyOf<typeof contract>, 'offDays' | 'workDays'>;

export function findCalendarErrors(
  year: number,
  { offDays, workDays }: Schedule,
  fixed: readonly FixedHoliday[],
): FieldError[] {
  return [
    ...offDays.flatMap((date, index) =>
      fault(`offDays.${index}`, findDateFault(year, date, offDays.indexOf(date) < index)),
    ),
    ...workDays.flatMap((date, index) =>
      fault(
        `workDays.${index}`,
        findDateFault(year, date, workDays.indexOf(date) < index) ?? findWorkFault(date, offDays),
      ),
    ),
    ...missingHolidays(year, offDays, fixed).flatMap((date) =>
      fault('offDays', { zh: `缺少法定节假日 ${date}`, en: `The statutory holiday ${date} is missing` }),
    ),
  ];
}

type Fault = FieldError['message'] | undefined;

function fault(path: string, message: Fault): FieldError[] {
  return message === undefined ? [] : [{ path, message }];
}

function findDateFault(year: number, date: string, isRepeated: boolean): Fault {
  if (!belongsTo(year, date))
    return { zh: `${date} 不在 ${year} 年的安排内`, en: `${date} does not belong to the schedule of ${year}` };
  return isRepeated ? { zh: `${date} 重复`, en: `${date} stands here twice` } : undefined;
}

/** New Year may reach back: the schedule of 2019 moved 29 to 31 December 2018. */
function belongsTo(year: number, date: string): boolean {
  return date.startsWith(`${year}-`) || (date.startsWith(`${year - 1}-12-`) && date.slice(8) >= '28');
}

function findWorkFault(date: string, offDays: readonly string[]): Fault {
  if (offDays.includes(date)) return { zh: `${date} 既放假又上班`, en: `${date} is both a day off and a working day` };
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6
    ? undefined
    : { zh: `${date} 不是周末，不需要调休`, en: `${date} is no weekend day; it needs no exchange` };
}

/** Every schedule so far named the fixed days of the law, weekend or not: one that does not was copied incompletely. */
function missingHolidays(year: number, offDays: readonly string[], fixed: readonly FixedHoliday[]): string[] {
  return fixed
    .map((holiday) => ({ ...holiday, date: `${year}-${holiday.monthDay}` }))
    .filter(({ date, from, to }) => date >= from && (to === null || date <= to) && !offDays.includes(date))
    .map(({ date }) => date);
}
