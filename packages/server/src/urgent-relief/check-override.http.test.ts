import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { postActs, reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const staffed = await smallCounty(api);
// A day passes: nobody stays signed in that long.
const county = { ...staffed, as: (login: string) => api.signInAs(login) };
const { openCase, panel, propose, approve, handOut } = reliefActs(api, county);
const { substitute, whileAway } = postActs(api, county);
const postOf = (login: string) => county.posts[login] ?? '';
const as = async (login: string, post?: string) => ({
  session: await county.as(login),
  ...(post === undefined ? {} : { post }),
});

const OVERRIDE = { emergencyOverride: { reason: '伤者今晚须手术，村互助社夜间无人' } };

/** The township paid though the village still had room. */
async function townshipOverride() {
  const { caseId } = await openCase();
  const made = await propose(caseId, { level: 'township', amountFen: 150_000, ...OVERRIDE });
  await approve(made.body.grantId, 'town.approver');
  expect((await handOut(caseId, made.body.grantId, 'town.cash')).problem?.code).toBeUndefined();
  return caseId;
}

async function openCheck(caseId: string) {
  return (await panel(caseId)).afterChecks.find((check) => !check.done);
}

async function check(taskId: string, justified: boolean, options: Awaited<ReturnType<typeof as>>) {
  const body = { justified, finding: '经查情况属可逐级办理', expectedVersion: 1 };
  return api.call(contract.recordAfterCheck, { params: { id: taskId }, body }, options);
}

async function offered(caseId: string, login: string) {
  const shown = await panel(caseId, login);
  return shown.availableActions.find((one) => one.act === 'after-check');
}

async function tasksOf(caseId: string) {
  const page = await api.call(contract.getCase, { params: { id: caseId } }, await as('town.window'));
  return page.body.tasks.filter((task) => task.kind === 'after-check');
}

/** Whether closing is refused because of a check. */
async function isOwed(caseId: string) {
  const body = { outcome: 'aid' as const, reason: '已救助到位', expectedVersion: (await panel(caseId)).caseVersion };
  const closed = await api.call(contract.closeCase, { params: { id: caseId }, body }, await as('town.window'));
  return JSON.stringify(closed.problem?.facts ?? {}).includes('越级救助尚未核查');
}

describe('an emergency override is looked at afterwards', () => {
  test('justified: that is the end of it', async () => {
    const caseId = await townshipOverride();
    const first = await openCheck(caseId);
    expect((await check(first?.taskId ?? '', true, await as('town.reviewer'))).status).toBe(200);
    expect(await openCheck(caseId)).toBeUndefined();
    expect(await isOwed(caseId)).toBe(false);
  });

  test('not justified: the district looks again within the same limit, and the case stays open until it has', async () => {
    const caseId = await townshipOverride();
    const first = await openCheck(caseId);
    api.clock.set('2026-03-03T02:00:00.000Z');
    expect((await check(first?.taskId ?? '', false, await as('town.reviewer'))).status).toBe(200);
    const second = (await tasksOf(caseId)).find((task) => task.state === 'open');
    expect(second?.owner.postId).toBe(postOf('county.approver1'));
    expect(second?.caseSummary).toContain('越级不属实：经查情况属可逐级办理');
    // Five working days from the finding.
    expect(second?.clock).toMatchObject({ limit: 5, unit: 'workingDays', dueOn: '2026-03-10' });
    expect(await isOwed(caseId)).toBe(true);

    expect((await offered(caseId, 'town.reviewer'))?.blockedBy?.zh).toContain('区级');
    expect((await check(second?.id ?? '', true, await as('town.reviewer'))).problem.code).toBe('LEVEL_NOT_YOURS');
    expect((await offered(caseId, 'county.approver2'))?.blockedBy).toBeNull();
    expect((await check(second?.id ?? '', false, await as('county.approver2'))).status).toBe(200);
    expect((await tasksOf(caseId)).map((task) => task.state)).toEqual(['done', 'done']);
    expect(await isOwed(caseId)).toBe(false);
  });

  test('who proposed or signed it does not check it, nor the person a substitute did so for', async () => {
    await substitute(postOf('county.approver1'), 'town.window-b');
    const { caseId } = await openCase();
    const made = await propose(caseId, { level: 'county', amountFen: 800_000, ...OVERRIDE }, 'county.clerk');
    const { grantId } = made.body;
    const signed = await whileAway('county.approver1', async () =>
      api.call(
        contract.approveGrant,
        { params: { id: grantId }, body: { comment: null, expectedVersion: 1 } },
        await as('town.window-b', postOf('county.approver1')),
      ),
    );
    await approve(grantId, 'county.approver2', signed.body.version);
    expect((await handOut(caseId, grantId, 'county.finance1')).problem?.code).toBeUndefined();
    const [task] = await tasksOf(caseId);
    expect(task?.owner.postId).toBe(postOf('town.reviewer'));
    for (const login of ['county.clerk', 'county.approver1', 'county.approver2']) {
      expect((await offered(caseId, login))?.blockedBy?.zh, login).toContain('须由他人核查');
      expect((await check(task?.id ?? '', true, await as(login))).problem.code, login).toBe('OWN_WORK_BLOCKED');
    }
    // Everybody of the district had a part in it: the finding of the township stands.
    expect((await check(task?.id ?? '', false, await as('town.reviewer'))).status).toBe(200);
    expect(await tasksOf(caseId)).toHaveLength(1);
  });

  test('the check is not asked of who proposed it', async () => {
    const { caseId } = await openCase();
    const made = await propose(caseId, { level: 'township', amountFen: 150_000, ...OVERRIDE }, 'town.reviewer');
    await approve(made.body.grantId, 'town.approver');
    await handOut(caseId, made.body.grantId, 'town.cash');
    const [task] = await tasksOf(caseId);
    expect(task?.owner.postId).toBe(postOf('county.clerk'));
  });
});
