import { assignPost, createPost, getMe, listPosts, recordAbsence, updatePost } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { startTestApi } from '../platform/testing/index.ts';
import { insertHolders } from './post-store.ts';
import {
  anAccount,
  anOffice,
  anOpenReport,
  aPost,
  COUNTY,
  idOfAccount,
  SIBLING,
  TOWNSHIP,
  VILLAGE,
} from './testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const { services } = api;
const platform = await anOffice(services, { kind: 'platform', regionCode: COUNTY });
const security = await aPost(services, { role: 'security-admin', officeId: platform, regionCode: COUNTY });
const system = await aPost(services, { role: 'system-admin', officeId: platform, regionCode: COUNTY });
const session = await api.signInAs(security.postId);

async function newPerson(): Promise<string> {
  return idOfAccount(services, await anAccount(services));
}

test('a post is set up inside the region of its office', async () => {
  const officeId = await anOffice(services);
  const body = { officeId, role: 'village-assistant', title: '协理员', regionCode: VILLAGE } as const;
  const made = await api.call(createPost, { body }, { session });
  expect(made.status).toBe(200);
  const beyond = await api.call(createPost, { body: { ...body, regionCode: COUNTY } }, { session });
  expect(beyond.problem).toMatchObject({ code: 'INVALID_INPUT', fieldErrors: [{ path: 'regionCode' }] });
  const beside = await api.call(createPost, { body: { ...body, regionCode: SIBLING } }, { session });
  expect(beside.status).toBe(422);
});

test('A and B are named, changed and listed; the new holder is in at the next request, the old one out', async () => {
  const post = await aPost(services, { role: 'window-clerk' });
  const before = await api.signInAs(post.postId);
  const [a, b] = [await newPerson(), await newPerson()];
  const done = await api.call(
    assignPost,
    { params: { id: post.postId }, body: { a, b: [b], expectedVersion: 1 } },
    { session },
  );
  expect(done.body).toEqual({ id: post.postId, version: 2 });
  const { body } = await api.call(listPosts, { query: { officeId: post.officeId } }, { session });
  expect(body.items[0]?.holders.map(({ accountId, kind }) => [accountId, kind])).toEqual([
    [a, 'A'],
    [b, 'B'],
  ]);
  expect((await api.call(getMe, {}, { session: await api.signInAs(a) })).body.post?.postId).toBe(post.postId);
  expect((await api.call(getMe, {}, { session: before })).body.post).toBeNull();
});

test('A and B change places without leaving the post', async () => {
  const post = await aPost(services, { role: 'surveyor' });
  const a = await idOfAccount(services, post.a ?? '');
  const b = await newPerson();
  await api.call(assignPost, { params: { id: post.postId }, body: { a, b: [b], expectedVersion: 1 } }, { session });
  const swapped = await api.call(
    assignPost,
    { params: { id: post.postId }, body: { a: b, b: [a], expectedVersion: 2 } },
    { session },
  );
  expect(swapped.status).toBe(200);
  const { body } = await api.call(listPosts, { query: { officeId: post.officeId } }, { session });
  expect(body.items[0]?.holders.map(({ accountId, kind }) => [accountId, kind])).toEqual([
    [b, 'A'],
    [a, 'B'],
  ]);
});

test('nobody is named twice, and only people who may sign in', async () => {
  const post = await aPost(services, { role: 'surveyor' });
  const person = await newPerson();
  const twice = await api.call(
    assignPost,
    { params: { id: post.postId }, body: { a: person, b: [person], expectedVersion: 1 } },
    { session },
  );
  expect(twice.problem.fieldErrors?.map(({ path }) => path)).toEqual(['b.0']);
  const unknown = await api.call(
    assignPost,
    { params: { id: post.postId }, body: { a: post.postId, b: [], expectedVersion: 1 } },
    { session },
  );
  expect(unknown.problem.fieldErrors?.map(({ path }) => path)).toEqual(['a']);
});

