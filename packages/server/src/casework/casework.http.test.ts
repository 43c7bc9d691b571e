import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { aMember, anIntake, PLACES, reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api);
const { openCase } = reliefActs(api, county);

async function page(id: string, login = 'town.window') {
  const answer = await api.call(contract.getCase, { params: { id } }, { session: await api.signInAs(login) });
  expect(answer.problem?.code).toBeUndefined();
  return answer.body;
}

const item = (label: string, byWhom: 'applicant' | 'dataSource' = 'applicant') => ({
  paperId: null,
  label,
  why: '核实急难情况',
  byWhom,
});

async function notice(id: string, items: ReturnType<typeof item>[], reissueReason: string | null = null) {
  return api.call(
    contract.issueOneTimeNotice,
    { params: { id }, body: { items, reissueReason } },
    { session: await county.as('town.window') },
  );
}

describe('The one-time notice', () => {
  test('T-053 a second list is refused unless it replaces the first with a reason', async () => {
    const { caseId } = await openCase();
    expect((await notice(caseId, [item('火灾证明')])).status).toBe(200);
    expect((await notice(caseId, [item('租房收据')])).problem.code).toBe('NOTICE_ALREADY_ISSUED');
    expect((await notice(caseId, [item('火灾证明'), item('租房收据')], '首次清单遗漏租房收据')).status).toBe(200);
    const { notices } = await page(caseId);
    expect(notices.map((one) => one.supersededAt === null)).toEqual([true, false]);
    expect(notices[0]?.items).toHaveLength(2);
  });

  test('T-054 what a platform can answer is never asked of the person', async () => {
    const { caseId } = await openCase();
    expect((await notice(caseId, [item('婚姻登记', 'dataSource')])).problem.code).toBe('PAPER_FROM_PLATFORM');
  });
});

