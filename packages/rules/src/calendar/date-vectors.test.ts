import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officialCalendar as calendar } from '../../testing/official-calendar.ts';
import { checkText, titleOf } from '../../testing/vectors.ts';
import { ageOn } from './age.ts';
import { type RunningClock, readClock } from './clock.ts';
import { addCalendarDays, addMonthsPeriod } from './periods.ts';
import { addWorkingDays } from './working-days.ts';

// A process east or west of China must get the same days.
const ZONES = [
  ['America/Los_Angeles', 480],
  ['Asia/Shanghai', -480],
  ['Pacific/Kiritimati', -840],
] as const;

describe.each(ZONES)('dates with the process in %s', (zone, offsetInJanuary) => {
  const before = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  test('the zone of the process is really set', () => {
    expect(new Date(2026, 0, 15).getTimezoneOffset()).toBe(offsetInJanuary);
  });

  const counted: readonly (readonly [string, string, number])[] = [
    ['T-040', 'd30', 30],
    ['T-040', 'd45', 45],
    ['T-041', 'd20', 20],
    ['T-043', 'd20', 20],
    ['T-044', 'd3', 3],
    ['T-072', 'd10', 10],
    ['T-092', 'd10', 10],
  ];
  test.each(counted)('%s %s: %i working days', (id, key, days) => {
    const due = addWorkingDays(checkText(id, 'start'), days, calendar);
    expect(due, titleOf(id)).toEqual({ dueOn: checkText(id, key), provisional: false });
  });

  test(titleOf('T-047'), () => {
    const due = addWorkingDays(checkText('T-047', 'start'), 10, calendar);
    expect(due).toEqual({ dueOn: checkText('T-047', 'd10_provisional'), provisional: true });
  });

  test(titleOf('T-048'), () => {
    const start = checkText('T-048', 'start');
    expect(addCalendarDays(start, 7, 'nextWorkingDay', calendar).dueOn).toBe(checkText('T-048', 'end'));
    expect(addCalendarDays(start, 7, 'asItFalls', calendar).dueOn).toBe('2026-10-01');
  });

  test(titleOf('T-028'), () => {
    expect(addMonthsPeriod('2026-01-10', 12, 'asItFalls', calendar).dueOn).toBe(checkText('T-028', 'a'));
    expect(addMonthsPeriod('2026-01-10', 6, 'asItFalls', calendar).dueOn).toBe(checkText('T-028', 'b'));
  });

  test(titleOf('T-143'), () => {
    const received = checkText('T-143', 'recv');
    const reconsider = addCalendarDays(received, 60, 'nextWorkingDay', calendar);
    expect(reconsider).toEqual({ dueOn: checkText('T-143', 'reconsider'), provisional: true });
    const suit = addMonthsPeriod(received, 6, 'nextWorkingDay', calendar);
    expect(suit.dueOn).toBe(checkText('T-143', 'suit'));
  });

  test.each(['T-064', 'T-065'])('%s full years', (id) => {
    expect(ageOn(checkText(id, 'bornOn'), checkText(id, 'on')), titleOf(id)).toBe(Number(checkText(id, 'age')));
  });

  test('T-065 43号 art.5(二): exactly 16 is not under 16', () => {
    expect(ageOn('2010-11-21', '2026-11-20') < 16).toBe(true);
    expect(ageOn('2010-11-21', '2026-11-21') < 16).toBe(false);
  });

  test('a clock started late in the Shanghai evening counts from the Shanghai day', () => {
    // 2026-03-02 23:30 in Shanghai is still 15:30 UTC, 07:30 in Los Angeles.
    const reading = readClock(
      { limit: { amount: 1, clock: 'workingDays' }, startedAt: '2026-03-02T15:30:00Z' },
      calendar,
    );
    expect((reading as RunningClock).dueOn).toBe('2026-03-03');
    const nextDay = readClock(
      { limit: { amount: 1, clock: 'workingDays' }, startedAt: '2026-03-02T16:30:00Z' },
      calendar,
    );
    expect((nextDay as RunningClock).dueOn).toBe('2026-03-04');
  });
});
