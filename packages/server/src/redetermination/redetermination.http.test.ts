import * as contract from '@yimen/contracts';
import { fakeResidentId, findPolicyForRegion, resolveLimit } from '@yimen/rules';
import { beforeAll, describe, expect, test } from 'vitest';
import { listWrongCounts } from '../mass-determination/testing/count-store.ts';
import { deliverEvents } from '../platform/outbox/deliver-events.ts';
import { joinReactions } from '../platform/outbox/reactions.ts';
import { withSession } from '../platform/runtime/index.ts';
import { startTestApi } from '../platform/testing/index.ts';
import { allReactions } from '../reactions-and-jobs.ts';
import { PLACES, smallCounty } from '../testing/index.ts';
import { changedStandards, JULY } from './testing/changed-standards.ts';
import { type Family, familyActs, type Kind } from './testing/families.ts';
import { runActs } from './testing/run-acts.ts';

const FAMILIES = 48;
const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z', policy: changedStandards() });
const staffed = await smallCounty(api);
// The clock goes on by months, longer than any session.
const county = { ...staffed, as: (login: string) => api.signInAs(staffed.accounts[login] ?? '') };
const elsewhere = await smallCounty(api, {
  prefix: 'x.',
  places: {
    county: '340421000000',
    town: '340421000000',
    village: '340421000000',
    otherVillage: '340421000000',
    otherTown: '340421000000',
    farVillage: '340421000000',
  },
});
const acts = familyActs(api, county);
const runs = runActs(api, county);
const { clock, worker } = api;
let families: readonly Family[] = [];
let run = '';

beforeAll(async () => {
  families = await acts.families(FAMILIES);
  await worker.drain();
  clock.set('2026-07-01T02:00:00.000Z');
  const started = await runs.start(JULY);
  expect(started.status, started.text).toBe(200);
  run = started.body.id;
}, 180_000);

const of = (...kinds: readonly Kind[]) => families.filter(({ kind }) => kinds.includes(kind));
const idsOf = (list: readonly { readonly householdId: string }[]) => list.map(({ householdId }) => householdId).sort();
const held = async (family: Family, state: contract.HeldState = 'open') => {
  const found = (await runs.allItems(run, { state })).find(({ householdId }) => householdId === family.householdId);
  if (!found) throw new Error(`${family.kind} is not held`);
  return found;
};
const tasksOf = async ({ caseId, town }: Family) => {
  const session = await county.as(town === 'town' ? 'town.window' : 'other-town.window');
  const page = await api.call(contract.getCase, { params: { id: caseId } }, { session });
  return page.body.tasks.filter(({ kind }) => kind === 'reassess' || kind === 'correct-facts');
};

