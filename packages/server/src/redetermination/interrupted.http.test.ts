import { fork } from 'node:child_process';
import { once } from 'node:events';
import * as contract from '@yimen/contracts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listWrongCounts } from '../mass-determination/testing/count-store.ts';
import { startTestApi } from '../platform/testing/index.ts';
import { smallCounty } from '../testing/index.ts';
import { changedStandards, JULY } from './testing/changed-standards.ts';
import { type Family, familyActs } from './testing/families.ts';
import { runActs } from './testing/run-acts.ts';
import { countRanges, flipBit, holdItem, isSomebodyWaiting, spoilRange } from './testing/watch-store.ts';
import { redeterminationWork } from './work-off.ts';

const NOW = '2026-07-01T02:00:00.000Z';
const FAMILIES = 24;
const GOING_ON = new AbortController().signal;
const STOPPED = AbortSignal.abort();

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z', policy: changedStandards() });
const staffed = await smallCounty(api);
const county = { ...staffed, as: (login: string) => api.signInAs(staffed.accounts[login] ?? '') };
const acts = familyActs(api, county);
const runs = runActs(api, county);
const { services, database } = api;
// A page at a time, so that there is something in between.
const [work, other] = [redeterminationWork(services, 1), redeterminationWork(services, 1)];
const owner = new Client({ connectionString: database.migratorUrl });
let families: readonly Family[] = [];

beforeAll(async () => {
  families = await acts.families(FAMILIES);
  await api.worker.drain();
  api.clock.set(NOW);
  await owner.connect();
}, 180_000);
afterAll(async () => {
  await Promise.all([work.close(), other.close(), owner.end()]);
});

async function started(): Promise<string> {
  const { body, status, text } = await runs.start(JULY);
  expect(status, text).toBe(200);
  return body.id;
}

async function finished(id: string): Promise<void> {
  expect((await runs.finish(id, '核对完成，无需逐户办理')).status).toBe(200);
}

const stateOf = async (id: string) => (await runs.show(id)).body.state;

async function expectEverybody(id: string): Promise<void> {
  const expected = families.filter(({ kind }) => kind !== 'rich').map(({ householdId }) => householdId);
  const items = await runs.allItems(id);
  expect(items.map(({ householdId }) => householdId).sort()).toEqual(expected.sort());
  for (const family of families) {
    const changes = items.find(({ householdId }) => householdId === family.householdId)?.changes ?? [];
    const dibao = changes.filter(({ programme }) => programme === 'dibao').map(({ kind }) => kind);
    expect(dibao).toEqual(family.kind === 'rich' ? [] : [DIBAO[family.kind]]);
  }
  expect((await runs.show(id)).body).toMatchObject({ households: FAMILIES, householdsDone: FAMILIES });
  expect(await listWrongCounts(owner, id)).toEqual([]);
}

const DIBAO = {
  gains: 'gains',
  enters: 'enters',
  loses: 'loses',
  leaves: 'leaves',
  exits: 'gradual-exit',
  rich: '',
} as const;

test('a worker killed inside a range loses that range only, and another goes on with it', async () => {
  const id = await started();
  const [family] = families.filter(({ kind }) => kind === 'leaves');
  await owner.query('BEGIN');
  await holdItem(owner, id, family?.householdId ?? '');
  const child = fork(new URL('./fixtures/worker-process.ts', import.meta.url), [
    database.appUrl,
    services.dataDir,
    NOW,
  ]);
  const watch = new Client({ connectionString: database.adminUrl });
  await watch.connect();
  while (!(await isSomebodyWaiting(watch)) || (await countRanges(watch, id)).open > 1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await owner.query('ROLLBACK');
  const { open, done } = await countRanges(watch, id);
  expect([open, done > 0]).toEqual([1, true]);
  expect(await stateOf(id)).toBe('computing');
  expect((await runs.allItems(id)).some(({ householdId }) => householdId === family?.householdId)).toBe(false);
  // Held until the server has noticed that its holder is gone.
  while ((await stateOf(id)) === 'computing') await work.step(GOING_ON);
  await watch.end();
  await expectEverybody(id);
  await finished(id);
}, 120_000);

test('two workers share one run: everybody once', async () => {
  const id = await started();
  await work.step(STOPPED);
  const counts = await countRanges(owner, id);
  expect(counts).toMatchObject({ open: 4, done: 0 });
  await Promise.all([work.step(GOING_ON), other.step(GOING_ON)]);
  while ((await stateOf(id)) === 'computing') await work.step(GOING_ON);
  await expectEverybody(id);
  await finished(id);
});

test('what is stopped rests, and goes on where it was', async () => {
  const id = await started();
  expect((await runs.move(contract.stopRedetermination, id)).status).toBe(200);
  expect(await work.step(GOING_ON)).toBe(0);
  expect(await stateOf(id)).toBe('stopped');
  expect((await runs.move(contract.resumeRedetermination, id)).status).toBe(200);
  await work.step(STOPPED);
  expect(await stateOf(id)).toBe('computing');
  expect((await runs.move(contract.stopRedetermination, id)).status).toBe(200);
  expect((await runs.move(contract.stopRedetermination, id)).problem.code).toBe('STATE_CONFLICT');
  expect(await work.step(GOING_ON)).toBe(0);
  expect(await countRanges(owner, id)).toEqual({ open: 4, done: 0 });
  expect(await runs.allItems(id)).toEqual([]);
  expect((await runs.move(contract.resumeRedetermination, id, 'county.approver1')).status).toBe(200);
  while ((await work.step(GOING_ON)) > 0);
  expect(await stateOf(id)).toBe('to-confirm');
  await expectEverybody(id);
  await finished(id);
});

test('a run that cannot be computed stops, says what kind of mistake it was, and can be ended', async () => {
  const id = await started();
  await work.step(STOPPED);
  await spoilRange(owner, id);
  await work.step(GOING_ON);
  const { body } = await runs.show(id);
  expect(body).toMatchObject({ state: 'stopped', failure: 'Error' });
  expect(body.availableActions.map(({ act }) => act)).toEqual(['resume', 'finish']);
  await finished(id);
});

test('facts that cannot be read are never computed with: whoever answers for the case corrects them', async () => {
  const [family] = families.filter(({ kind, town }) => kind === 'gains' && town === 'town');
  const householdId = family?.householdId ?? '';
  const neighbours = await flipBit(owner, householdId);
  const id = await started();
  while ((await work.step(GOING_ON)) > 0);
  expect((await runs.show(id)).body.unreadable).toBe(neighbours.length);
  const items = await runs.allItems(id, { reason: 'unreadable' });
  expect(items.map((item) => item.householdId).sort()).toEqual(neighbours.toSorted());
  const own = items.filter((item) => item.householdId === householdId);
  expect(own).toMatchObject([{ changes: [], stale: false }]);
  const confirmed = await runs.confirm(id, own, 'town.approver');
  expect(confirmed.body.items).toMatchObject([{ result: 'done' }]);
  const session = await county.as('town.window');
  const page = await api.call(contract.getCase, { params: { id: family?.caseId ?? '' } }, { session });
  const task = page.body.tasks.find((one) => one.id === confirmed.body.items[0]?.taskId);
  expect(task).toMatchObject({ kind: 'correct-facts', state: 'open' });
  await flipBit(owner, householdId);
  await finished(id);
});
