import { randomUUID } from 'node:crypto';
import { getMe } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import { aHolder, startTestApi } from '../testing/index.ts';

const api = await startTestApi({ settings: { locality: '' } });
const { services, clock } = api;
const HOUR = 3_600_000;

test('B sees the post of A while A is absent, acts in its name, and no longer when A is back', async () => {
  const a = await aHolder(services, { role: 'township-approver' });
  const b = await aHolder(services, { role: 'window-clerk' });
  const now = clock.now();
  await services.database.transact(SYSTEM_CONTEXT, async (tx) => {
    const substitute = {
      id: randomUUID(),
      post_id: a.postId,
      account_id: b.accountId,
      kind: 'B',
      from_date: '2026-01-01',
    };
    await tx.insertInto('post_holder').values(substitute).execute();
    const [from_at, to_at] = [new Date(now.getTime() + HOUR), new Date(now.getTime() + 9 * HOUR)];
    const absence = {
      id: randomUUID(),
      account_id: a.accountId,
      from_at,
      to_at,
      reason: '开会',
      recorded_by: a.accountId,
    };
    await tx.insertInto('absence').values(absence).execute();
  });
  const session = await api.signInAs(b.accountId);
  const me = async (post?: string) => (await api.call(getMe, {}, { session, ...(post ? { post } : {}) })).body;

  expect((await me()).posts.map(({ postId }) => postId)).toEqual([b.postId]);
  expect((await me(a.postId)).post).toBeNull();

  clock.advance(2 * HOUR);
  const renewed = await api.signInAs(b.accountId);
  const acting = (await api.call(getMe, {}, { session: renewed, post: a.postId })).body;
  expect(acting.posts.map(({ postId }) => postId)).toEqual([b.postId, a.postId]);
  expect(acting.post).toMatchObject({ postId: a.postId, role: 'township-approver', onBehalfOf: '乡镇审批（委托）' });
  expect(acting.permissions).toContain('relief.approve-township');

  clock.advance(8 * HOUR);
  const later = await api.signInAs(b.accountId);
  expect((await api.call(getMe, {}, { session: later })).body.posts.map(({ postId }) => postId)).toEqual([b.postId]);
});

test('the header shows the county of the acting post', async () => {
  const { accountId } = await aHolder(services);
  const { body } = await api.call(getMe, {}, { session: await api.signInAs(accountId) });
  expect(body.locality).toBe(body.post?.regionName);
});
