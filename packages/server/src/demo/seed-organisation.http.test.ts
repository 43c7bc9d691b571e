import { getMe, listAbsences, listDirectory, signIn } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { findPostOfRole, findReceptionAt } from '../organisation/index.ts';
import { PUBLIC_CONTEXT } from '../platform/db/access-context.ts';
import { startTestApi } from '../platform/testing/index.ts';
import { DEMO_LOGINS, DEMO_PASSWORD, defineCounty, readRegionTree } from './index.ts';
import { idOf, seedOrganisation } from './seed-organisation.ts';

const NOW = '2026-11-21T15:00:00.000Z';
const api = await startTestApi({ now: NOW, profile: 'demo' });
const { services } = api;
const county = defineCounty(readRegionTree(), NOW);
const startedAt = performance.now();
const seeded = await seedOrganisation(services, county);
const tookMs = performance.now() - startedAt;

test('the organisation of the county stands within three seconds', () => {
  expect(tookMs).toBeLessThan(3000);
});

test('every login shown at the start opens a post', async () => {
  for (const { login } of DEMO_LOGINS) {
    const { body } = await api.call(getMe, {}, { session: await api.signInAs(login) });
    expect([login, body.post !== null || login.endsWith('.b')]).toEqual([login, true]);
  }
  expect((await api.call(signIn, { body: { login: 'shipodian.window.a', password: DEMO_PASSWORD } })).body).toEqual({
    state: 'signed-in',
  });
});

test('R-035 every post that works has an A and a B, and B is somebody else', async () => {
  const { rows } = await services.database.pool.query<{ posts: number; alone: number }>(`
    SELECT count(*) AS posts, count(*) FILTER (WHERE role <> 'leader' AND (SELECT count(DISTINCT account_id) FROM yimen.post_holder h WHERE h.post_id = p.id) < 2) AS alone
    FROM yimen.post p`);
  expect(rows).toEqual([{ posts: county.posts.length, alone: 0 }]);
});

test('a night report from 三岔村 finds window, clerk and duty phone', async () => {
  const village = county.offices.find((office) => office.key === 'shipodian.sancha')?.regionCode ?? '';
  await services.database.transact(PUBLIC_CONTEXT, async (tx) => {
    const reception = await findReceptionAt(tx, village, ['window-clerk'], services.clock.now());
    expect(reception?.window.id).toBe(idOf(seeded.officeIds, 'shipodian'));
    expect(reception?.clerk?.postId).toBe(idOf(seeded.postIds, 'shipodian.window'));
    expect(reception?.dutyPhone).toMatch(/^0564-0/);
  });
});

test('the first county clerk of the definition is the first one chosen', async () => {
  const post = await services.database.transact(PUBLIC_CONTEXT, (tx) =>
    findPostOfRole(tx, { role: 'county-clerk', regionCode: county.countyCode }),
  );
  expect(post?.postId).toBe(idOf(seeded.postIds, 'minzheng.clerk1'));
});

test('the public directory of the county lists the windows of all its townships with their phones', async () => {
  const { body } = await api.call(listDirectory, { query: { region: county.countyCode } });
  const windows = body.items.filter(({ kind }) => kind === 'township-window');
  expect(windows).toHaveLength(23);
  expect(windows.every(({ phone, dutyPhone }) => phone !== null && dutyPhone !== null)).toBe(true);
  expect((await api.call(listAbsences, {}, { session: await api.signInAs('shipodian.window.a') })).body.items).toEqual(
    [],
  );
});