test('whoever is shut because nobody used the account is not named anew, but does not hinder a change of others', async () => {
  const post = await aPost(services, { role: 'surveyor' });
  const [shut, other] = [await newPerson(), await newPerson()];
  const age = (id: string) =>
    services.database.pool.query("UPDATE yimen.account SET created_at = '2025-11-01T00:00:00Z' WHERE id = $1", [id]);
  const assign = (a: string, b: string[], expectedVersion: number) =>
    api.call(assignPost, { params: { id: post.postId }, body: { a, b, expectedVersion } }, { session });
  await age(shut);
  const late = await assign(shut, [], 1);
  expect(late.problem).toMatchObject({
    code: 'INVALID_INPUT',
    fieldErrors: [{ path: 'a', message: { zh: expect.stringContaining('请先由系统管理员') } }],
  });
  expect((await assign(other, [], 1)).status).toBe(200);
  await age(other);
  expect((await assign(other, [await newPerson()], 2)).status).toBe(200);
});

test('an outdated assignment is refused with both versions', async () => {
  const post = await aPost(services, { role: 'surveyor' });
  const [first, second] = [await newPerson(), await newPerson()];
  await api.call(
    assignPost,
    { params: { id: post.postId }, body: { a: first, b: [], expectedVersion: 1 } },
    { session },
  );
  const late = await api.call(
    assignPost,
    { params: { id: post.postId }, body: { a: second, b: [], expectedVersion: 1 } },
    { session },
  );
  expect(late.problem).toMatchObject({
    code: 'VERSION_CONFLICT',
    facts: { yours: { version: 1, a: second }, theirs: { version: 2, a: { accountId: first } } },
  });
});

test('while A is absent, B acts through the post on behalf of A, and not before or after', async () => {
  const substitute = await anAccount(services);
  const post = await aPost(services, { role: 'window-clerk', b: [substitute] });
  const b = await api.signInAs(substitute);
  const posts = async () => (await api.call(getMe, {}, { session: b })).body.posts;
  expect(await posts()).toEqual([]);
  const a = await api.signInAs(post.postId);
  await api.call(
    recordAbsence,
    { body: { fromAt: '2026-03-02T00:00:00Z', toAt: '2026-03-02T02:10:00Z', reason: '培训' } },
    { session: a },
  );
  expect(await posts()).toMatchObject([{ postId: post.postId, onBehalfOf: expect.stringContaining('职员') }]);
  const { body } = await api.call(listPosts, { query: { officeId: post.officeId } }, { session: b, post: post.postId });
  expect(body.items[0]?.holders[0]).toMatchObject({ kind: 'A', absentUntil: '2026-03-02T02:10:00.000Z' });
  api.clock.set('2026-03-02T02:10:00.000Z');
  expect(await posts()).toEqual([]);
  api.clock.set('2026-03-02T02:00:00.000Z');
});

test('等保 the three administrators are three different people', async () => {
  const person = await idOfAccount(services, system.a ?? '');
  const answer = await api.call(
    assignPost,
    { params: { id: security.postId }, body: { a: person, b: [], expectedVersion: 1 } },
    { session },
  );
  expect(answer.problem).toMatchObject({ code: 'ADMIN_ROLES_EXCLUSIVE', facts: { accountId: person } });
});

test('an administrator handles no cases, and who handles cases is no administrator', async () => {
  const clerk = await aPost(services, { role: 'window-clerk' });
  const administrator = await idOfAccount(services, system.a ?? '');
  const toClerk = await api.call(
    assignPost,
    { params: { id: clerk.postId }, body: { a: administrator, b: [], expectedVersion: 1 } },
    { session },
  );
  expect(toClerk.problem.code).toBe('ADMIN_ROLES_EXCLUSIVE');
  const worker = await idOfAccount(services, clerk.a ?? '');
  const toAdministrator = await api.call(
    assignPost,
    { params: { id: system.postId }, body: { a: administrator, b: [worker], expectedVersion: 1 } },
    { session },
  );
  expect(toAdministrator.problem.code).toBe('ADMIN_ROLES_EXCLUSIVE');
});

