import { randomUUID } from 'node:crypto';
import {
  changePassword,
  confirmSecondFactor,
  createFirstAdministrator,
  finishSecondFactor,
  getMe,
  signIn,
  signOut,
  startSecondFactor,
} from '@yimen/contracts';
import { generateSync } from 'otplib';
import { describe, expect, test } from 'vitest';
import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import { goodPassword, startTestApi, type TestApi, type TestSession } from '../testing/index.ts';
import { createFirstAdministratorToken } from './administrators.ts';
import { hashPassword } from './password-hash.ts';

const PASSWORD = 'Quiet-Rivers-42';

async function withAccount(
  api: TestApi,
  login = `p${randomUUID().slice(0, 8)}`,
): Promise<{ id: string; login: string }> {
  const id = randomUUID();
  const password_hash = await hashPassword(PASSWORD, api.services.settings.passwordHash);
  await api.services.database.transact(SYSTEM_CONTEXT, (tx) =>
    tx
      .insertInto('account')
      .values({ id, login, name: '测试员', password_hash, password_changed_at: api.clock.now() })
      .execute(),
  );
  return { id, login };
}

function sessionFrom(headers: Headers, accountId = ''): TestSession {
  const token = /yimen_session=([^;]*)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
  return { accountId, token, postId: null };
}

function enter(api: TestApi, login: string, password = PASSWORD) {
  return api.call(signIn, { body: { login, password } });
}

