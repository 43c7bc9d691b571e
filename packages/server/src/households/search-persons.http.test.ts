import * as contract from '@yimen/contracts';
import { fakeResidentId } from '@yimen/rules';
import { describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { aMember, PLACES, reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api);
const { openCase } = reliefActs(api, county);

type Search = contract.InputOf<typeof contract.searchPersons>['body'];

async function register(regionCode: string, change: Parameters<typeof aMember>[0], login = 'town.window') {
  const member = aMember({ ...change, residenceRegionCode: regionCode });
  const household = { is: 'new' as const, regionCode, members: [member], searched: true as const };
  const event = {
    kind: 'serious-illness' as const,
    occurredOn: '2026-03-01',
    placeRegionCode: regionCode,
    placeDetail: null,
    description: '突发重病',
  };
  return { member, ...(await openCase({ household, event }, login)) };
}

async function search(body: Search, login = 'town.window') {
  const answer = await api.call(contract.searchPersons, { body }, { session: await county.as(login) });
  expect(answer.status).toBe(200);
  return answer;
}

const here = await register(PLACES.village, { name: '云秀兰', phone: '12866661111' });
const namesake = await register(PLACES.otherVillage, { name: '云秀兰', phone: '12866662222' });
const far = await register(PLACES.farVillage, { name: '云秀兰', phone: '12866663333' }, 'other-town.window');

describe('search before create (R-053)', () => {
  test('by ID number: the one person, masked, with household and open case', async () => {
    const { body, text } = await search({ idNumber: here.member.idNumber ?? '' });
    expect(body.items).toMatchObject([
      {
        name: '云秀兰',
        householdId: here.householdId,
        headName: '云秀兰',
        openCaseNo: here.caseNo,
        matchedBy: 'id-number',
      },
    ]);
    expect(body.elsewhere).toBeNull();
    for (const secret of [here.member.idNumber ?? '?', '12866661111']) expect(text).not.toContain(secret);
  });

  test('by ID number in the way people write it, small x and blanks included', async () => {
    const written = `${here.member.idNumber?.slice(0, 6)} ${here.member.idNumber?.slice(6).toLowerCase()}`;
    expect((await search({ idNumber: written })).body.items.map((hit) => hit.householdId)).toEqual([here.householdId]);
  });

  test('by phone, whole and not in part', async () => {
    const found = (await search({ phone: '+86 128 6666 1111' })).body.items;
    expect(found.map((hit) => [hit.householdId, hit.matchedBy])).toEqual([[here.householdId, 'phone']]);
    expect((await search({ phone: '1286666' })).body.items).toEqual([]);
    const body = { phone: '号码不详' };
    const unknown = await api.call(contract.searchPersons, { body }, { session: await county.as('town.window') });
    expect(unknown.problem.fieldErrors).toMatchObject([{ path: 'phone' }]);
  });

  test('by part of the name in the whole remit, by name and village in that village only', async () => {
    const everywhere = (await search({ name: '秀兰' })).body.items;
    expect(everywhere.map((hit) => hit.householdId).sort()).toEqual([here.householdId, namesake.householdId].sort());
    const there = (await search({ name: '云秀兰', regionCode: PLACES.otherVillage })).body.items;
    expect(there.map((hit) => [hit.householdId, hit.matchedBy])).toEqual([[namesake.householdId, 'name']]);
  });

  test('who is found in two ways stands in the list once', async () => {
    const both = { idNumber: here.member.idNumber ?? '', phone: '12866661111', name: '云秀兰' };
    const { items } = (await search(both)).body;
    expect(items.map((hit) => hit.householdId).sort()).toEqual([here.householdId, namesake.householdId].sort());
  });

  test('registered elsewhere: only the exact ID number tells, and only whom to ask (PR12)', async () => {
    const exact = await search({ idNumber: far.member.idNumber ?? '' });
    expect(exact.body).toEqual({ items: [], elsewhere: { officeName: '乙镇救助窗口', officePhone: '0564-0000000' } });
    expect(exact.text).not.toContain('云秀兰');
    for (const body of [{ phone: '12866663333' }, { name: '云秀兰', regionCode: PLACES.farVillage }])
      expect((await search(body)).body).toEqual({ items: [], elsewhere: null });
  });

  test('known nowhere: nothing, and nobody to ask', async () => {
    const idNumber = fakeResidentId({ birthDate: '1999-09-09', sex: 'female', serial: 444 });
    expect((await search({ idNumber })).body).toEqual({ items: [], elsewhere: null });
  });
});
