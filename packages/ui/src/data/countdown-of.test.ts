import { describe, expect, test } from 'vitest';
import { countdownOf } from './countdown-of.ts';

const DUE = '2026-03-05T09:30:00Z';

describe('a countdown', () => {
  test.each([
    ['2026-03-02T09:00:00Z', 'calm', 3, 'day'],
    ['2026-03-04T09:30:00Z', 'warn', 1, 'day'],
    ['2026-03-04T09:31:00Z', 'warn', 23, 'hour'],
    ['2026-03-05T09:00:30Z', 'warn', 29, 'minute'],
    ['2026-03-05T09:30:00Z', 'late', 0, 'minute'],
    ['2026-03-05T12:00:00Z', 'late', 2, 'hour'],
    ['2026-03-08T09:30:00Z', 'late', 3, 'day'],
  ] as const)('at %s is %s with %i %s', (now, state, amount, unit) => {
    expect(countdownOf({ dueAt: DUE, now: Date.parse(now) })).toMatchObject({ state, amount, unit });
  });

  test('shows working days as the server counted them while more than a day is left', () => {
    const now = Date.parse('2026-03-02T09:00:00Z');
    expect(countdownOf({ dueAt: DUE, now, workingDaysLeft: 2 })).toMatchObject({ amount: 2, unit: 'workingDay' });
  });

  test('shows hours on the last day even when working days are given', () => {
    const now = Date.parse('2026-03-05T01:30:00Z');
    expect(countdownOf({ dueAt: DUE, now, workingDaysLeft: 1 })).toMatchObject({ amount: 8, unit: 'hour' });
  });

  test('warns from the moment the procedure names', () => {
    const now = Date.parse('2026-03-03T00:00:00Z');
    expect(countdownOf({ dueAt: DUE, now, warnAt: '2026-03-02T00:00:00Z' }).state).toBe('warn');
  });

  test('does not run late while it is paused', () => {
    expect(countdownOf({ dueAt: DUE, now: Date.parse('2026-04-01T00:00:00Z'), halted: 'paused' }).state).toBe('paused');
  });
});