describe('First-asker responsibility', () => {
  test('the old post stays responsible until the new one accepts', async () => {
    const { caseId } = await openCase();
    const before = await page(caseId);
    const body = {
      toPostId: county.posts['town.approver'] ?? '',
      reason: '转由审批岗跟进处理',
      expectedVersion: before.version,
    };
    const offered = await api.call(
      contract.handOverCase,
      { params: { id: caseId }, body },
      { session: await county.as('town.window') },
    );
    expect(offered.status).toBe(200);
    expect((await page(caseId)).responsible.postId).toBe(before.responsible.postId);
    const early = await api.call(
      contract.acceptHandOver,
      { params: { id: caseId }, body: { expectedVersion: offered.body.version ?? 0 } },
      { session: await county.as('county.clerk') },
    );
    expect(early.problem.code).toBe('STATE_CONFLICT');
    const accepted = await api.call(
      contract.acceptHandOver,
      { params: { id: caseId }, body: { expectedVersion: offered.body.version ?? 0 } },
      { session: await county.as('town.approver') },
    );
    expect(accepted.problem?.code).toBeUndefined();
    const after = await page(caseId);
    expect([after.responsible.postId, after.firstAsked.postId]).toEqual([
      county.posts['town.approver'],
      county.posts['town.window'],
    ]);
  });

  test('R-047 whoever is asked opens a case of another place and keeps it until the window of the place accepts', async () => {
    const place = {
      kind: 'fire' as const,
      occurredOn: '2026-03-01',
      placeRegionCode: PLACES.farVillage,
      placeDetail: null,
      description: '外地务工者租房失火',
    };
    const { caseId, version } = await openCase({
      event: place,
      household: {
        is: 'new',
        regionCode: PLACES.village,
        members: [aMember({ hukouRegionCode: null })],
        searched: true,
      },
    });
    const there = await page(caseId, 'other-town.window');
    expect(there.version).toBe(version);
    expect(there.responsible.postId).toBe(county.posts['town.window']);
    expect(there.participants.map((one) => one.officeId)).toContain(county.offices['otherTown']);
    expect(there.handOver?.toPost.postId).toBe(county.posts['other-town.window']);
    expect(there.events.map(({ act }) => act)).toContain('case.offered-to-place');

    const session = await api.signInAs('other-town.window');
    const work = await api.call(contract.listMyTasks, { query: {} }, { session });
    const [task] = work.body.items.filter((one) => one.caseId === caseId);
    expect(task).toMatchObject({
      kind: 'accept-hand-over',
      clock: { unit: 'workingDays', limit: 2, dueOn: '2026-03-04' },
    });
    const body = { expectedVersion: version };
    const accepted = await api.call(contract.acceptHandOver, { params: { id: caseId }, body }, { session });
    expect(accepted.problem?.code).toBeUndefined();
    const after = await page(caseId, 'other-town.window');
    expect([after.responsible.postId, after.firstAsked.postId, after.handOver]).toEqual([
      county.posts['other-town.window'],
      county.posts['town.window'],
      null,
    ]);
    const open = after.tasks.filter(({ state }) => state === 'open');
    expect(open.map(({ kind, owner }) => [kind, owner.postId])).toEqual([
      ['assess-need', county.posts['other-town.window']],
    ]);
  });

  test('two clerks save at once: one wins, the other sees what stands now', async () => {
    const { caseId } = await openCase();
    const { version } = await page(caseId);
    const close = async () =>
      api.call(
        contract.closeCase,
        {
          params: { id: caseId },
          body: { outcome: 'no-need', reason: '当事人已由亲属接走', expectedVersion: version },
        },
        { session: await county.as('town.window') },
      );
    const both = await Promise.all([close(), close()]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
  });
});

describe('The state table decides what may end', () => {
  const reason = '当事人已由亲属接走';

  async function close(id: string, expectedVersion: number, outcome: 'no-need' | 'aid' = 'no-need') {
    const body = { outcome, reason, expectedVersion };
    return api.call(contract.closeCase, { params: { id }, body }, { session: await county.as('town.window') });
  }
  async function reopen(id: string, expectedVersion: number) {
    const body = { reason: '情况有新的变化', expectedVersion };
    return api.call(contract.reopenCase, { params: { id }, body }, { session: await county.as('town.window') });
  }
  const actsOf = (file: contract.CaseDetail) => file.availableActions.map((one) => one.act);

  test('an open case is closed and not reopened, a closed one reopened and not closed; the page offers the same', async () => {
    const { caseId } = await openCase();
    const open = await page(caseId);
    expect(actsOf(open)).toEqual(expect.arrayContaining(['close', 'hand-over']));
    expect(actsOf(open)).not.toContain('reopen');
    expect((await reopen(caseId, open.version)).problem.code).toBe('STATE_CONFLICT');
    expect((await close(caseId, open.version)).status).toBe(200);
    const closed = await page(caseId);
    expect([closed.state, closed.matters.map(({ state }) => state)]).toEqual(['closed', ['refused']]);
    expect(actsOf(closed)).toEqual(['reopen']);
    expect((await close(caseId, closed.version)).problem.code).toBe('CASE_CLOSED');
    expect((await reopen(caseId, closed.version)).status).toBe(200);
    const again = await page(caseId);
    expect([again.state, again.matters.map(({ state }) => state)]).toEqual(['open', ['open']]);
  });

  test('a closed case is not handed over', async () => {
    const { caseId } = await openCase();
    expect((await close(caseId, (await page(caseId)).version)).status).toBe(200);
    const body = {
      toPostId: county.posts['town.approver'] ?? '',
      reason: '转由审批岗跟进处理',
      expectedVersion: (await page(caseId)).version,
    };
    const session = await county.as('town.window');
    const offered = await api.call(contract.handOverCase, { params: { id: caseId }, body }, { session });
    expect(offered.problem.code).toBe('CASE_CLOSED');
  });
});

describe('Clocks', () => {
  test('every timeline entry has words', async () => {
    const { caseId } = await openCase({ ...anIntake() });
    for (const event of (await page(caseId)).events) expect(event.words.zh).not.toBe(event.act);
  });

  test('a task warns before its moment and goes to the superior after it, once each', async () => {
    const { caseId } = await openCase();
    const due = Date.parse((await page(caseId)).tasks[0]?.clock.dueAt ?? '');
    api.clock.set(new Date(due - 3_600_000).toISOString());
    await api.worker.drain();
    expect((await page(caseId)).events.filter((event) => event.act === 'task.warned')).toHaveLength(1);
    api.clock.set(new Date(due + 60_000).toISOString());
    await api.worker.drain();
    api.clock.set(new Date(due + 120_000).toISOString());
    await api.worker.drain();
    const { events, tasks } = await page(caseId);
    expect(events.filter((event) => event.act === 'task.escalated')).toHaveLength(1);
    const follow = tasks.filter((task) => task.kind === 'handle-escalation');
    expect(follow.map((task) => task.owner.postId)).toEqual([county.posts['county.clerk']]);
  });
});
