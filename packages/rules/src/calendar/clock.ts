import { addHours, dateInShanghai, endOfDay, type Instant } from './instant.ts';
import type { Limit } from './limit.ts';
import { addCalendarDays, addMonthsPeriod, type RestDayRule } from './periods.ts';
import { daysBetween, type PlainDate } from './plain-date.ts';
import type { WorkingDayCalendar } from './working-day-calendar.ts';
import { addWorkingDays, type DueDay, subtractWorkingDays } from './working-days.ts';

/** The clock stood still from `from` to `to`; null while it still stands. The reason is part of the record. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly reason: string;
}

export interface ClockSetting {
  readonly limit: Limit;
  readonly startedAt: Instant;
  readonly pauses?: readonly Pause[];
  /** For calendar-day, month and year limits; default: the next working day. */
  readonly restDayRule?: RestDayRule;
}

export type ClockReading = RunningClock | PausedClock;

export interface RunningClock {
  readonly state: 'running';
  /** Day of Asia/Shanghai on which it is due. */
  readonly dueOn: PlainDate;
  /** First moment that is too late. */
  readonly dueAt: Instant;
  readonly provisional: boolean;
}

/** A paused clock has no due moment until it runs again. */
export interface PausedClock {
  readonly state: 'paused';
  readonly since: Instant;
  readonly reason: string;
}

/** The due moment of a clock that was never paused. */
export function dueAfter(setting: Omit<ClockSetting, 'pauses'>, calendar: WorkingDayCalendar): RunningClock {
  return runClock(setting, [], calendar);
}

export function readClock(setting: ClockSetting, calendar: WorkingDayCalendar): ClockReading {
  const pauses = [...(setting.pauses ?? [])].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  const open = pauses.find((pause) => pause.to === null);
  if (open) return { state: 'paused', since: open.from, reason: open.reason };
  return runClock(setting, pauses, calendar);
}

/** When to warn the owner: so many hours before the due moment, or at the start of the day so many days before the due day. */
export function warnAt(
  due: Pick<RunningClock, 'dueOn' | 'dueAt'>,
  before: Limit,
  calendar: WorkingDayCalendar,
): Instant {
  if (before.clock === 'hours') return addHours(due.dueAt, -before.amount);
  if (before.clock === 'workingDays') {
    const warnOn = subtractWorkingDays(due.dueOn, before.amount, calendar);
    return addHours(endOfDay(warnOn), -24);
  }
  return addHours(due.dueAt, -24 * before.amount);
}

function runClock(setting: ClockSetting, pauses: readonly Pause[], calendar: WorkingDayCalendar): RunningClock {
  if (setting.limit.clock === 'hours') return hoursClock(setting, pauses);
  const { dueOn, provisional } = dueDay(setting, pauses, calendar);
  return { state: 'running', dueOn, dueAt: endOfDay(dueOn), provisional };
}

/** Runs through nights and holidays; stood-still time is added. */
function hoursClock(setting: ClockSetting, pauses: readonly Pause[]): RunningClock {
  let due = Date.parse(setting.startedAt) + setting.limit.amount * 3_600_000;
  let covered = Date.parse(setting.startedAt);
  for (const pause of pauses) {
    const from = Math.max(Date.parse(pause.from), covered);
    const to = Date.parse(pause.to ?? pause.from);
    if (from >= due || to <= from) continue;
    due += to - from;
    covered = to;
  }
  const dueAt = new Date(due).toISOString();
  return { state: 'running', dueAt, dueOn: dateInShanghai(dueAt), provisional: false };
}

function dueDay(setting: ClockSetting, pauses: readonly Pause[], calendar: WorkingDayCalendar): DueDay {
  const start = dateInShanghai(setting.startedAt);
  const rule = setting.restDayRule ?? 'nextWorkingDay';
  const days = pauses.map((pause) => ({
    from: dateInShanghai(pause.from),
    to: dateInShanghai(pause.to ?? pause.from),
  }));
  // The day of the pause stands still, the day of resuming counts again.
  const isPaused = (date: PlainDate) => days.some((pause) => pause.from <= date && date < pause.to);
  const { amount, clock } = setting.limit;
  if (clock === 'workingDays') return addWorkingDays(start, amount, calendar, isPaused);
  if (clock === 'calendarDays') return addCalendarDays(start, amount, rule, calendar, isPaused);
  const months = clock === 'years' ? amount * 12 : amount;
  const stood = days.reduce((sum, pause) => sum + Math.max(0, daysBetween(pause.from, pause.to)), 0);
  const end = addMonthsPeriod(start, months, 'asItFalls', calendar);
  return addCalendarDays(end.dueOn, stood, rule, calendar);
}
