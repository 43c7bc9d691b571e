const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export type CountdownState = 'calm' | 'warn' | 'late' | 'paused' | 'stopped';
export type CountdownUnit = 'minute' | 'hour' | 'day' | 'workingDay';

export interface CountdownInput {
  readonly dueAt: string;
  readonly now: number;
  /** From here on the countdown warns; by default in the last 24 hours. */
  readonly warnAt?: string | undefined;
  /** Counted on the official calendar by the server; the browser cannot know working days. */
  readonly workingDaysLeft?: number | undefined;
  readonly halted?: 'paused' | 'stopped' | undefined;
}

export interface CountdownReading {
  readonly state: CountdownState;
  readonly amount: number;
  readonly unit: CountdownUnit;
  /** Until the reading can change; lets one timer sleep instead of ticking every second. */
  readonly nextChangeMs: number;
}

/** What a clock shows now. Less than a day is shown in hours, less than an hour in minutes, rounded down. */
export function countdownOf(input: CountdownInput): CountdownReading {
  const leftMs = Date.parse(input.dueAt) - input.now;
  const size = amountOf(Math.abs(leftMs));
  const inWorkingDays = leftMs > DAY_MS && input.workingDaysLeft !== undefined && input.workingDaysLeft > 0;
  return {
    state: stateOf(input, leftMs),
    amount: inWorkingDays ? Number(input.workingDaysLeft) : size.amount,
    unit: inWorkingDays ? 'workingDay' : size.unit,
    nextChangeMs: Math.max(1000, Math.min(leftMs > 0 ? leftMs % size.stepMs : size.stepMs, HOUR_MS)),
  };
}

function stateOf(input: CountdownInput, leftMs: number): CountdownState {
  if (input.halted !== undefined) return input.halted;
  if (leftMs <= 0) return 'late';
  const warnAt = input.warnAt === undefined ? Date.parse(input.dueAt) - DAY_MS : Date.parse(input.warnAt);
  return input.now >= warnAt ? 'warn' : 'calm';
}

function amountOf(ms: number): { amount: number; unit: CountdownUnit; stepMs: number } {
  if (ms >= DAY_MS) return { amount: Math.floor(ms / DAY_MS), unit: 'day', stepMs: DAY_MS };
  if (ms >= HOUR_MS) return { amount: Math.floor(ms / HOUR_MS), unit: 'hour', stepMs: HOUR_MS };
  return { amount: Math.floor(ms / MINUTE_MS), unit: 'minute', stepMs: MINUTE_MS };
}
