import { fileRelative, listRelatives, withdrawRelative } from '@yimen/contracts';
import { fakeResidentId } from '@yimen/rules';
import { expect, test } from 'vitest';
import { PUBLIC_CONTEXT } from '../platform/db/access-context.ts';
import { startTestApi } from '../platform/testing/index.ts';
import { relativesAmong } from './index.ts';
import { aPost, COUNTY, idOfAccount, SIBLING } from './testing/index.ts';

const api = await startTestApi();
const { services } = api;
const clerk = await aPost(services, { role: 'window-clerk' });
const surveyor = await aPost(services, { role: 'surveyor' });
const stranger = await aPost(services, { role: 'window-clerk', regionCode: SIBLING });
const county = await aPost(services, { role: 'county-clerk', regionCode: COUNTY });
const NUMBER = fakeResidentId(7);

async function as(post: { postId: string }) {
  return { session: await api.signInAs(post.postId) };
}

function relationOf(accountId: string, number: string) {
  return services.database.transact(PUBLIC_CONTEXT, (tx) =>
    relativesAmong(tx, { accountId, behalfAccountId: null, hasFiledRelatives: true }, [
      services.vault.index('id-number', fakeResidentId(99)),
      services.vault.index('id-number', number),
    ]),
  );
}

test('R-171 a filed relative is found by the ID number, however it is typed, and by nothing else', async () => {
  const accountId = await idOfAccount(services, surveyor.a ?? '');
  const body = { accountId, relation: 'sibling', name: '张三', idNumber: ` ${NUMBER.toLowerCase()} ` } as const;
  const made = await api.call(fileRelative, { body }, await as(clerk));
  expect(made.status).toBe(200);
  expect(await relationOf(accountId, NUMBER)).toBe('sibling');
  expect(await relationOf(accountId, fakeResidentId(8))).toBeUndefined();
  expect(await relationOf(await idOfAccount(services, clerk.a ?? ''), NUMBER)).toBeUndefined();
  const again = await api.call(fileRelative, { body }, await as(clerk));
  expect(again.problem.fieldErrors?.[0]?.path).toBe('idNumber');
});

test('the list shows the number masked and only the people of the remit', async () => {
  const { body } = await api.call(listRelatives, {}, await as(county));
  expect(body.items).toMatchObject([
    { name: '张三', relation: 'sibling', idNumberMasked: `999***********${NUMBER.slice(-4)}`, withdrawn: false },
  ]);
  expect(JSON.stringify(body)).not.toContain(NUMBER);
  expect((await api.call(listRelatives, {}, await as(stranger))).body.items).toEqual([]);
});

test('nobody files for people of another remit, and a wrong number is shown beside its field', async () => {
  const accountId = await idOfAccount(services, surveyor.a ?? '');
  const body = { accountId, relation: 'child', name: '张小三', idNumber: fakeResidentId(21) } as const;
  expect((await api.call(fileRelative, { body }, await as(stranger))).problem.code).toBe('NOT_FOUND');
  const wrong = await api.call(
    fileRelative,
    { body: { ...body, idNumber: `${NUMBER.slice(0, 17)}${NUMBER.endsWith('1') ? '2' : '1'}` } },
    await as(clerk),
  );
  expect(wrong.problem).toMatchObject({ code: 'ID_NUMBER_INVALID', fieldErrors: [{ path: 'idNumber' }] });
});

test('a withdrawn filing no longer blocks and may be filed again; nobody withdraws the own', async () => {
  const own = await idOfAccount(services, clerk.a ?? '');
  const body = { accountId: own, relation: 'parent', name: '赵母', idNumber: fakeResidentId(30) } as const;
  const made = await api.call(fileRelative, { body }, await as(clerk));
  const reason = '登记错误，并非亲属';
  expect(
    (await api.call(withdrawRelative, { params: { id: made.body.id }, body: { reason } }, await as(clerk))).problem
      .code,
  ).toBe('NOT_ALLOWED');
  expect(
    (await api.call(withdrawRelative, { params: { id: made.body.id }, body: { reason } }, await as(stranger))).problem
      .code,
  ).toBe('NOT_FOUND');
  expect(
    (await api.call(withdrawRelative, { params: { id: made.body.id }, body: { reason } }, await as(county))).status,
  ).toBe(200);
  expect(await relationOf(own, body.idNumber)).toBeUndefined();
  expect(
    (await api.call(withdrawRelative, { params: { id: made.body.id }, body: { reason } }, await as(county))).problem
      .code,
  ).toBe('STATE_CONFLICT');
  expect((await api.call(fileRelative, { body }, await as(clerk))).status).toBe(200);
});
