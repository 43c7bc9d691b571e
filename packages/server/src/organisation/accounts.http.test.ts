import { randomUUID } from 'node:crypto';
import {
  activateAccount,
  createAccount,
  getMe,
  listAccounts,
  resetAccount,
  signIn,
  updateAccount,
} from '@yimen/contracts';
import { expect, test } from 'vitest';
import { PUBLIC_CONTEXT } from '../platform/db/access-context.ts';
import { goodPassword, startTestApi } from '../platform/testing/index.ts';
import { useActivation } from './activation-store.ts';
import { anAccount, anOffice, anOpenReport, aPost, COUNTY, idOfAccount, SIBLING, TOWNSHIP } from './testing/index.ts';

const START = '2026-03-02T02:00:00.000Z';
const DAY_MS = 86_400_000;
const api = await startTestApi({ now: START });
const { services } = api;
const platform = await anOffice(services, { kind: 'platform', regionCode: COUNTY });
const system = await aPost(services, { role: 'system-admin', officeId: platform, regionCode: COUNTY });

async function admin() {
  return { session: await api.signInAs(system.postId) };
}

async function opened(login: string) {
  const { body } = await api.call(
    createAccount,
    { body: { login, name: '王小梅', phone: '12800000001' } },
    await admin(),
  );
  return body;
}

function signInWith(login: string, password: string) {
  return api.call(signIn, { body: { login, password } });
}

test('a new person sets the first password with a token that works once and is stored as a digest', async () => {
  const { id, activationToken } = await opened('xiaomei');
  const password = goodPassword();
  expect((await signInWith('xiaomei', password)).problem.code).toBe('SIGN_IN_FAILED');
  expect((await api.call(activateAccount, { body: { token: activationToken, password } })).body).toEqual({ id });
  expect((await signInWith('xiaomei', password)).body).toEqual({ state: 'signed-in' });
  const again = await api.call(activateAccount, { body: { token: activationToken, password: goodPassword() } });
  expect(again.problem.code).toBe('TOKEN_INVALID');
  const { rows } = await services.database.pool.query(
    "SELECT 1 FROM yimen.account_activation WHERE encode(digest, 'escape') LIKE $1",
    [`%${activationToken}%`],
  );
  expect(rows).toEqual([]);
});

test('a token ends after 72 hours', async () => {
  const { activationToken } = await opened('late');
  api.clock.set('2026-03-05T02:00:00.000Z');
  const answer = await api.call(activateAccount, { body: { token: activationToken, password: goodPassword() } });
  expect(answer.problem.code).toBe('TOKEN_INVALID');
  api.clock.set('2026-03-02T02:00:00.000Z');
});

test('a weak password is refused and the token stays usable', async () => {
  const { activationToken } = await opened('weak');
  const weak = await api.call(activateAccount, { body: { token: activationToken, password: 'Password1234!' } });
  expect(weak.problem).toMatchObject({ code: 'WEAK_PASSWORD', fieldErrors: [{ path: 'password' }] });
  expect((await api.call(activateAccount, { body: { token: activationToken, password: goodPassword() } })).status).toBe(
    200,
  );
});

test('a login name belongs to one person', async () => {
  await opened('twice');
  const answer = await api.call(createAccount, { body: { login: 'TWICE', name: '李四', phone: null } }, await admin());
  expect(answer.problem.code).toBe('LOGIN_TAKEN');
});

test('the token is shown once: it is not kept with the answer of the command', async () => {
  const { activationToken } = await opened('once');
  const { rows } = await services.database.pool.query('SELECT 1 FROM yimen.idempotency WHERE response::text LIKE $1', [
    `%${activationToken}%`,
  ]);
  expect(rows).toEqual([]);
});

test('a repeated command does not open a second account and does not show the token again', async () => {
  const key = randomUUID();
  const body = { login: 'repeated', name: '王小梅', phone: null };
  const options = { ...(await admin()), key };
  expect((await api.call(createAccount, { body }, options)).status).toBe(200);
  const again = await api.call(createAccount, { body }, options);
  expect(again.problem).toMatchObject({ code: 'STATE_CONFLICT', facts: { shownOnce: true } });
});

