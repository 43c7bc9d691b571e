import { defineRoute, signIn } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { authRoutes } from '../auth/index.ts';
import { aHolder, startTestApi } from '../testing/index.ts';
import { implement } from './implement.ts';

const tell = defineRoute({
  id: 'tell',
  method: 'POST',
  path: '/tell',
  access: 'public',
  summary: { zh: '试验', en: 'Trial' },
  response: z.object({ heard: z.boolean() }),
});

const api = await startTestApi({
  settings: { rates: { signIn: 6, publicCommand: 4, publicRead: 50 } },
  routes: (services) => [...authRoutes(services), implement(tell, async () => ({ heard: true }))],
});

test('people who are not signed in are heard so many times a minute, colleagues at the same address go on', async () => {
  const session = await api.signInAs((await aHolder(api.services)).accountId);
  const anonymous = [];
  for (let n = 0; n < 6; n++) anonymous.push(await api.call(tell));
  expect(anonymous.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429, 429]);
  expect(anonymous[5]?.problem.code).toBe('TOO_MANY_REQUESTS');
  expect(anonymous[5]?.headers.has('retry-after')).toBe(true);
  // A made-up cookie does not make one a colleague.
  expect((await api.call(tell, {}, { headers: { cookie: 'yimen_session=made-up' } })).status).toBe(429);
  const known = [];
  for (let n = 0; n < 10; n++) known.push((await api.call(tell, {}, { session })).status);
  expect(new Set(known)).toEqual(new Set([200]));
});

test('signing in is slowed down by address, whatever the account', async () => {
  const answers = [];
  for (let n = 0; n < 8; n++) answers.push(await api.call(signIn, { body: { login: `somebody${n}`, password: 'x' } }));
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
  expect(answers[7]?.headers.has('retry-after')).toBe(true);
});
