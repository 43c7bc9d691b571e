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

describe('what cannot be is refused beside its field, and nothing is written', () => {
  const unnumbered = (change: Partial<Member> = {}): Member => ({
    ...aMember(),
    relation: 'child',
    idNumber: null,
    ...change,
  });
  const fieldsOf = (answer: { readonly problem: { readonly fieldErrors?: readonly { readonly path: string }[] } }) =>
    answer.problem.fieldErrors?.map(({ path }) => path);

  test('a birth to come', async () => {
    const late = unnumbered({ birthDate: '2026-03-03' });
    const taken = await api.call(
      contract.takeIn,
      { body: anIntake({ household: withMembers(aMember(), late) }) },
      { session },
    );
    expect(fieldsOf(taken)).toEqual(['household.members.1.birthDate']);
    const known = await householdOf(aMember());
    const body = { ...late, relation: 'child' as const, expectedVersion: known.version };
    const added = await api.call(contract.addMember, { params: { id: known.id }, body }, { session });
    expect(fieldsOf(added)).toEqual(['birthDate']);
    const [head] = known.members;
    const change = { birthDate: '2026-03-03', expectedVersion: head?.version ?? 0 };
    const changed = await api.call(
      contract.updatePerson,
      { params: { id: head?.id ?? '' }, body: change },
      { session },
    );
    expect(fieldsOf(changed)).toEqual(['birthDate']);
  });

  test('two heads of one household', async () => {
    const before = await countCases();
    const household = withMembers(aMember(), unnumbered({ relation: 'head' }));
    const taken = await api.call(contract.takeIn, { body: anIntake({ household }) }, { session });
    expect(fieldsOf(taken)).toEqual(['household.members.1.relation']);
    expect(await countCases()).toBe(before);
    const known = await householdOf(aMember());
    const body = { ...unnumbered(), relation: 'head' as const, expectedVersion: known.version };
    const added = await api.call(contract.addMember, { params: { id: known.id }, body }, { session });
    expect(fieldsOf(added)).toEqual(['relation']);
  });

  test('leaving before joining, or on a day to come', async () => {
    const known = await householdOf(aMember());
    const [head] = known.members;
    const params = { id: known.id, personId: head?.id ?? '' };
    const leave = (on: string) =>
      api.call(
        contract.removeMember,
        { params, body: { on, reason: '外出务工，另立门户', expectedVersion: known.version } },
        { session },
      );
    expect(fieldsOf(await leave('2026-03-01'))).toEqual(['on']);
    expect(fieldsOf(await leave('2026-03-03'))).toEqual(['on']);
    expect((await leave('2026-03-02')).status).toBe(200);
  });
});

