import { addDuty, endAbsence, listAbsences, listDuty, recordAbsence, removeDuty } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/index.ts';
import { anOffice, aPost, COUNTY, idOfAccount, SIBLING } from './testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const { services } = api;
const window = await anOffice(services);
const clerk = await aPost(services, { role: 'window-clerk', officeId: window });
const surveyor = await aPost(services, { role: 'surveyor', officeId: window });
const approver = await aPost(services, { role: 'township-approver', officeId: window });
const stranger = await aPost(services, { role: 'window-clerk', regionCode: SIBLING });
const WEEK = { fromAt: '2026-03-03T00:00:00Z', toAt: '2026-03-10T00:00:00Z', reason: '病假' };

async function as(post: { postId: string }) {
  return { session: await api.signInAs(post.postId) };
}

test('everybody records the own absence and ends it early', async () => {
  const made = await api.call(recordAbsence, { body: WEEK }, await as(surveyor));
  expect(made.status).toBe(200);
  const overlapping = await api.call(
    recordAbsence,
    { body: { ...WEEK, fromAt: '2026-03-09T00:00:00Z', toAt: '2026-03-11T00:00:00Z' } },
    await as(surveyor),
  );
  expect(overlapping.problem.fieldErrors?.[0]?.path).toBe('fromAt');
  expect((await api.call(endAbsence, { params: { id: made.body.id } }, await as(surveyor))).status).toBe(200);
  expect((await api.call(endAbsence, { params: { id: made.body.id } }, await as(surveyor))).problem.code).toBe(
    'STATE_CONFLICT',
  );
});

test('with the permission also for the own office; others may not, and other offices do not exist', async () => {
  const accountId = await idOfAccount(services, surveyor.a ?? '');
  const byClerk = await api.call(recordAbsence, { body: { ...WEEK, accountId } }, await as(clerk));
  expect(byClerk.status).toBe(200);
  const bySurveyor = await api.call(
    recordAbsence,
    { body: { ...WEEK, accountId: await idOfAccount(services, clerk.a ?? '') } },
    await as(surveyor),
  );
  expect(bySurveyor.problem.code).toBe('NOT_ALLOWED');
  const foreign = await api.call(
    recordAbsence,
    { body: { ...WEEK, accountId: await idOfAccount(services, stranger.a ?? '') } },
    await as(clerk),
  );
  const missing = await api.call(recordAbsence, { body: { ...WEEK, accountId: window } }, await as(clerk));
  expect(foreign.problem.code).toBe('NOT_FOUND');
  expect(foreign.text).toBe(missing.text);
  expect((await api.call(endAbsence, { params: { id: byClerk.body.id } }, await as(stranger))).problem.code).toBe(
    'NOT_FOUND',
  );
});

test('an absence lies ahead, in order, and is not a year long', async () => {
  const wrong = [
    { ...WEEK, toAt: '2026-03-02T23:00:00Z' },
    { ...WEEK, fromAt: '2026-02-01T00:00:00Z', toAt: '2026-02-02T00:00:00Z' },
    { ...WEEK, fromAt: '2025-12-01T00:00:00Z' },
    { ...WEEK, toAt: '2027-06-01T00:00:00Z' },
  ];
  for (const body of wrong)
    expect((await api.call(recordAbsence, { body }, await as(approver))).problem.code).toBe('INVALID_INPUT');
});

test('absences are listed for the own remit only', async () => {
  await api.call(recordAbsence, { body: WEEK }, await as(stranger));
  const here = await api.call(listAbsences, {}, await as(clerk));
  expect(here.body.items.length).toBeGreaterThan(0);
  const there = await idOfAccount(services, stranger.a ?? '');
  expect(here.body.items.some(({ accountId }) => accountId === there)).toBe(false);
  const first = await api.call(listAbsences, { query: { limit: 1 } }, await as(clerk));
  const second = await api.call(
    listAbsences,
    { query: { limit: 1, cursor: first.body.nextCursor ?? '' } },
    await as(clerk),
  );
  expect(second.body.items[0]?.id).not.toBe(first.body.items[0]?.id);
});

test('the approver keeps the roster of the own township with people who hold a post there', async () => {
  const accountId = await idOfAccount(services, clerk.a ?? '');
  const body = {
    officeId: window,
    accountId,
    startsAt: '2026-03-02T09:30:00Z',
    endsAt: '2026-03-03T00:30:00Z',
    phone: '0564-0003001',
  };
  const made = await api.call(addDuty, { body }, await as(approver));
  expect(made.status).toBe(200);
  expect((await api.call(addDuty, { body }, await as(approver))).problem.fieldErrors?.[0]?.path).toBe('startsAt');
  const outsider = await api.call(
    addDuty,
    { body: { ...body, accountId: await idOfAccount(services, stranger.a ?? '') } },
    await as(approver),
  );
  expect(outsider.problem.fieldErrors?.[0]?.path).toBe('accountId');
  const elsewhere = await api.call(addDuty, { body: { ...body, officeId: stranger.officeId } }, await as(approver));
  expect(elsewhere.problem.code).toBe('NOT_FOUND');
  expect((await api.call(addDuty, { body }, await as(clerk))).problem.code).toBe('NOT_ALLOWED');
  const listed = await api.call(listDuty, { query: { from: '2026-03-03', to: '2026-03-03' } }, await as(clerk));
  expect(listed.body.items).toMatchObject([{ id: made.body.id, phone: '05640003001' }]);
  expect((await api.call(removeDuty, { params: { id: made.body.id } }, await as(approver))).status).toBe(200);
  expect(
    (await api.call(listDuty, { query: { from: '2026-03-01', to: '2026-03-31' } }, await as(clerk))).body.items,
  ).toEqual([]);
});

test('the county clerk keeps the roster of every township below', async () => {
  const county = await aPost(services, { role: 'county-clerk', regionCode: COUNTY });
  const accountId = await idOfAccount(services, clerk.a ?? '');
  const body = {
    officeId: window,
    accountId,
    startsAt: '2026-03-04T00:30:00Z',
    endsAt: '2026-03-05T00:30:00Z',
    phone: '0564-0003001',
  };
  expect((await api.call(addDuty, { body }, await as(county))).status).toBe(200);
  const long = await api.call(addDuty, { body: { ...body, endsAt: '2026-04-05T00:30:00Z' } }, await as(county));
  expect(long.problem.fieldErrors?.[0]?.path).toBe('endsAt');
});

test('a period of the roster is at most two months', async () => {
  const answer = await api.call(listDuty, { query: { from: '2026-01-01', to: '2026-12-31' } }, await as(clerk));
  expect(answer.problem.code).toBe('INVALID_INPUT');
});