describe('a run of the county', () => {
  test('waits for the worker, computes everybody, and hands over to people', async () => {
    expect((await runs.show(run)).body).toMatchObject({ state: 'started', households: 0, on: JULY });
    expect((await runs.start(JULY)).problem.code).toBe('REDETERMINATION_OPEN');
    await worker.drain();
    expect((await runs.show(run)).body).toMatchObject({
      state: 'to-confirm',
      households: FAMILIES,
      householdsDone: FAMILIES,
      unreadable: 0,
      startedBy: '人员 county.clerk',
      failure: null,
      availableActions: [{ act: 'finish' }],
    });
  });

  test('is of today or an earlier day: what will be published is not known', async () => {
    const answer = await runs.start('2026-07-02', 'county.approver1');
    expect(answer.problem).toMatchObject({ code: 'INVALID_INPUT', fieldErrors: [{ path: 'on' }] });
  });

  test('is of no day before the policy became what it is: by another one everybody differs', async () => {
    const { problem } = await runs.start('2020-01-01', 'county.approver1');
    expect(problem.fieldErrors).toMatchObject([
      { path: 'on', message: { zh: expect.stringMatching(/^不能早于 20\d\d-/) } },
    ]);
  });

  test('holds everybody who comes to something else, each difference as the rules say it of this household alone', async () => {
    const items = await runs.allItems(run);
    expect(idsOf(items)).toEqual(idsOf(of('gains', 'enters', 'loses', 'leaves', 'exits')));
    for (const family of families) {
      const [was, is] = [await acts.determined(family, '2026-03-02'), await acts.determined(family, JULY)];
      const expected = is.flatMap(({ programme, on, index, outcome, amount }, place) => {
        const before = was[place];
        const paid = before?.outcome === 'yes' ? before.amount : null;
        const pays = outcome === 'yes' ? amount : null;
        if (before?.outcome === outcome && paid === pays) return [];
        const personId = on === 'person' ? family.personId : null;
        return [{ programme, personId, index, was: before?.outcome, paid, is: outcome, pays }];
      });
      const found = items.find(({ householdId }) => householdId === family.householdId)?.changes ?? [];
      const told = found.filter(({ kind }) => kind !== 'gradual-exit');
      expect(
        told.map(({ programme, personId, before, after }) => ({
          programme,
          personId,
          index: 0,
          was: before.outcome,
          paid: before.amountFen,
          is: after.outcome,
          pays: after.amountFen,
        })),
      ).toEqual(expected.toSorted((one, other) => (one.programme < other.programme ? -1 : 1)));
    }
  });

  test('says it in words, with both amounts', async () => {
    const [family] = of('gains');
    const { changes, headName, words } = await held(family as Family);
    expect(headName).toBe('测试gains');
    expect(words.zh).toBe('重新认定结果有变化');
    expect(changes.find(({ programme }) => programme === 'dibao')?.words).toEqual({
      zh: '最低生活保障：金额提高，符合 756 元 → 符合 794 元',
      en: expect.stringMatching(/gains, yes 756 yuan → yes 794 yuan$/),
    });
  });

  test('is counted by programme and kind of change with the money, and by township', async () => {
    const { changes, townships, items } = (await runs.show(run)).body;
    const dibao = changes.filter(({ programme }) => programme === 'dibao');
    const sum = (kind: Kind, fen: number) => of(kind).length * fen;
    expect(dibao.map(({ kind, households, changeFen }) => [kind, households, changeFen])).toEqual([
      ['enters', of('enters').length, sum('enters', 79_400 - 77_000)],
      ['gains', of('gains').length, sum('gains', 79_400 - 75_600)],
      ['gradual-exit', of('exits').length, 0],
      ['leaves', of('leaves').length, sum('leaves', 71_000 - 72_100)],
      ['loses', of('loses').length, sum('loses', 70_000 - 72_100)],
    ]);
    const total = of('gains', 'enters', 'loses', 'leaves', 'exits').length;
    expect(items).toEqual({ open: total, confirmed: 0, dismissed: 0, overtaken: 0 });
    expect(townships.map(({ regionCode }) => regionCode)).toEqual([PLACES.town, PLACES.otherTown]);
    expect(townships.reduce((sum, { open }) => sum + open, 0)).toBe(total);
  });
});

