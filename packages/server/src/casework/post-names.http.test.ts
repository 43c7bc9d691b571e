import * as contract from '@yimen/contracts';
import { expect, test } from 'vitest';
import { openPostNames } from '../organisation/index.ts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { startTestApi } from '../platform/testing/api.ts';
import { reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api);
const { openCase } = reliefActs(api, county);
const { caseId } = await openCase();

async function responsibleOnEveryPage() {
  const session = await county.as('town.window');
  const page = await api.call(contract.getCase, { params: { id: caseId } }, { session });
  const [matters, cases, work] = [
    await api.call(contract.listWorklist, { query: {} }, { session }),
    await api.call(contract.listCases, { query: {} }, { session }),
    await api.call(contract.listMyTasks, { query: {} }, { session }),
  ];
  const shown = [
    page.body.responsible,
    matters.body.items[0]?.responsible,
    cases.body.items[0]?.responsible,
    work.body.items[0]?.owner,
  ];
  expect(new Set(shown.map((one) => JSON.stringify(one))).size).toBe(1);
  return page.body.responsible;
}

const postId = county.posts['town.window'] ?? '';

test('who holds a post, what it and its office are called: every page tells a change at the next request', async () => {
  expect(await responsibleOnEveryPage()).toMatchObject({ postId, holderName: '人员 town.window' });
  const administrator = { session: await county.as('system.admin') };
  const accountId = county.accounts['town.window'] ?? '';
  const renamed = { params: { id: accountId }, body: { name: '王小满', expectedVersion: 1 } };
  expect((await api.call(contract.updateAccount, renamed, administrator)).status).toBe(200);
  expect((await responsibleOnEveryPage()).holderName).toBe('王小满');
  const office = { params: { id: county.offices['town'] ?? '' }, body: { name: '便民窗口', expectedVersion: 1 } };
  expect((await api.call(contract.updateOffice, office, { session: await county.as('security.admin') })).status).toBe(
    200,
  );
  expect((await responsibleOnEveryPage()).officeName).toBe('便民窗口');
  const title = { params: { id: postId }, body: { title: '综合窗口', expectedVersion: 1 } };
  expect((await api.call(contract.updatePost, title, { session: await county.as('security.admin') })).status).toBe(200);
  expect((await responsibleOnEveryPage()).title).toBe('综合窗口');
});

test('what a request read before a change is not kept for those that come after it', async () => {
  const directory = openPostNames();
  const look = (postNamesVersion: number) =>
    api.services.database.transact(SYSTEM_CONTEXT, async (tx) =>
      (await directory.open(tx, { postNamesVersion }, [postId]))(postId),
    );
  const rename = (title: string) =>
    api.services.database.pool.query('UPDATE yimen.post SET title = $1 WHERE id = $2', [title, postId]);
  const { title: before } = await look(1);
  await rename('甲');
  // Still the moment before: what is kept is good for it.
  expect((await look(1)).title).toBe(before);
  expect((await look(2)).title).toBe('甲');
  await rename('乙');
  expect((await look(1)).title).toBe('乙');
  expect((await look(2)).title).toBe('甲');
  expect((await look(3)).title).toBe('乙');
});

test('nothing but the directory moves its number', async () => {
  const number = async () =>
    (await api.services.database.pool.query<{ version: number }>('SELECT version FROM yimen.post_names_state')).rows[0];
  const before = await number();
  await responsibleOnEveryPage();
  await api.signInAs('town.approver');
  await openCase();
  expect(await number()).toEqual(before);
});