describe('signing in', async () => {
  const grid = { maxFailures: 5, lockMinutes: 15, failureGridMs: 20, unusedDays: 90 };
  const api = await startTestApi({ settings: { signIn: grid } });

  test('the right password opens a session that knows its person', async () => {
    const { id, login } = await withAccount(api);
    const answer = await enter(api, login.toUpperCase());
    expect(answer.body).toEqual({ state: 'signed-in' });
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict$/);
    const me = await api.call(getMe, {}, { session: sessionFrom(answer.headers) });
    expect(me.body).toMatchObject({
      accountId: id,
      login,
      post: null,
      posts: [],
      permissions: [],
      signIn: 'signed-in',
      locality: '测试县',
    });
  });

  test('five failures lock the account for fifteen minutes, the right password included', async () => {
    const { login } = await withAccount(api);
    for (let n = 0; n < 5; n++) expect((await enter(api, login, 'wrong')).problem.code).toBe('SIGN_IN_FAILED');
    expect((await enter(api, login)).problem.code).toBe('SIGN_IN_FAILED');
    api.clock.advance(16 * 60_000);
    expect((await enter(api, login)).status).toBe(200);
  });

  test('thirty parallel guesses get no more than five looks at the password', async () => {
    const { login } = await withAccount(api);
    const guesses = Array.from({ length: 30 }, (_, n) => enter(api, login, n === 29 ? PASSWORD : `guess ${n}`));
    const opened = (await Promise.all(guesses)).filter(({ status }) => status === 200);
    const { rows } = await api.services.database.pool.query(
      'SELECT failed_attempts, locked_until FROM yimen.account WHERE login = $1',
      [login],
    );
    // Either the right one was among the first five, or it came too late.
    expect(opened.length).toBeLessThanOrEqual(1);
    if (opened.length === 0) expect(rows[0].locked_until).not.toBeNull();
    expect(rows[0].failed_attempts).toBeLessThanOrEqual(5);
  });

  test('an unknown account, a wrong password and a locked account answer alike', async () => {
    const { login } = await withAccount(api);
    const unknown = await enter(api, 'nobody.here');
    const wrong = await enter(api, login, 'wrong');
    for (let n = 0; n < 5; n++) await enter(api, login, 'wrong');
    const locked = await enter(api, login);
    const shape = ({ status, text, headers }: typeof wrong) => ({ status, text, headers: [...headers.keys()].sort() });
    expect(shape(wrong)).toEqual(shape(unknown));
    expect(shape(locked)).toEqual(shape(unknown));
  });

  test('every failure is answered at a multiple of the grid, whoever it was about', async () => {
    const { login } = await withAccount(api);
    grid.failureGridMs = 400;
    const times = [];
    for (const name of ['nobody.here', login]) times.push(await timed(() => enter(api, name, 'wrong')));
    grid.failureGridMs = 20;
    // Never early; how late a busy machine answers is not what this is about.
    for (const time of times) expect(time).toBeGreaterThanOrEqual(399);
  });

  test('a session ends with sign-out, with idleness and with its absolute age', async () => {
    const { login } = await withAccount(api);
    const first = sessionFrom((await enter(api, login)).headers);
    const out = await api.call(signOut, {}, { session: first });
    expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/);
    expect((await api.call(getMe, {}, { session: first })).problem.code).toBe('NOT_SIGNED_IN');

    const idle = sessionFrom((await enter(api, login)).headers);
    api.clock.advance(31 * 60_000);
    expect((await api.call(getMe, {}, { session: idle })).status).toBe(401);

    const busy = sessionFrom((await enter(api, login)).headers);
    for (let minutes = 0; minutes < 9 * 60; minutes += 20) {
      api.clock.advance(20 * 60_000);
      expect((await api.call(getMe, {}, { session: busy })).status).toBe(200);
    }
    for (let minutes = 0; minutes < 80; minutes += 20) {
      api.clock.advance(20 * 60_000);
      await api.call(getMe, {}, { session: busy });
    }
    expect((await api.call(getMe, {}, { session: busy })).status).toBe(401);
  });

  test('disabling an account bites on the next request', async () => {
    const { id, login } = await withAccount(api);
    const session = sessionFrom((await enter(api, login)).headers);
    await api.services.database.pool.query('UPDATE yimen.account SET disabled_at = now() WHERE id = $1', [id]);
    expect((await api.call(getMe, {}, { session })).status).toBe(401);
    expect((await enter(api, login)).problem.code).toBe('SIGN_IN_FAILED');
  });

  test('a third sign-in ends the oldest of two sessions, and signing in renews the token', async () => {
    const { login } = await withAccount(api);
    const sessions: TestSession[] = [];
    for (let n = 0; n < 3; n++) {
      sessions.push(sessionFrom((await enter(api, login)).headers));
      api.clock.advance(1000);
    }
    const alive = await Promise.all(sessions.map(async (session) => (await api.call(getMe, {}, { session })).status));
    expect(alive).toEqual([401, 200, 200]);
    const again = await api.call(signIn, { body: { login, password: PASSWORD } }, { session: sessions[2] });
    expect(sessionFrom(again.headers).token).not.toBe(sessions[2]?.token);
    expect((await api.call(getMe, {}, { session: sessions[2] })).status).toBe(401);
  });

  test('every attempt is audited with the account it aimed at, and never with the login typed', async () => {
    const { id, login } = await withAccount(api);
    await enter(api, login, 'wrong');
    await enter(api, login);
    const { rows } = await api.services.database.pool.query(
      "SELECT outcome, details FROM yimen.audit_entry WHERE action = 'sign-in' AND subject_id = $1 ORDER BY id",
      [id],
    );
    expect(rows).toEqual([
      { outcome: 'refused', details: { code: 'SIGN_IN_FAILED' } },
      { outcome: 'done', details: null },
    ]);
    const all = await api.services.database.pool.query(
      'SELECT count(*) AS n FROM yimen.audit_entry WHERE audit_entry::text LIKE $1',
      [`%${login}%`],
    );
    expect(all.rows[0].n).toBe(0);
  });

  test('a changed password ends the other sessions; weak and recent ones are refused', async () => {
    const { login } = await withAccount(api);
    const other = sessionFrom((await enter(api, login)).headers);
    const session = sessionFrom((await enter(api, login)).headers);
    const change = (newPassword: string, using = session) =>
      api.call(changePassword, { body: { currentPassword: PASSWORD, newPassword } }, { session: using });
    expect((await change('Password1234!')).problem.code).toBe('WEAK_PASSWORD');
    expect((await change(PASSWORD)).problem.fieldErrors?.[0]?.path).toBe('newPassword');
    const done = await change(goodPassword());
    expect(done.body).toEqual({ state: 'signed-in' });
    expect((await api.call(getMe, {}, { session: other })).status).toBe(401);
    expect((await api.call(getMe, {}, { session: sessionFrom(done.headers) })).status).toBe(200);
  });

  test('commands from another site, or without the mark of our pages, are refused', async () => {
    const { login } = await withAccount(api);
    const body = { login, password: PASSWORD };
    const hostile = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { 'x-yimen-csrf': '0' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of hostile)
      expect((await api.call(signIn, { body }, { headers })).problem.code).toBe('CROSS_SITE');
    expect(
      (await api.call(signIn, { body }, { headers: { origin: api.url, 'sec-fetch-site': 'same-origin' } })).status,
    ).toBe(200);
  });
});