describe('the held list', () => {
  test('is filtered by township, programme and kind of change', async () => {
    const own = families.filter(({ town }) => town === 'otherTown');
    expect(idsOf(await runs.allItems(run, { region: PLACES.otherTown }))).toEqual(
      idsOf(own.filter(({ kind }) => kind !== 'rich')),
    );
    expect(idsOf(await runs.allItems(run, { kind: 'leaves', programme: 'dibao' }))).toEqual(idsOf(of('leaves')));
    expect(idsOf(await runs.allItems(run, { kind: 'enters', programme: 'dibao', region: PLACES.town }))).toEqual(
      idsOf(of('enters').filter(({ town }) => town === 'town')),
    );
    expect(idsOf(await runs.allItems(run, { reason: 'gradual-exit' }))).toEqual(idsOf(of('exits')));
    expect(await runs.allItems(run, { programme: 'noSuchProgramme' })).toEqual([]);
    expect(await runs.allItems(run, { state: 'confirmed' })).toEqual([]);
  });

  test('shows each town its own households, and another county not even that there is a run', async () => {
    const own = of('gains', 'enters', 'loses', 'leaves', 'exits').filter(({ town }) => town === 'otherTown');
    expect(idsOf(await runs.allItems(run, {}, 'other-town.window'))).toEqual(idsOf(own));
    expect(await runs.allItems(run, { region: PLACES.town }, 'other-town.window')).toEqual([]);
    const foreign = { session: await api.signInAs(elsewhere.accounts['county.clerk'] ?? '') };
    const missing = await api.call(contract.getRedetermination, { params: { id: run } }, foreign);
    expect(missing.problem.code).toBe('NOT_FOUND');
    const list = await api.call(contract.listHeldItems, { params: { id: run } }, foreign);
    expect(list.problem.code).toBe('NOT_FOUND');
    expect((await api.call(contract.listRedeterminations, {}, foreign)).body.items).toEqual([]);
  });

  test('says what each difference comes from, and what the policy says otherwise', async () => {
    const [family] = of('leaves').filter(({ town }) => town === 'otherTown');
    const { status, body, text } = await runs.explain(run, family?.householdId ?? '', 'other-town.window');
    expect(status, text).toBe(200);
    const dibao = body.changes.find(({ programme }) => programme === 'dibao');
    expect(dibao?.before?.zh.join()).toMatch(/家庭计入收入（8,520元\/年）低于最低生活保障标准.*= 8,652元\/年/);
    expect(dibao?.after?.zh.join()).toMatch(/家庭计入收入（8,520元\/年）.*= 8,400元\/年/);
    expect(body.policy.map(({ zh }) => zh)).toEqual(['最低生活保障标准（农村）：由721元（每月）变为700元（每月）。']);
    expect(body.facts).toEqual([]);
    const foreign = of('leaves').find(({ town }) => town === 'town');
    const other = await runs.explain(run, foreign?.householdId ?? '', 'other-town.window');
    expect(other.problem.code).toBe('NOT_FOUND');
  });

  test('decided on from another town does nothing', async () => {
    const [family] = of('gains').filter(({ town }) => town === 'town');
    const item = await held(family as Family);
    const answer = await runs.confirm(run, [item], 'other-town.approver');
    expect(answer.body.items).toMatchObject([{ result: 'not-found', taskId: null }]);
    expect((await held(family as Family)).state).toBe('open');
  });
});

