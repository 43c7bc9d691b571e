import { importCalendar, listCalendar } from '@yimen/contracts';
import { isScheduled, isWorkingDay } from '@yimen/rules';
import { expect, test } from 'vitest';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { startTestApi } from '../platform/testing/index.ts';
import { loadHolidays } from '../policy/index.ts';
import { findCalendarErrors } from './import-calendar.ts';
import { loadCalendar } from './index.ts';
import { anOffice, aPost, COUNTY } from './testing/index.ts';

const api = await startTestApi();
const { services } = api;
const platform = await anOffice(services, { kind: 'platform', regionCode: COUNTY });
const system = await aPost(services, { role: 'system-admin', officeId: platform, regionCode: COUNTY });
const session = await api.signInAs(system.postId);
const { schedules, fixedHolidays } = loadHolidays();

const YEAR_2027 = {
  source: '国务院办公厅关于2027年部分节假日安排的通知（测试）',
  offDays: ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04'],
  workDays: ['2027-10-09'],
};

test('every schedule the State Council has published since 2015 passes the checks of an import', () => {
  const faults = Object.entries(schedules).flatMap(([year, { off, work }]) =>
    findCalendarErrors(Number(year), { offDays: [...off], workDays: [...work] }, fixedHolidays),
  );
  // The extended Spring Festival of 2020: the notice named the Monday on which work began again.
  expect(faults.map(({ message }) => message.en)).toEqual(['2020-02-03 is no weekend day; it needs no exchange']);
});

test('a new installation knows the schedules of 2015 to 2026, days as plain dates', async () => {
  const { body } = await api.call(listCalendar, {}, { session });
  expect(body.items.map(({ year }) => year)).toEqual([
    2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017, 2016, 2015,
  ]);
  expect(body.items[0]?.offDays).toEqual(schedules['2026']?.off);
  expect(isWorkingDay('2026-02-16', services.calendar())).toBe(false);
  expect(isWorkingDay('2026-02-28', services.calendar())).toBe(true);
});

test('an imported year ends the provisional deadlines, here and in the worker', async () => {
  expect(isScheduled('2027-03-01', services.calendar())).toBe(false);
  const done = await api.call(importCalendar, { params: { year: 2027 }, body: YEAR_2027 }, { session });
  expect(done.status).toBe(200);
  const { rows } = await services.database.pool.query(
    "SELECT payload FROM yimen.outbox_event WHERE type = 'calendar.imported'",
  );
  expect(rows).toEqual([{ payload: { year: 2027 } }]);
  await api.worker.drain();
  expect(isScheduled('2027-03-01', services.calendar())).toBe(true);
  expect(isWorkingDay('2027-10-04', services.calendar())).toBe(false);
  expect(isWorkingDay('2027-10-09', services.calendar())).toBe(true);
  const fresh = await services.database.transact(SYSTEM_CONTEXT, loadCalendar);
  expect(isWorkingDay('2027-10-04', fresh)).toBe(false);
});

test('a later notice replaces the year', async () => {
  const offDays = [...YEAR_2027.offDays, '2027-10-05'];
  await api.call(importCalendar, { params: { year: 2027 }, body: { ...YEAR_2027, offDays } }, { session });
  const { body } = await api.call(listCalendar, {}, { session });
  expect(body.items[0]).toMatchObject({ year: 2027, offDays });
});

test('an incomplete or contradictory schedule is refused, each fault beside its day', async () => {
  const body = {
    source: YEAR_2027.source,
    offDays: ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2028-01-01', '2027-01-01'],
    workDays: ['2027-10-01', '2027-10-09', '2027-10-11'],
  };
  const { problem } = await api.call(importCalendar, { params: { year: 2027 }, body }, { session });
  expect(problem.code).toBe('CALENDAR_INVALID');
  expect(problem.fieldErrors?.map(({ path, message }) => [path, message.en])).toEqual([
    ['offDays.5', '2028-01-01 does not belong to the schedule of 2027'],
    ['offDays.6', '2027-01-01 stands here twice'],
    ['workDays.0', '2027-10-01 is both a day off and a working day'],
    ['workDays.2', '2027-10-11 is no weekend day; it needs no exchange'],
    ['offDays', 'The statutory holiday 2027-10-03 is missing'],
  ]);
});

test('only the system administrator imports, everybody signed in may look', async () => {
  const clerk = await aPost(services, { role: 'window-clerk' });
  const other = await api.signInAs(clerk.postId);
  expect(
    (await api.call(importCalendar, { params: { year: 2027 }, body: YEAR_2027 }, { session: other })).problem.code,
  ).toBe('NOT_ALLOWED');
  expect((await api.call(listCalendar, {}, { session: other })).status).toBe(200);
});
