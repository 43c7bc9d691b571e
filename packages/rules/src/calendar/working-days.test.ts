import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officialCalendar as calendar, officialData } from '../../testing/official-calendar.ts';
import { addDays, dateOfDayNumber, dayNumberOf } from './plain-date.ts';
import { createWorkingDayCalendar, isScheduled, isWorkingDay } from './working-day-calendar.ts';
import { addWorkingDays, countWorkingDays, nextWorkingDayFrom, subtractWorkingDays } from './working-days.ts';

const FIRST = dayNumberOf('2015-01-05');
const LAST = dayNumberOf('2026-09-30');
const days = fc.integer({ min: FIRST, max: LAST }).map(dateOfDayNumber);

describe('working days (行政许可法 82: without holidays, with exchanged weekend days)', () => {
  test.each([
    ['2026-02-14', true, 'Saturday worked for Spring Festival'],
    ['2026-02-16', false, 'Monday in Spring Festival'],
    ['2026-03-02', true, 'plain Monday'],
    ['2026-03-07', false, 'plain Saturday'],
    ['2026-10-10', true, 'Saturday worked for National Day'],
    ['2018-12-29', true, 'Saturday worked by the notice for 2019'],
    ['2018-12-31', false, 'Monday off by the notice for 2019'],
    ['2020-01-31', false, 'Friday added by the second notice of 2020'],
  ])('%s is %s: %s', (date, expected) => {
    expect(isWorkingDay(date, calendar)).toBe(expected);
  });

  test.each([
    ['2027-01-01', false, '元旦'],
    ['2027-05-03', true, 'no more a fixed holiday since 2008'],
    ['2027-10-01', false, '国庆节'],
    ['2028-05-02', false, '劳动节, second day since 2025'],
    ['2027-05-01', false, 'a Saturday anyway'],
    ['2027-02-08', true, 'Spring Festival moves with the moon: not known without the notice'],
  ])('without a schedule only the fixed days of the holiday law are off: %s %s %s', (date, expected) => {
    expect(isWorkingDay(date, calendar)).toBe(expected);
    expect(isScheduled(date, calendar)).toBe(false);
  });

  test('a fixed holiday is off from the first to the last day of its law', () => {
    const law = { name: '劳动节', monthDay: '05-02', from: '2025-05-02', to: '2029-05-02' };
    const bare = createWorkingDayCalendar({ schedules: {}, fixedHolidays: [law] });
    const working = (date: string) => isWorkingDay(date, bare);
    expect(['2024-05-02', '2025-05-02', '2028-05-02', '2029-05-02', '2030-05-02'].map(working)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  test('the last days of December wait for the next notice', () => {
    expect(isScheduled('2026-12-27', calendar)).toBe(true);
    expect(isScheduled('2026-12-28', calendar)).toBe(false);
    expect(isScheduled('2025-12-31', calendar)).toBe(true);
  });

  test('a day is provisional when one day on the way to it is, or itself', () => {
    const across = (count: number) => addWorkingDays('2026-12-25', count, calendar).provisional;
    expect([addWorkingDays('2026-12-21', 4, calendar).provisional, across(1), across(2)]).toEqual([false, true, true]);
    const bare = createWorkingDayCalendar({
      schedules: { '2028': { papers: [], off: [], work: [] } },
      fixedHolidays: [],
    });
    expect(addWorkingDays('2027-12-31', 3, bare).provisional).toBe(false);
    expect(addWorkingDays('2027-12-30', 1, bare)).toEqual({ dueOn: '2027-12-31', provisional: true });
    expect(addWorkingDays('2027-12-30', 3, bare)).toEqual({ dueOn: '2028-01-04', provisional: true });
  });

  test('a period that ends on a rest day of an unpublished year is provisional where it ends', () => {
    expect(nextWorkingDayFrom('2026-10-10', calendar)).toEqual({ dueOn: '2026-10-10', provisional: false });
    expect(nextWorkingDayFrom('2026-10-17', calendar)).toEqual({ dueOn: '2026-10-19', provisional: false });
    expect(nextWorkingDayFrom('2027-05-03', calendar)).toEqual({ dueOn: '2027-05-03', provisional: true });
    const two = createWorkingDayCalendar({
      schedules: { '2026': { papers: [], off: ['2026-12-25'], work: ['2026-12-26'] } },
      fixedHolidays: [],
    });
    expect(nextWorkingDayFrom('2026-12-25', two)).toEqual({ dueOn: '2026-12-26', provisional: false });
    expect(nextWorkingDayFrom('2026-12-27', two)).toEqual({ dueOn: '2026-12-28', provisional: true });
  });

  test('an imported year makes a provisional day certain and may move it', () => {
    const off = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'];
    const schedules = { ...officialData.schedules, '2027': { papers: [], off, work: [] } };
    const later = createWorkingDayCalendar({ ...officialData, schedules });
    expect(addWorkingDays('2026-12-24', 10, later)).toEqual({ dueOn: '2027-01-11', provisional: false });
  });

  test('a clock that stops for some days does not count them', () => {
    const paused = (date: string) => date >= '2026-03-04' && date < '2026-03-06';
    expect(addWorkingDays('2026-03-02', 5, calendar, paused).dueOn).toBe('2026-03-11');
    expect(addWorkingDays('2026-03-02', 5, calendar).dueOn).toBe('2026-03-09');
  });

  test('property: the due day is a working day after the start', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (start, count) => {
        const { dueOn } = addWorkingDays(start, count, calendar);
        expect(isWorkingDay(dueOn, calendar)).toBe(true);
        expect(dueOn > start).toBe(true);
      }),
    );
  });

  test('property: counting back gives the same number, and one more day is later', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (start, count) => {
        const { dueOn } = addWorkingDays(start, count, calendar);
        expect(countWorkingDays(start, dueOn, calendar)).toBe(count);
        expect(addWorkingDays(start, count + 1, calendar).dueOn > dueOn).toBe(true);
      }),
    );
  });

  test('property: a later start never falls due earlier', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 60 }), (start, shift, count) => {
        const early = addWorkingDays(start, count, calendar).dueOn;
        const late = addWorkingDays(addDays(start, shift), count, calendar).dueOn;
        expect(late >= early).toBe(true);
      }),
    );
  });

  test('property: two periods in a row equal one of their sum', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (start, first, second) => {
        const middle = addWorkingDays(start, first, calendar).dueOn;
        const inTwo = addWorkingDays(middle, second, calendar).dueOn;
        expect(inTwo).toBe(addWorkingDays(start, first + second, calendar).dueOn);
        expect(subtractWorkingDays(inTwo, second, calendar)).toBe(middle);
      }),
    );
  });

  test('property: running on to the next working day stays where it is on a working day', () => {
    fc.assert(
      fc.property(days, (date) => {
        const { dueOn } = nextWorkingDayFrom(date, calendar);
        expect(isWorkingDay(dueOn, calendar)).toBe(true);
        expect(dueOn === date).toBe(isWorkingDay(date, calendar));
      }),
    );
  });

  test('every year has between 243 and 252 working days, as the notices make it', () => {
    for (let year = 2015; year <= 2025; year += 1) {
      const count = countWorkingDays(`${year - 1}-12-31`, `${year}-12-31`, calendar);
      expect(count, String(year)).toBeGreaterThanOrEqual(243);
      expect(count, String(year)).toBeLessThanOrEqual(252);
    }
  });
});
