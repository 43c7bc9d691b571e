import { addDuty, listDirectory, listRegions } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/index.ts';
import { anOffice, aPost, COUNTY, idOfAccount, SIBLING, TOWNSHIP, VILLAGE } from './testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });

test('anybody walks the region tree from the provinces down', async () => {
  const top = await api.call(listRegions);
  expect(top.body.items).toHaveLength(34);
  const towns = await api.call(listRegions, { query: { parent: COUNTY } });
  expect(towns.body.items.find(({ code }) => code === TOWNSHIP)).toMatchObject({
    name: '石婆店镇',
    fullName: '安徽省六安市裕安区石婆店镇',
    hasChildren: true,
  });
});

test('the directory of a village shows its township window first, then the county, and who is on duty now', async () => {
  const window = await anOffice(api.services, { name: '石婆店镇社会救助窗口', isPublic: true, phone: '0564-0002009' });
  await anOffice(api.services, { name: '顺河镇社会救助窗口', regionCode: SIBLING, isPublic: true });
  const bureau = await anOffice(api.services, {
    name: '裕安区民政局',
    kind: 'civil-affairs',
    regionCode: COUNTY,
    isPublic: true,
  });
  await anOffice(api.services, { name: '不对外的机构', isPublic: false });
  const approver = await aPost(api.services, { role: 'township-approver', officeId: window });
  const body = {
    officeId: window,
    accountId: await idOfAccount(api.services, approver.a ?? ''),
    startsAt: '2026-03-02T00:30:00Z',
    endsAt: '2026-03-03T00:30:00Z',
    phone: '0564-0003001',
  };
  expect((await api.call(addDuty, { body }, { session: await api.signInAs(approver.postId) })).status).toBe(200);

  const { body: found } = await api.call(listDirectory, { query: { region: VILLAGE } });
  expect(found.hotline).toBe('12349');
  expect(found.items.map(({ officeId }) => officeId)).toEqual([window, bureau]);
  expect(found.items[0]).toMatchObject({ dutyPhone: '05640003001', regionName: '石婆店镇', phone: '0564-0002009' });

  api.clock.set('2026-03-03T02:00:00.000Z');
  const later = await api.call(listDirectory, { query: { region: VILLAGE } });
  expect(later.body.items[0]?.dutyPhone).toBeNull();
});

test('a search of the directory takes % as a character, not as a pattern', async () => {
  expect((await api.call(listDirectory, { query: { search: '%' } })).body.items).toEqual([]);
  expect((await api.call(listDirectory, { query: { search: '顺河' } })).body.items).toHaveLength(1);
});