describe('the second factor under the dengbao3 profile', async () => {
  const api = await startTestApi({
    profile: 'dengbao3',
    settings: { signIn: { maxFailures: 5, lockMinutes: 15, failureGridMs: 0, unusedDays: 90 } },
  });

  async function enrol(login: string) {
    const first = await enter(api, login);
    expect(first.body).toEqual({ state: 'second-factor-setup' });
    const session = sessionFrom(first.headers);
    const { secret } = (await api.call(startSecondFactor, {}, { session })).body;
    const done = await api.call(finishSecondFactor, { body: { code: codeFor(secret) } }, { session });
    expect(done.status).toBe(200);
    return { secret, recoveryCodes: done.body.recoveryCodes, session: sessionFrom(done.headers) };
  }

  function codeFor(secret: string): string {
    return generateSync({ secret, epoch: Math.floor(api.clock.now().getTime() / 1000) });
  }

  test('without it nobody gets beyond the enrolment', async () => {
    const { login } = await withAccount(api);
    const session = sessionFrom((await enter(api, login)).headers);
    expect((await api.call(getMe, {}, { session })).body.signIn).toBe('second-factor-setup');
  });

  test('a code works once, also when two requests bring it together', async () => {
    const { login } = await withAccount(api);
    const { secret } = await enrol(login);
    api.clock.advance(60_000);
    const waiting = await Promise.all([enter(api, login), enter(api, login)]);
    const code = codeFor(secret);
    const answers = await Promise.all(
      waiting.map(({ headers }) =>
        api.call(confirmSecondFactor, { body: { code } }, { session: sessionFrom(headers) }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test('a recovery code works once', async () => {
    const { login } = await withAccount(api);
    const { recoveryCodes } = await enrol(login);
    expect(recoveryCodes).toHaveLength(10);
    const code = recoveryCodes[3] ?? '';
    const use = async () =>
      api.call(confirmSecondFactor, { body: { code } }, { session: sessionFrom((await enter(api, login)).headers) });
    expect((await use()).status).toBe(200);
    expect((await use()).problem.code).toBe('SIGN_IN_FAILED');
  });

  test('guessing codes locks like guessing passwords', async () => {
    const { login } = await withAccount(api);
    const { secret } = await enrol(login);
    api.clock.advance(60_000);
    const session = sessionFrom((await enter(api, login)).headers);
    for (let n = 0; n < 5; n++) await api.call(confirmSecondFactor, { body: { code: '000000' } }, { session });
    expect((await api.call(confirmSecondFactor, { body: { code: codeFor(secret) } }, { session })).status).toBe(401);
  });

  test('a password of 91 days must be changed before anything else', async () => {
    const { login } = await withAccount(api);
    const { secret } = await enrol(login);
    api.clock.advance(91 * 86_400_000);
    const session = sessionFrom((await enter(api, login)).headers);
    const proved = await api.call(confirmSecondFactor, { body: { code: codeFor(secret) } }, { session });
    expect(proved.body).toEqual({ state: 'password-change' });
    const done = await api.call(
      changePassword,
      { body: { currentPassword: PASSWORD, newPassword: goodPassword() } },
      { session: sessionFrom(proved.headers) },
    );
    expect(done.body).toEqual({ state: 'signed-in' });
  });
});

describe('an installation without accounts', async () => {
  const api = await startTestApi();
  test('one token makes one first administrator', async () => {
    const token = await createFirstAdministratorToken(api.services);
    const body = { token, login: 'first.admin', name: '首位管理员', password: goodPassword() };
    expect((await api.call(createFirstAdministrator, { body: { ...body, token: `${token}x` } })).problem.code).toBe(
      'TOKEN_INVALID',
    );
    const answers = await Promise.all(
      [1, 2, 3].map((n) => api.call(createFirstAdministrator, { body: { ...body, login: `first.admin${n}` } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    await expect(createFirstAdministratorToken(api.services)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    const entered = await enter(
      api,
      `first.admin${answers.findIndex(({ status }) => status === 200) + 1}`,
      body.password,
    );
    const me = await api.call(getMe, {}, { session: sessionFrom(entered.headers) });
    expect(me.body.post?.role).toBe('system-admin');
    expect(me.body.permissions).toContain('account.manage');
  });
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
