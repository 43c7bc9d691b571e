import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officialCalendar as calendar } from '../../testing/official-calendar.ts';
import { ageOn } from './age.ts';
import { type ClockReading, dueAfter, type Pause, type RunningClock, readClock, warnAt } from './clock.ts';
import { endOfDay, startOfDay } from './instant.ts';
import { parseLimit } from './limit.ts';
import { addMonths } from './periods.ts';
import { findDayNumber } from './plain-date.ts';

const pause = (from: string, to: string | null): Pause => ({ from, to, reason: '等待户籍地回复' });

function running(reading: ClockReading): RunningClock {
  if (reading.state !== 'running') throw new Error('the clock stands still');
  return reading;
}

describe('clocks', () => {
  test('24 小时: an hour clock runs through night and holiday', () => {
    const due = dueAfter({ limit: { amount: 24, clock: 'hours' }, startedAt: '2026-02-16T14:00:00Z' }, calendar);
    expect(due).toMatchObject({ dueAt: '2026-02-17T14:00:00.000Z', dueOn: '2026-02-17', provisional: false });
  });

  test('an hour clock adds the time it stood still, overlapping pauses once', () => {
    const pauses = [
      pause('2026-03-02T02:00:00Z', '2026-03-02T05:00:00Z'),
      pause('2026-03-02T04:00:00Z', '2026-03-02T06:00:00Z'),
    ];
    const setting = { limit: { amount: 10, clock: 'hours' }, startedAt: '2026-03-02T00:00:00Z', pauses } as const;
    expect(running(readClock(setting, calendar)).dueAt).toBe('2026-03-02T14:00:00.000Z');
  });

  test('a pause before the start or after the due hour changes nothing', () => {
    const pauses = [
      pause('2026-03-01T00:00:00Z', '2026-03-01T20:00:00Z'),
      pause('2026-03-05T00:00:00Z', '2026-03-06T00:00:00Z'),
    ];
    const setting = { limit: { amount: 10, clock: 'hours' }, startedAt: '2026-03-02T00:00:00Z', pauses } as const;
    expect(running(readClock(setting, calendar)).dueAt).toBe('2026-03-02T10:00:00.000Z');
  });

  test('a pause that begins at the due moment comes too late to move it', () => {
    const pauses = [pause('2026-03-02T10:00:00Z', '2026-03-02T12:00:00Z')];
    const setting = { limit: { amount: 10, clock: 'hours' }, startedAt: '2026-03-02T00:00:00Z', pauses } as const;
    expect(running(readClock(setting, calendar)).dueAt).toBe('2026-03-02T10:00:00.000Z');
  });

  test('a clock that stands still has no due moment, and says why', () => {
    const setting = {
      limit: { amount: 5, clock: 'workingDays' },
      startedAt: '2026-03-02T02:00:00Z',
      pauses: [pause('2026-03-03T02:00:00Z', null)],
    } as const;
    expect(readClock(setting, calendar)).toEqual({
      state: 'paused',
      since: '2026-03-03T02:00:00Z',
      reason: '等待户籍地回复',
    });
  });

  test('working days that were paused do not count; the day of resuming does', () => {
    const setting = {
      limit: { amount: 5, clock: 'workingDays' },
      startedAt: '2026-03-02T02:00:00Z',
      pauses: [pause('2026-03-04T02:00:00Z', '2026-03-06T02:00:00Z')],
    } as const;
    expect(running(readClock(setting, calendar)).dueOn).toBe('2026-03-11');
  });

  test('a pause within one day costs no day', () => {
    const setting = {
      limit: { amount: 5, clock: 'workingDays' },
      startedAt: '2026-03-02T02:00:00Z',
      pauses: [pause('2026-03-04T02:00:00Z', '2026-03-04T08:00:00Z')],
    } as const;
    expect(running(readClock(setting, calendar)).dueOn).toBe('2026-03-09');
  });

  test('a calendar-day clock ends on the next working day unless told otherwise', () => {
    const limit = { amount: 5, clock: 'calendarDays' } as const;
    const startedAt = '2026-09-26T02:00:00Z';
    expect(dueAfter({ limit, startedAt }, calendar).dueOn).toBe('2026-10-08');
    expect(dueAfter({ limit, startedAt, restDayRule: 'asItFalls' }, calendar).dueOn).toBe('2026-10-01');
  });

  test('month and year clocks end on the corresponding day, moved on by the days that were paused', () => {
    const startedAt = '2026-01-10T02:00:00Z';
    const of = (amount: number, clock: 'months' | 'years') =>
      dueAfter({ limit: { amount, clock }, startedAt, restDayRule: 'asItFalls' }, calendar).dueOn;
    expect([of(6, 'months'), of(12, 'months'), of(1, 'years')]).toEqual(['2026-07-10', '2027-01-10', '2027-01-10']);
    const pauses = [pause('2026-02-01T02:00:00Z', '2026-02-04T02:00:00Z')];
    const setting = { limit: { amount: 6, clock: 'months' }, startedAt, restDayRule: 'asItFalls', pauses } as const;
    expect(running(readClock(setting, calendar)).dueOn).toBe('2026-07-13');
  });

  test('a day on which everything rests is not due by itself, whatever the clock', () => {
    const months = { limit: { amount: 1, clock: 'months' }, startedAt: '2026-01-21T02:00:00Z' } as const;
    expect(dueAfter(months, calendar)).toMatchObject({ dueOn: '2026-02-24', provisional: false });
    expect(dueAfter({ ...months, restDayRule: 'asItFalls' }, calendar)).toMatchObject({
      dueOn: '2026-02-21',
      provisional: false,
    });
    const late = { limit: { amount: 1, clock: 'months' }, startedAt: '2026-12-01T02:00:00Z' } as const;
    expect(dueAfter({ ...late, restDayRule: 'asItFalls' }, calendar).provisional).toBe(false);
    expect(dueAfter(late, calendar).provisional).toBe(true);
  });

  test('a reading without pauses is that of a clock that never stood still', () => {
    const setting = { limit: { amount: 5, clock: 'calendarDays' }, startedAt: '2026-03-02T02:00:00Z' } as const;
    expect(readClock(setting, calendar)).toEqual(dueAfter(setting, calendar));
    expect(readClock(setting, calendar)).toMatchObject({ state: 'running', dueOn: '2026-03-09' });
  });

  test('a day begins and ends at midnight in Shanghai', () => {
    expect([startOfDay('2026-03-02'), endOfDay('2026-03-02')]).toEqual([
      '2026-03-01T16:00:00.000Z',
      '2026-03-02T16:00:00.000Z',
    ]);
  });

  test('something due on a day is late from midnight in Shanghai', () => {
    const due = dueAfter({ limit: { amount: 1, clock: 'workingDays' }, startedAt: '2026-03-02T02:00:00Z' }, calendar);
    expect(due).toMatchObject({ dueOn: '2026-03-03', dueAt: '2026-03-03T16:00:00.000Z' });
  });

  test('warnings come before the due moment, in working days or hours', () => {
    const due = dueAfter({ limit: { amount: 10, clock: 'workingDays' }, startedAt: '2020-01-22T03:00:00Z' }, calendar);
    expect(due.dueOn).toBe('2020-02-13');
    expect(warnAt(due, { amount: 2, clock: 'workingDays' }, calendar)).toBe('2020-02-10T16:00:00.000Z');
    expect(warnAt(due, { amount: 4, clock: 'hours' }, calendar)).toBe('2020-02-13T12:00:00.000Z');
    expect(warnAt(due, { amount: 3, clock: 'calendarDays' }, calendar)).toBe('2020-02-10T16:00:00.000Z');
  });

  test('property: more pauses never bring a due moment forward', () => {
    const moment = fc
      .integer({ min: 0, max: 20 * 24 })
      .map((hour) => new Date(Date.UTC(2026, 2, 2, hour)).toISOString());
    const pauses = fc.array(fc.tuple(moment, moment), { maxLength: 4 });
    const clock = fc.constantFrom('hours', 'workingDays', 'calendarDays', 'months');
    fc.assert(
      fc.property(pauses, clock, (list, kind) => {
        const valid = list.map(([a, b]) => (a < b ? pause(a, b) : pause(b, a)));
        const setting = { limit: { amount: 3, clock: kind }, startedAt: '2026-03-02T01:00:00Z' } as const;
        const without = running(readClock({ ...setting, pauses: valid.slice(1) }, calendar)).dueAt;
        expect(running(readClock({ ...setting, pauses: valid }, calendar)).dueAt >= without).toBe(true);
      }),
    );
  });
});

describe('periods and ages', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-20', 6, '2027-05-20'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('民法典 202: %s plus %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test.each([
    ['2008-02-29', '2026-02-27', 17],
    ['2008-02-29', '2026-02-28', 18],
    ['2000-12-31', '2026-12-30', 25],
    ['2026-05-01', '2026-05-01', 0],
  ])('born %s is on %s %i years old', (bornOn, on, age) => {
    expect(ageOn(bornOn, on)).toBe(age);
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-01', '20260101', '', '2026-04-31', '0001-01-01'])(
    '%s is no day',
    (text) => {
      expect(findDayNumber(text)).toBeUndefined();
    },
  );

  test.each([
    ['10 workingDays', { amount: 10, clock: 'workingDays' }],
    ['24 hours', { amount: 24, clock: 'hours' }],
    ['10 days', undefined],
    ['1e3 hours', undefined],
    ['-1 hours', undefined],
    ['10  hours', undefined],
    ['010 hours', undefined],
  ])('the limit %s', (text, expected) => {
    expect(parseLimit(text)).toEqual(expected);
  });
});