describe('a confirmation', () => {
  test('opens one task on the case within the limit of the place, whoever of two officers was faster', async () => {
    const chosen = of('gains').slice(0, 6);
    expect(await Promise.all(chosen.map(tasksOf))).toEqual(chosen.map(() => []));
    const items = await Promise.all(chosen.map((family) => held(family)));
    const [one, other] = await Promise.all([
      runs.confirm(run, items, 'county.clerk'),
      runs.confirm(run, items.toReversed(), 'county.approver1'),
    ]);
    for (const [index, { householdId }] of items.entries()) {
      const results = [one, other].map(({ body }) => body.items.find((item) => item.householdId === householdId));
      expect(results.map((result) => result?.result).sort()).toEqual(['done', 'done-before']);
      const tasks = await tasksOf(chosen[index] as Family);
      expect(tasks.map(({ id }) => id)).toEqual([results[0]?.taskId]);
      expect(results[1]?.taskId).toBe(results[0]?.taskId);
    }
    const policy = findPolicyForRegion(api.services.policy, PLACES.village, JULY);
    const limit = policy && resolveLimit(policy, 'redetermination.decideWithin');
    const [task] = await tasksOf(chosen[0] as Family);
    expect(task).toMatchObject({ kind: 'reassess', state: 'open', owner: { officeName: '甲镇救助窗口' } });
    expect(limit?.known && limit.limit.amount).toBe(task?.clock.limit);
    expect(task?.clock.clause.zh).toContain('最低生活保障审核确认办法');
  });

  test('is done with the next assessment, and what then stands differs no more', async () => {
    const [family] = of('gains');
    await acts.learns(family as Family, 'livingCosts', 100);
    await worker.drain();
    expect(await tasksOf(family as Family)).toMatchObject([{ state: 'done' }]);
    expect((await held(family as Family, 'confirmed')).taskId).not.toBeNull();
  });

  test('of what has changed since is refused; looked at once more it can be decided on, or is overtaken', async () => {
    const [changed, settled] = of('enters');
    if (!changed || !settled) throw new Error('nobody enters');
    const [before, other] = [await held(changed), await held(settled)];
    // Assessed in July the household simply is what the run would have made of it.
    await acts.learns(settled, 'livingCosts', 100);
    const session = await county.as('town.window');
    const person = await api.call(contract.getHousehold, { params: { id: changed.householdId } }, { session });
    const version = person.body.members[0]?.version ?? 0;
    const born = { birthDate: '1936-05-01', expectedVersion: version };
    const moved = await api.call(contract.updatePerson, { params: { id: changed.personId }, body: born }, { session });
    expect(moved.status, moved.text).toBe(200);
    clock.advance(1000);
    // The facts are packed and the run is told of it, but nothing is computed yet.
    await deliverEvents(api.services, joinReactions(allReactions(api.services)));
    expect((await held(changed)).stale).toBe(true);
    const why = (await runs.explain(run, changed.householdId)).body;
    expect(why.facts.map(({ words }) => words.zh)).toEqual(['测试enters的出生日期：由1976年5月1日变为1936年5月1日。']);
    const answer = await runs.confirm(run, [before, other]);
    expect(answer.body.items.map(({ result }) => result)).toEqual(['changed', 'changed']);
    await worker.drain();
    const after = await held(changed);
    expect(after).toMatchObject({ stale: false, revision: before.revision + 1 });
    expect(after.changes).not.toEqual(before.changes);
    expect((await runs.confirm(run, [before])).body.items).toMatchObject([{ result: 'changed' }]);
    expect((await runs.confirm(run, [after])).body.items).toMatchObject([{ result: 'done' }]);
    expect((await held(settled, 'overtaken')).changes).toEqual([]);
    expect((await runs.confirm(run, [other])).body.items).toMatchObject([{ result: 'overtaken' }]);
    expect(await tasksOf(settled)).toEqual([]);
  });

  test('of a closed case opens it again', async () => {
    const [family] = of('loses').filter(({ town }) => town === 'town');
    if (!family) throw new Error('nobody');
    const session = await county.as('town.window');
    const params = { id: family.caseId };
    const page = await api.call(contract.getCase, { params }, { session });
    const body = { outcome: 'no-need' as const, reason: '家庭情况已稳定', expectedVersion: page.body.version };
    const closed = await api.call(contract.closeCase, { params, body }, { session });
    expect(closed.status, closed.text).toBe(200);
    expect((await runs.confirm(run, [await held(family)], 'town.approver')).body.items[0]?.result).toBe('done');
    const open = await api.call(contract.getCase, { params }, { session });
    expect(open.body).toMatchObject({ state: 'open', closedAt: null });
    expect(open.body.events.map(({ act }) => act)).toContain('case.reopened');
    expect(await tasksOf(family)).toMatchObject([{ kind: 'reassess', state: 'open' }]);
  });

  test('by a near relative of the household is left to others', async () => {
    const [family, next] = of('loses').filter(({ town }) => town === 'otherTown');
    if (!family || !next) throw new Error('nobody');
    await fileAsRelative(family);
    const items = [await held(family), await held(next)];
    const answer = await runs.confirm(run, items, 'other-town.approver');
    const results = new Map(answer.body.items.map(({ householdId, result }) => [householdId, result]));
    expect([results.get(family.householdId), results.get(next.householdId)]).toEqual(['relative', 'done']);
    expect(await tasksOf(family)).toEqual([]);
  });

  test('is needed for anything to change: nobody else has a task', async () => {
    const untouched = of('leaves', 'rich');
    for (const family of untouched) expect(await tasksOf(family)).toEqual([]);
  });
});