test('two assignments of the same moment cannot make one person two administrators', async () => {
  const audit = await aPost(services, { role: 'audit-admin', officeId: platform, regionCode: COUNTY });
  for (let round = 0; round < 10; round++) {
    const accountId = await newPerson();
    const give = (postId: string) =>
      services.database.transact(SYSTEM_CONTEXT, (tx) =>
        insertHolders(tx, postId, [{ accountId, kind: 'B' }], '2026-03-02'),
      );
    const results = await Promise.allSettled([give(system.postId), give(audit.postId), give(security.postId)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  }
});

test('a post that still answers for something is neither closed nor emptied', async () => {
  const post = await aPost(services, { role: 'window-clerk' });
  await anOpenReport(services, post.postId, post.officeId);
  const closing = await api.call(
    updatePost,
    { params: { id: post.postId }, body: { active: false, expectedVersion: 1 } },
    { session },
  );
  expect(closing.problem).toMatchObject({
    code: 'POST_STILL_RESPONSIBLE',
    facts: { posts: [{ postId: post.postId, cases: 0, tasks: 0, reports: 1 }] },
  });
  const emptying = await api.call(
    assignPost,
    { params: { id: post.postId }, body: { a: null, b: [], expectedVersion: 1 } },
    { session },
  );
  expect(emptying.problem.code).toBe('POST_STILL_RESPONSIBLE');
  const handing = await api.call(
    assignPost,
    { params: { id: post.postId }, body: { a: await newPerson(), b: [], expectedVersion: 1 } },
    { session },
  );
  expect(handing.status).toBe(200);
});

test('a closed post loses its holders and is filled anew when it opens again', async () => {
  const post = await aPost(services, { role: 'surveyor' });
  const closed = await api.call(
    updatePost,
    { params: { id: post.postId }, body: { active: false, expectedVersion: 1 } },
    { session },
  );
  expect(closed.status).toBe(200);
  const opened = await api.call(
    updatePost,
    { params: { id: post.postId }, body: { active: true, expectedVersion: 2 } },
    { session },
  );
  expect(opened.status).toBe(200);
  const { body } = await api.call(listPosts, { query: { officeId: post.officeId } }, { session });
  expect(body.items).toMatchObject([{ active: true, holders: [] }]);
});

test('the last security administrator cannot be removed, not even by mistake', async () => {
  const answer = await api.call(
    assignPost,
    { params: { id: security.postId }, body: { a: null, b: [], expectedVersion: 1 } },
    { session },
  );
  expect(answer.problem).toMatchObject({ code: 'STATE_CONFLICT', facts: { lastHolderOf: 'security-admin' } });
});

test('a post keeps its role, whatever a program writes', async () => {
  const post = await aPost(services, { role: 'window-clerk' });
  const change = services.database.pool.query("UPDATE yimen.post SET role = 'county-approver' WHERE id = $1", [
    post.postId,
  ]);
  await expect(change).rejects.toMatchObject({ constraint: 'post_keeps_role' });
});

test('pages of posts follow each other by office and seat', async () => {
  const officeId = await anOffice(services, { kind: 'leading-group', regionCode: SIBLING });
  for (let n = 0; n < 7; n++) await aPost(services, { role: 'leader', officeId, regionCode: SIBLING });
  const first = await api.call(listPosts, { query: { region: SIBLING, limit: 5 } }, { session });
  const second = await api.call(
    listPosts,
    { query: { region: SIBLING, limit: 5, cursor: first.body.nextCursor ?? '' } },
    { session },
  );
  expect(new Set([...first.body.items, ...second.body.items].map(({ id }) => id)).size).toBe(7);
  expect(second.body.nextCursor).toBeNull();
  expect(
    (await api.call(listPosts, { query: { region: TOWNSHIP, role: 'security-admin' } }, { session })).body.items,
  ).toEqual([]);
});
