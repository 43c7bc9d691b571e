import { expect, test } from 'vitest';
import { PUBLIC_CONTEXT, SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import type { Tx } from '../platform/db/database.ts';
import { startTestApi } from '../platform/testing/index.ts';
import { findPostOfRole, findReceptionAt, findWindowOffice, getOffice, getPost, getPostRef } from './index.ts';
import { changePostRow, lockPost } from './post-store.ts';
import { anAccount, anOffice, aPost, COUNTY, idOfAccount, SIBLING, TOWNSHIP, VILLAGE } from './testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const { services } = api;
const bureau = await anOffice(services, { kind: 'civil-affairs', regionCode: COUNTY });
const window = await anOffice(services);
await anOffice(services, { kind: 'civil-affairs', regionCode: '341500000000' });

/** As a public reporter does: no session, no remit. */
function ask<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return services.database.transact(PUBLIC_CONTEXT, work);
}

test('R-047 the window of a village is that of its township; without one the county bureau, never the city', async () => {
  expect((await ask((tx) => findWindowOffice(tx, VILLAGE)))?.id).toBe(window);
  expect((await ask((tx) => findWindowOffice(tx, TOWNSHIP)))?.id).toBe(window);
  expect((await ask((tx) => findWindowOffice(tx, SIBLING)))?.id).toBe(bureau);
  expect((await ask((tx) => findWindowOffice(tx, COUNTY)))?.id).toBe(bureau);
  expect(await ask((tx) => findWindowOffice(tx, '341500000000'))).toBeUndefined();
  expect(await ask((tx) => findWindowOffice(tx, '999999000000'))).toBeUndefined();
});

test('a post of a role is the nearest active one that somebody holds', async () => {
  const county = await aPost(services, { role: 'window-clerk', officeId: bureau, regionCode: COUNTY });
  const township = await aPost(services, { role: 'window-clerk', officeId: window });
  const find = (regionCode: string, officeId?: string) =>
    ask((tx) => findPostOfRole(tx, { role: 'window-clerk', regionCode, ...(officeId ? { officeId } : {}) }));
  expect((await find(VILLAGE))?.postId).toBe(township.postId);
  expect((await find(SIBLING))?.postId).toBe(county.postId);
  expect((await find(VILLAGE, bureau))?.postId).toBe(county.postId);
  await services.database.transact(SYSTEM_CONTEXT, (tx) => changePostRow(tx, township.postId, { active: false }));
  expect((await find(VILLAGE))?.postId).toBe(county.postId);
  await expect(ask((tx) => getPost(tx, township.postId))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await ask((tx) => getPostRef(tx, township.postId))).holderName).toContain('职员');
});

test('a post that only a disabled person holds is nobody’s', async () => {
  const login = await anAccount(services);
  const post = await aPost(services, { role: 'township-reviewer', a: login });
  await services.database.pool.query('UPDATE yimen.account SET disabled_at = now() WHERE login = $1', [login]);
  expect(await ask((tx) => findPostOfRole(tx, { role: 'township-reviewer', regionCode: VILLAGE }))).toBeUndefined();
  await expect(ask((tx) => getPost(tx, post.postId))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a post being made responsible cannot be closed in the same moment', async () => {
  const post = await aPost(services, { role: 'petty-cash-keeper' });
  const order: string[] = [];
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const { promise: isFound, resolve: found } = Promise.withResolvers<void>();
  const taking = ask(async (tx) => {
    await findPostOfRole(tx, { role: 'petty-cash-keeper', regionCode: VILLAGE });
    found();
    await held;
    order.push('taken');
  });
  await isFound;
  const closing = services.database.transact(SYSTEM_CONTEXT, async (tx) => {
    await lockPost(tx, post.postId);
    order.push('closing');
  });
  // The lock request reaches the server after this query of the same pool; it then waits for the other transaction.
  await services.database.pool.query('SELECT pg_sleep(0.05)');
  release();
  await Promise.all([taking, closing]);
  expect(order).toEqual(['taken', 'closing']);
});

test('who is on duty is known to the minute', async () => {
  const serving = (await ask((tx) => findWindowOffice(tx, VILLAGE)))?.id ?? '';
  const clerk = await aPost(services, { role: 'window-clerk', officeId: serving });
  const accountId = await idOfAccount(services, clerk.a ?? '');
  await services.database.pool.query(
    "INSERT INTO yimen.duty (id, office_id, account_id, starts_at, ends_at, phone) VALUES (gen_random_uuid(), $1, $2, '2026-03-02T09:30Z', '2026-03-03T00:30Z', '05640003001')",
    [serving, accountId],
  );
  const at = async (instant: string) =>
    (await ask((tx) => findReceptionAt(tx, VILLAGE, ['window-clerk'], new Date(instant))))?.dutyPhone;
  expect(await at('2026-03-02T09:30:00Z')).toBe('05640003001');
  expect(await at('2026-03-02T09:29:59Z')).toBeNull();
  expect(await at('2026-03-03T00:30:00Z')).toBeNull();
});

test('an office that does not exist is not found', async () => {
  expect((await ask((tx) => getOffice(tx, window))).kind).toBe('township-window');
  await expect(ask((tx) => getOffice(tx, '00000000-0000-4000-8000-000000000000'))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