test('a reset ends the sessions and the old password, keeps the second factor, and tells nobody a password', async () => {
  const { id, activationToken } = await opened('forgot');
  const first = goodPassword();
  await api.call(activateAccount, { body: { token: activationToken, password: first } });
  await services.database.pool.query(
    "UPDATE yimen.account SET totp_secret_encrypted = '\\x01', totp_confirmed_at = now() WHERE id = $1",
    [id],
  );
  const session = await api.signInAs('forgot');
  const reset = await api.call(resetAccount, { params: { id } }, await admin());
  expect(Object.keys(reset.body)).toEqual(['activationToken']);
  expect((await api.call(getMe, {}, { session })).status).toBe(401);
  expect((await signInWith('forgot', first)).problem.code).toBe('SIGN_IN_FAILED');
  const same = await api.call(activateAccount, { body: { token: reset.body.activationToken, password: first } });
  expect(same.problem.code).toBe('WEAK_PASSWORD');
  const second = goodPassword();
  await api.call(activateAccount, { body: { token: reset.body.activationToken, password: second } });
  expect((await signInWith('forgot', second)).body).toEqual({ state: 'second-factor' });
});

test('a token that two requests found valid in the same moment is used by one of them', async () => {
  const { activationToken } = await opened('race');
  const use = () =>
    services.database.transact(PUBLIC_CONTEXT, (tx) => useActivation(tx, activationToken, services.clock.now()));
  const results = await Promise.all([use(), use(), use()]);
  expect(results.filter((isFirst) => isFirst)).toHaveLength(1);
});

test('only the newest token works', async () => {
  const { id, activationToken } = await opened('newest');
  const { body } = await api.call(resetAccount, { params: { id } }, await admin());
  expect(
    (await api.call(activateAccount, { body: { token: activationToken, password: goodPassword() } })).problem.code,
  ).toBe('TOKEN_INVALID');
  expect(
    (await api.call(activateAccount, { body: { token: body.activationToken, password: goodPassword() } })).status,
  ).toBe(200);
});

test('a disabled person is out at once, in every session, and leaves the posts to the substitutes', async () => {
  const substitute = await anAccount(services);
  const post = await aPost(services, { role: 'window-clerk', b: [substitute] });
  await anOpenReport(services, post.postId, post.officeId);
  const id = await idOfAccount(services, post.a ?? '');
  const sessions = [await api.signInAs(id), await api.signInAs(id)];
  const done = await api.call(
    updateAccount,
    { params: { id }, body: { disabled: true, expectedVersion: 1 } },
    await admin(),
  );
  expect(done.status).toBe(200);
  for (const session of sessions) expect((await api.call(getMe, {}, { session })).status).toBe(401);
  const me = await api.call(getMe, {}, { session: await api.signInAs(substitute) });
  expect(me.body.posts.map(({ postId }) => postId)).toEqual([post.postId]);
  const back = await api.call(
    updateAccount,
    { params: { id }, body: { disabled: false, expectedVersion: 2 } },
    await admin(),
  );
  expect(back.status).toBe(200);
  for (const session of sessions) expect((await api.call(getMe, {}, { session })).status).toBe(401);
  expect((await api.call(getMe, {}, { session: await api.signInAs(id) })).body.posts).toEqual([]);
});

test('who alone answers for open work is not disabled before handing it over', async () => {
  const post = await aPost(services, { role: 'window-clerk' });
  await anOpenReport(services, post.postId, post.officeId);
  const id = await idOfAccount(services, post.a ?? '');
  const session = await api.signInAs(id);
  const answer = await api.call(
    updateAccount,
    { params: { id }, body: { disabled: true, expectedVersion: 1 } },
    await admin(),
  );
  expect(answer.problem).toMatchObject({
    code: 'POST_STILL_RESPONSIBLE',
    facts: { posts: [{ postId: post.postId, reports: 1 }] },
  });
  expect((await api.call(getMe, {}, { session })).status).toBe(200);
});

