import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { aMember, anIntake, PLACES, reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api);
const { openCase } = reliefActs(api, county);
const session = await county.as('town.window');

type Member = ReturnType<typeof aMember>;
const withMembers = (...members: Member[]) =>
  ({ is: 'new', regionCode: PLACES.village, members, searched: true }) as const;

async function householdOf(member: Member) {
  const { householdId } = await openCase({ household: withMembers(member) });
  const { body } = await api.call(contract.getHousehold, { params: { id: householdId } }, { session });
  return body;
}

async function countCases(): Promise<number> {
  const query = { region: PLACES.town, limit: 100 };
  const { body } = await api.call(contract.listCases, { query }, { session });
  return body.items.length;
}

describe('a person is on record once', () => {
  test('nobody is added to a household or registered a second time', async () => {
    const member = aMember();
    await householdOf(member);
    const other = await householdOf(aMember());
    const body = { ...member, relation: 'spouse' as const, expectedVersion: other.version };
    const added = await api.call(contract.addMember, { params: { id: other.id }, body }, { session });
    expect(added.problem.code).toBe('PERSON_EXISTS');
    const again = await api.call(contract.takeIn, { body: anIntake({ household: withMembers(member) }) }, { session });
    expect(again.problem.code).toBe('PERSON_EXISTS');
  });

  test('a number is not corrected to that of somebody else', async () => {
    const known = aMember();
    await householdOf(known);
    const [person] = (await householdOf(aMember())).members;
    const body = { idNumber: known.idNumber, expectedVersion: person?.version ?? 0 };
    const corrected = await api.call(contract.updatePerson, { params: { id: person?.id ?? '' }, body }, { session });
    expect(corrected.problem.code).toBe('PERSON_EXISTS');
  });

  test('taken in at two counters at once: one case, the other is told and leaves nothing behind', async () => {
    const body = anIntake({ household: withMembers(aMember()) });
    const before = await countCases();
    const both = await Promise.all([0, 1].map(() => api.call(contract.takeIn, { body }, { session })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.problem.code).toBe('PERSON_EXISTS');
    expect(await countCases()).toBe(before + 1);
  });
});
