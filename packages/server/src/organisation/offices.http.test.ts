import { createOffice, listOffices, type ResponseOf, updateOffice } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/index.ts';
import { anOffice, aPost, COUNTY, SIBLING, TOWNSHIP } from './testing/index.ts';

type ListedOffices = ResponseOf<typeof listOffices>;

const api = await startTestApi();
const platform = await anOffice(api.services, { kind: 'platform', regionCode: COUNTY, name: '平台运行室' });
const security = await aPost(api.services, { role: 'security-admin', officeId: platform, regionCode: COUNTY });
const session = await api.signInAs(security.postId);

const FIELDS = {
  name: '苏埠镇社会救助窗口',
  kind: 'township-window',
  department: 'civil-affairs',
  regionCode: '341503100000',
  phone: '0564-0002004',
  address: null,
  openHours: null,
  isPublic: true,
} as const;

test('the security administrator opens an office, once per name and region', async () => {
  const made = await api.call(createOffice, { body: FIELDS }, { session });
  expect(made.status).toBe(200);
  const again = await api.call(createOffice, { body: FIELDS }, { session });
  expect(again.problem.fieldErrors?.[0]?.path).toBe('name');
  const nowhere = await api.call(createOffice, { body: { ...FIELDS, regionCode: '999999000000' } }, { session });
  expect(nowhere.problem).toMatchObject({ code: 'INVALID_INPUT', fieldErrors: [{ path: 'regionCode' }] });
});

test('nobody else opens offices', async () => {
  const clerk = await aPost(api.services, { role: 'county-clerk', regionCode: COUNTY });
  const answer = await api.call(
    createOffice,
    { body: { ...FIELDS, name: '另一个' } },
    { session: await api.signInAs(clerk.postId) },
  );
  expect(answer.problem.code).toBe('NOT_ALLOWED');
});

test('of two people changing an office at once the second sees both versions', async () => {
  const id = await anOffice(api.services, { name: '旧名' });
  const first = await api.call(
    updateOffice,
    { params: { id }, body: { name: '新名', expectedVersion: 1 } },
    { session },
  );
  expect(first.body).toEqual({ id, version: 2 });
  const second = await api.call(
    updateOffice,
    { params: { id }, body: { phone: '12345', expectedVersion: 1 } },
    { session },
  );
  expect(second.status).toBe(409);
  expect(second.problem).toMatchObject({
    code: 'VERSION_CONFLICT',
    facts: { yours: { version: 1, phone: '12345' }, theirs: { version: 2, name: '新名', phone: null } },
  });
  const { body } = await api.call(listOffices, { query: { search: '新名' } }, { session });
  expect(body.items).toMatchObject([{ name: '新名', phone: null, version: 2 }]);
});

test('an office with active posts is not closed', async () => {
  const { officeId } = await aPost(api.services, { role: 'surveyor' });
  const answer = await api.call(
    updateOffice,
    { params: { id: officeId }, body: { active: false, expectedVersion: 1 } },
    { session },
  );
  expect(answer.problem).toMatchObject({ code: 'STATE_CONFLICT', facts: { activePosts: 1 } });
});

test('pages of offices follow each other without gaps or repeats, inside the region asked for', async () => {
  for (let n = 0; n < 11; n++)
    await anOffice(api.services, { kind: n % 2 ? 'school' : 'hospital', regionCode: TOWNSHIP });
  await anOffice(api.services, { regionCode: SIBLING });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query: { region: string; limit: number; cursor?: string } = {
      region: TOWNSHIP,
      limit: 4,
      ...(cursor ? { cursor } : {}),
    };
    const page: ListedOffices = (await api.call(listOffices, { query }, { session })).body;
    expect(page.items.every(({ regionCode }) => regionCode === TOWNSHIP)).toBe(true);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  const whole = await api.call(listOffices, { query: { region: TOWNSHIP, limit: 100 } }, { session });
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(whole.body.items.map(({ id }) => id));
  const schools = await api.call(listOffices, { query: { region: TOWNSHIP, kind: 'school' } }, { session });
  expect(schools.body.items).toHaveLength(5);
});

test('the office of a department is found by its code', async () => {
  const id = await anOffice(api.services, { regionCode: SIBLING, department: 'education' });
  await anOffice(api.services, { regionCode: SIBLING, department: 'emergency' });
  const query = { region: SIBLING, department: 'education' };
  const { body } = await api.call(listOffices, { query }, { session });
  expect(body.items.map((office) => office.id)).toEqual([id]);
});

test('a cursor that is not ours is a field error', async () => {
  const answer = await api.call(listOffices, { query: { cursor: 'not-a-cursor' } }, { session });
  expect(answer.problem).toMatchObject({ code: 'INVALID_INPUT', fieldErrors: [{ path: 'cursor' }] });
});
