import * as contract from '@yimen/contracts';
import { valuesAt } from '@yimen/rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMembers } from '../households/index.ts';
import { rangeOf } from '../organisation/index.ts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { withSession } from '../platform/runtime/index.ts';
import { startTestApi } from '../platform/testing/index.ts';
import { aFactAbout, aMember, anIntake, assessmentActs, PLACES, reliefActs, smallCounty } from '../testing/index.ts';
import {
  listPages,
  loadRegister,
  openPool,
  type PackPolicy,
  type Pool,
  policyOfPlaces,
  rebuildRegister,
  redetermineRegister,
} from './index.ts';
import { emptyRegister, listItems, listNeighbours } from './testing/fill-store.ts';
import { spoil } from './testing/spoil.ts';
import { startRun } from './testing/start-run.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api);
const { services, database, worker } = api;
const relief = reliefActs(api, county);
const { assess } = assessmentActs(api, county);
const at = { databaseUrl: database.appUrl, dataDir: services.dataDir };
const ON = '2026-03-02';
let pool: Pool | undefined;
beforeAll(async () => {
  const [first] = await packs();
  pool = first && (await openPool(first.source, 1));
}, 60_000);
afterAll(() => pool?.close());

function inSystem<T>(work: Parameters<typeof services.database.transact<T>>[1]): Promise<T> {
  return services.database.transact(SYSTEM_CONTEXT, work);
}

async function packs(): Promise<readonly PackPolicy[]> {
  const pages = await inSystem((_tx, client) => listPages(client, rangeOf(PLACES.county)));
  const places = pages.length > 0 ? pages : [{ regionCode: PLACES.town, area: 'unknown' as const }];
  return policyOfPlaces(services.rulebook, services.policy, ON, places);
}

/** Everybody in the register, by number of members: facts that are known, by name. */
async function registered() {
  const [pack] = await packs();
  if (!pack || !pool) throw new Error('no pack');
  const { rules } = pack;
  const { columns, townships, townshipOf } = await loadRegister(pool, rules, { ...at, ...pack });
  const known = (scope: 'household' | 'person', values: Float64Array) =>
    Object.fromEntries(
      rules.catalogue.slots[scope].flatMap(({ id, slot, isFact }) =>
        isFact && !Number.isNaN(values[slot]) ? [[id, values[slot]]] : [],
      ),
    );
  return Array.from({ length: columns.size }, (_, household) => {
    const { household: own, person } = valuesAt(rules, columns, household);
    return {
      township: townships[townshipOf[household] ?? 0],
      household: known('household', own),
      members: person.map((one) => known('person', one)),
    };
  }).toSorted((one, other) => one.members.length - other.members.length);
}

/** What a run over everybody by the policy of today would hold. */
async function held() {
  const [pack] = await packs();
  if (!pack || !pool) throw new Error('no pack');
  const id = await startRun(database.adminUrl, { on: ON, packId: pack.packId });
  await redetermineRegister(pool, { ...at, ...pack, id, at: services.clock.now().toISOString() });
  return withSession(database.adminUrl, (client) => listItems(client, id));
}

async function assessed(clerk: string, village: string, members: number, facts: readonly contract.NewFact[]) {
  const people = Array.from({ length: members }, (_, at) => aMember({ relation: at === 0 ? 'head' : 'child' }));
  const household = { is: 'new' as const, regionCode: village, members: people, searched: true as const };
  const event = { ...anIntake().event, placeRegionCode: village };
  const opened = await relief.openCase(anIntake({ household, event }), clerk);
  const done = await assess(opened.caseId, { urgencyAnswers: {}, facts: [...facts] }, clerk);
  expect(done.text).toContain('"id"');
  await worker.drain();
  return opened;
}

test('a household is in the register from its first assessment on, in its township', async () => {
  const opened = await relief.openCase();
  await worker.drain();
  expect(await registered()).toEqual([]);
  await assess(opened.caseId, { urgencyAnswers: {}, facts: [aFactAbout('carCount', 2)] });
  await worker.drain();
  await assessed('other-town.window', PLACES.farVillage, 2, [aFactAbout('area', 'urban')]);
  const [own, far] = await registered();
  expect(own).toMatchObject({ township: PLACES.town, household: { carCount: 2 }, members: [{}] });
  expect(far).toMatchObject({ township: PLACES.otherTown, household: { area: expect.any(Number) } });
  expect(far?.members).toHaveLength(2);
});

test('what was just determined comes out the same: nothing is held', async () => {
  expect(await held()).toEqual([]);
});

test('a member who comes or leaves and a fact that changes are followed', async () => {
  const { householdId, caseId } = await assessed('town.window', PLACES.village, 3, [aFactAbout('carCount', 1)]);
  const session = await county.as('town.window');
  const people = await inSystem((tx) => listMembers(tx, householdId));
  const gone = people.at(-1)?.personId ?? '';
  const leave = { on: '2026-03-02', reason: '已分户另立生活', expectedVersion: 1 };
  const params = { id: householdId, personId: gone };
  const left = await api.call(contract.removeMember, { params, body: leave }, { session });
  expect(left.text).toContain('"version"');
  await worker.drain();
  expect((await registered()).map(({ members }) => members.length)).toEqual([1, 2, 2]);
  // What stands for whoever left ends with it, and new outcomes of the others are theirs.
  const items = await held();
  expect(items).toEqual([{ household_id: householdId, reason: 'differs' }]);
  const [carCount] = (await assessmentActs(api, county).known(caseId)).body.items.filter(({ id }) => id === 'carCount');
  api.clock.advance(1000);
  const changed = aFactAbout('carCount', 0, { act: 'succession', supersedesId: carCount?.factId ?? null });
  await assess(caseId, { urgencyAnswers: {}, facts: [changed] });
  await worker.drain();
  expect((await registered()).map(({ household }) => household['carCount'])).toEqual([2, 0, undefined]);
  expect(await held()).toEqual([]);
});

test('made anew from facts and assessments the register is the same, also when it was interrupted', async () => {
  const before = await registered();
  await withSession(database.adminUrl, emptyRegister);
  expect(await registered()).toEqual([]);
  const since = services.clock.now();
  api.clock.advance(1000);
  expect(await rebuildRegister(services, since)).toBe(before.length);
  expect(await registered()).toEqual(before);
  expect(await rebuildRegister(services, since)).toBe(0);
});

test('a page that cannot be opened holds nobody up, and is made anew like the others, household by household', async () => {
  // In whatever order pages come.
  const everybody = async () => (await registered()).map((household) => JSON.stringify(household)).toSorted();
  const { householdId } = await assessed('town.window', PLACES.village, 4, [aFactAbout('carCount', 3)]);
  const before = await everybody();
  const neighbours = await withSession(database.adminUrl, (client) => listNeighbours(client, householdId));
  expect(neighbours.length).toBeGreaterThan(1);
  await spoil({ adminUrl: database.adminUrl, dataDir: services.dataDir }, householdId, 'page');
  expect((await held()).map(({ reason }) => reason)).toEqual(neighbours.map(() => 'unreadable'));
  expect(await everybody()).toHaveLength(before.length);
  await assessed('town.window', PLACES.village, 5, [aFactAbout('carCount', 2)]);
  const added = (await registered()).at(-1);
  expect(added).toMatchObject({ township: PLACES.town, household: { carCount: 2 } });
  api.clock.advance(1000);
  expect(await rebuildRegister(services, services.clock.now())).toBe(before.length + 1);
  expect(await everybody()).toEqual([...before, JSON.stringify(added)].toSorted());
  expect(await held()).toEqual([]);
});