describe('a gradual exit', () => {
  test('is marked with its last day, not listed as leaving, and opens no task before it is over', async () => {
    const [family] = of('exits');
    if (!family) throw new Error('nobody');
    const item = await held(family);
    expect(item).toMatchObject({ reason: 'gradual-exit', exitUntil: '2026-08-31' });
    expect(item.words.zh).toBe('收入超过标准，渐退期至2026年8月31日');
    expect(item.changes.map(({ kind, programme }) => [kind, programme])).toEqual([['gradual-exit', 'dibao']]);
    clock.set('2026-08-31T02:00:00.000Z');
    expect((await runs.confirm(run, [item])).body.items).toMatchObject([{ result: 'in-gradual-exit' }]);
    expect(await tasksOf(family)).toEqual([]);
    clock.set('2026-09-01T02:00:00.000Z');
    expect((await runs.confirm(run, [item])).body.items).toMatchObject([{ result: 'done' }]);
    expect(await tasksOf(family)).toMatchObject([{ kind: 'reassess' }]);
  });
});

describe('the end of a run', () => {
  test('a household is dismissed with a reason, and the run ends when nobody is held or it is said why', async () => {
    const [family] = of('leaves');
    if (!family) throw new Error('nobody');
    const item = await held(family);
    const dismissed = await runs.dismiss(run, [item], '入户核实后无需调整', 'town.reviewer');
    expect(dismissed.body.items[0]?.result).toBe(family.town === 'town' ? 'done' : 'not-found');
    expect(await held(family, 'dismissed')).toMatchObject({
      note: '入户核实后无需调整',
      decidedBy: '人员 town.reviewer',
    });
    expect((await runs.confirm(run, [item])).body.items).toMatchObject([{ result: 'decided-otherwise' }]);
    expect((await runs.finish(run, null)).problem).toMatchObject({ code: 'HELD_ITEMS_OPEN' });
    expect((await runs.finish(run, '其余随年度复核办理')).status).toBe(200);
    expect((await runs.show(run)).body).toMatchObject({ state: 'finished', availableActions: [] });
    expect((await runs.confirm(run, [item])).problem.code).toBe('STATE_CONFLICT');
    expect(idsOf(await runs.allItems(run))).toEqual(idsOf(of('exits').slice(1)));
  });

  test('whatever was found, looked at again, overtaken, confirmed and dismissed, the sums shown are those of the items', async () => {
    const { items, changes } = (await runs.show(run)).body;
    expect(Object.values(items).every((count) => count > 0)).toBe(true);
    expect(changes.length).toBeGreaterThan(0);
    const wrong = await withSession(api.database.migratorUrl, (client) => listWrongCounts(client, run));
    expect(wrong).toEqual([]);
  });

  test('the next run, after everybody was assessed in September, holds whoever has left the gradual exit', async () => {
    const next = await runs.start('2026-09-01', 'county.approver1');
    expect(next.status, next.text).toBe(200);
    await worker.drain();
    const exited = await runs.allItems(next.body.id, { kind: 'leaves', programme: 'dibao' });
    expect(idsOf(exited)).toEqual(idsOf(of('exits', 'leaves')));
    expect(await runs.allItems(next.body.id, { kind: 'gradual-exit' })).toEqual([]);
    expect((await runs.list('county.inspector')).body.items.map(({ id }) => id)).toEqual([next.body.id, run]);
  });
});

/** The clerk of the other town's approver files the head of the family as a near relative. */
async function fileAsRelative({ personId, householdId }: Family): Promise<void> {
  const session = await county.as('other-town.window');
  const idNumber = fakeResidentId({ birthDate: '1976-05-01', sex: 'male', serial: 77 });
  const page = await api.call(contract.getHousehold, { params: { id: householdId } }, { session });
  const body = { idNumber, expectedVersion: page.body.members[0]?.version ?? 0 };
  const changed = await api.call(contract.updatePerson, { params: { id: personId }, body }, { session });
  expect(changed.status, changed.text).toBe(200);
  await worker.drain();
  const accountId = county.accounts['other-town.approver'] ?? '';
  const relative = { accountId, relation: 'spouse' as const, name: '近亲', idNumber };
  const filed = await api.call(contract.fileRelative, { body: relative }, { session });
  expect(filed.status, filed.text).toBe(200);
}