test('nobody disables the own account, and an outdated change is refused with both versions', async () => {
  const own = await idOfAccount(services, system.a ?? '');
  const answer = await api.call(
    updateAccount,
    { params: { id: own }, body: { disabled: true, expectedVersion: 1 } },
    await admin(),
  );
  expect(answer.problem).toMatchObject({ code: 'STATE_CONFLICT', facts: { ownAccount: true } });
  const id = await idOfAccount(services, await anAccount(services));
  await api.call(updateAccount, { params: { id }, body: { name: '新名', expectedVersion: 1 } }, await admin());
  const late = await api.call(
    updateAccount,
    { params: { id }, body: { name: '旧名', expectedVersion: 1 } },
    await admin(),
  );
  expect(late.problem).toMatchObject({
    code: 'VERSION_CONFLICT',
    facts: { yours: { version: 1, name: '旧名' }, theirs: { version: 2, name: '新名' } },
  });
});

test('people see the accounts of their remit, administrators all, in the order of logins', async () => {
  const here = await aPost(services, { role: 'township-approver', regionCode: TOWNSHIP });
  const there = await aPost(services, { role: 'window-clerk', regionCode: SIBLING });
  const names = async (session: Awaited<ReturnType<typeof api.signInAs>>) => {
    const { body } = await api.call(listAccounts, { query: { limit: 100 } }, { session });
    return body.items.map(({ login }) => login);
  };
  const township = await names(await api.signInAs(here.postId));
  expect(township).toContain(here.a);
  expect(township).not.toContain(there.a);
  const all = await names((await admin()).session);
  expect(all).toEqual(expect.arrayContaining([here.a, there.a]));
  const first = await api.call(listAccounts, { query: { limit: 3 } }, await admin());
  const second = await api.call(
    listAccounts,
    { query: { limit: 3, cursor: first.body.nextCursor ?? '' } },
    await admin(),
  );
  expect([...first.body.items, ...second.body.items].map(({ login }) => login)).toEqual(all.slice(0, 6));
  const found = await api.call(listAccounts, { query: { search: 'xiaomei' } }, await admin());
  expect(found.body.items).toMatchObject([{ login: 'xiaomei', phoneMasked: '128****0001', posts: [] }]);
});

test('an account nobody used for 90 days does not sign in, as if the password were wrong, until an administrator enables it', async () => {
  const { id, activationToken } = await opened('away');
  const password = goodPassword();
  await api.call(activateAccount, { body: { token: activationToken, password } });
  // Opened by this clock, as an account of an installation is.
  await services.database.pool.query('UPDATE yimen.account SET created_at = $2 WHERE id = $1', [id, START]);
  expect((await signInWith('away', password)).status).toBe(200);
  const listed = async () => (await api.call(listAccounts, { query: { search: 'away' } }, await admin())).body.items[0];

  api.clock.advance(90 * DAY_MS);
  expect(await listed()).toMatchObject({ disabled: false, unused: false });
  expect((await signInWith('away', password)).status).toBe(200);
  api.clock.advance(90 * DAY_MS + 1000);
  const late = await signInWith('away', password);
  expect(late.text).toBe((await signInWith('away', goodPassword())).text);
  expect(late.problem.code).toBe('SIGN_IN_FAILED');
  const found = await listed();
  expect(found).toMatchObject({ disabled: true, unused: true });
  // Whoever names somebody sees it, to have it enabled.
  expect(await offered('away')).toMatchObject([{ id, unused: true }]);

  const body = { disabled: false, expectedVersion: found?.version ?? 0 };
  expect((await api.call(updateAccount, { params: { id }, body }, await admin())).status).toBe(200);
  expect(await listed()).toMatchObject({ disabled: false, unused: false });
  expect((await signInWith('away', password)).body).toEqual({ state: 'signed-in' });
  const closed = { disabled: true, expectedVersion: (await listed())?.version ?? 0 };
  expect((await api.call(updateAccount, { params: { id }, body: closed }, await admin())).status).toBe(200);
  expect(await listed()).toMatchObject({ disabled: true, unused: false });
  expect(await offered('away')).toEqual([]);
  api.clock.set(START);
});

async function offered(search: string) {
  return (await api.call(listAccounts, { query: { search, without: 'disabled' } }, await admin())).body.items;
}