describe('whoever left a household joins one again', () => {
  const joins = async (householdId: string, personId: string, relation: 'head' | 'child' = 'child') => {
    const { body } = await api.call(contract.getHousehold, { params: { id: householdId } }, { session });
    const joined = { relation, supportRelation: 'none' as const, expectedVersion: body.version };
    return api.call(contract.joinHousehold, { params: { id: householdId, personId }, body: joined }, { session });
  };
  const read = async (id: string) => (await api.call(contract.getHousehold, { params: { id } }, { session })).body;
  const leaves = async (householdId: string, personId: string) => {
    const body = { on: '2026-03-02', reason: '婚嫁到另一户', expectedVersion: (await read(householdId)).version };
    return api.call(contract.removeMember, { params: { id: householdId, personId }, body }, { session });
  };
  const found = async (idNumber: string | null) =>
    (await api.call(contract.searchPersons, { body: { idNumber: idNumber ?? '' } }, { session })).body.items[0];

  test('another one, in another village, with the record they have', async () => {
    const member = { ...aMember(), relation: 'child' as const };
    const { householdId } = await openCase({ household: withMembers(aMember(), member) });
    const person = (await read(householdId)).members.find(
      ({ name, relation }) => name === member.name && relation === 'child',
    );
    const personId = person?.id ?? '';
    const other = await openCase({ household: { ...withMembers(aMember()), regionCode: PLACES.otherVillage } });
    expect((await joins(other.householdId, personId)).problem.code).toBe('PERSON_IN_HOUSEHOLD');
    expect((await leaves(householdId, personId)).status).toBe(200);
    expect(await found(member.idNumber)).toMatchObject({ personId, householdId: null });
    expect((await joins(other.householdId, personId, 'head')).problem.fieldErrors).toMatchObject([
      { path: 'relation' },
    ]);
    expect((await joins(other.householdId, personId)).status).toBe(200);
    const moved = await found(member.idNumber);
    expect(moved).toMatchObject({ personId, householdId: other.householdId });
    expect(moved?.regionName).toContain((await read(other.householdId)).regionName);
    const byName = { name: member.name, regionCode: PLACES.otherVillage };
    const named = await api.call(contract.searchPersons, { body: byName }, { session });
    expect(named.body.items.map((hit) => hit.personId)).toContain(personId);
  });

  test('the same one, on the day they left', async () => {
    const member = { ...aMember(), relation: 'child' as const };
    const { householdId } = await openCase({ household: withMembers(aMember(), member) });
    const personId = (await read(householdId)).members.find(({ relation }) => relation === 'child')?.id ?? '';
    await leaves(householdId, personId);
    expect((await read(householdId)).members).toHaveLength(1);
    expect((await joins(householdId, personId)).status).toBe(200);
    expect((await read(householdId)).members).toMatchObject([
      { relation: 'head' },
      { id: personId, relation: 'child' },
    ]);
  });

  test('or is taken in alone, as the head of a household of their own', async () => {
    const member = { ...aMember(), relation: 'child' as const };
    const { householdId } = await openCase({ household: withMembers(aMember(), member) });
    const personId = (await read(householdId)).members.find(({ relation }) => relation === 'child')?.id ?? '';
    const alone = () =>
      api.call(contract.takeIn, { body: anIntake({ household: { is: 'of-person', personId } }) }, { session });
    expect((await alone()).problem.code).toBe('PERSON_IN_HOUSEHOLD');
    await leaves(householdId, personId);
    const both = await Promise.all([alone(), alone()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const taken = both.find(({ status }) => status === 200);
    const own = await read(taken?.body.householdId ?? '');
    expect(own).toMatchObject({ headName: member.name, regionCode: PLACES.village });
    expect(own.members).toMatchObject([{ id: personId, relation: 'head' }]);
    expect(own.cases).toHaveLength(1);
  });

  test('asked by two counters at once belongs to one', async () => {
    const alone = await householdOf(aMember());
    const personId = alone.members[0]?.id ?? '';
    await leaves(alone.id, personId);
    const others = [await householdOf(aMember()), await householdOf(aMember())];
    const both = await Promise.all(others.map(({ id }) => joins(id, personId)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.problem.code).toBe('PERSON_IN_HOUSEHOLD');
  });
});

test('a relation is corrected, also of the head, who is one', async () => {
  const child = { ...aMember(), relation: 'child' as const, idNumber: null };
  const { householdId } = await openCase({ household: withMembers(aMember(), child) });
  const read = async () => (await api.call(contract.getHousehold, { params: { id: householdId } }, { session })).body;
  const correct = async (index: number, relation: 'head' | 'spouse' | 'parent', by?: number) => {
    const { members, version } = await read();
    const params = { id: householdId, personId: members[index]?.id ?? '' };
    const body = { relation, supportRelation: 'mutual' as const, expectedVersion: by ?? version };
    return api.call(contract.correctRelation, { params, body }, { session });
  };
  const [head, other] = (await read()).members;
  expect((await correct(1, 'head')).problem.fieldErrors).toMatchObject([{ path: 'relation' }]);
  expect((await correct(1, 'spouse', 99)).problem.code).toBe('VERSION_CONFLICT');
  expect((await correct(0, 'parent')).status).toBe(200);
  const at = (await read()).members.findIndex(({ id }) => id === other?.id);
  expect((await correct(at, 'head')).status).toBe(200);
  const after = await read();
  expect(after.headName).toBe(other?.name);
  expect(after.members.map(({ id, relation, supportRelation }) => [id, relation, supportRelation])).toEqual([
    [other?.id, 'head', 'mutual'],
    [head?.id, 'parent', 'mutual'],
  ]);
});
