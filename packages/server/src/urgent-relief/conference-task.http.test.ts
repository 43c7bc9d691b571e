import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { LARGE_GRANT, reliefActs, smallCounty } from '../testing/index.ts';

const NOW = '2026-03-04T02:00:00.000Z';
const api = await startTestApi({ now: NOW });
const county = await smallCounty(api);
const { panel, propose, approve, confer, proposeLarge } = reliefActs(api, county);

async function record(caseId: string, agreedFen: number) {
  const conclusion = agreedFen > 0 ? ('agreed' as const) : ('declined' as const);
  const answer = await confer(caseId, { heldOn: '2026-03-04', conclusion, agreedFen });
  expect(answer.problem?.code).toBeUndefined();
}

/** The decision as it stands on My Work of an approver; undefined where it is not theirs. */
async function onMyWork(caseId: string, login = 'county.approver1', which: 'open' | 'done' = 'open') {
  const query = { which, limit: 100 };
  const answer = await api.call(contract.listMyTasks, { query }, { session: await county.as(login) });
  return answer.body.items.find((task) => task.caseId === caseId && task.kind === 'decide-grant');
}

async function onCasePage(caseId: string, login = 'town.window') {
  const answer = await api.call(contract.getCase, { params: { id: caseId } }, { session: await county.as(login) });
  return answer.body.tasks.filter((task) => task.kind === 'decide-grant');
}

const FIRST = { zh: '须先一事一议并登记会议记录', en: 'A case conference must be held and recorded first' };

describe('R-122 who is to sign learns that a conference comes first', () => {
  test('the task says so on My Work and on the case page; it runs under the clock of every grant, for a conference has none', async () => {
    const { caseId } = await proposeLarge();
    const task = await onMyWork(caseId);
    expect(task).toMatchObject({ hint: FIRST, words: { zh: '审批急难救助' } });
    expect(task?.clock).toMatchObject({ unit: 'hours', limit: 24, dueAt: '2026-03-05T02:00:00.000Z' });
    const everybody = await onCasePage(caseId);
    expect(everybody.map(({ id, hint }) => [id, hint])).toEqual([[task?.id, FIRST]]);
  });

  test('an amount that needs no conference has nothing before it, nor has any other task', async () => {
    const { caseId } = await proposeLarge(2_000_000);
    expect((await onMyWork(caseId))?.hint).toBeNull();
    expect((await onCasePage(caseId)).map(({ hint }) => hint)).toEqual([null]);
  });

  test('the record takes it away: same task, same clock', async () => {
    const { caseId } = await proposeLarge();
    const before = await onMyWork(caseId);
    await record(caseId, 3_000_000);
    expect(await onMyWork(caseId)).toEqual({ ...before, hint: null });
    expect((await onCasePage(caseId)).map(({ hint }) => hint)).toEqual([null]);
  });

  test.each([
    ['agreed to less', 2_500_000, '超过一事一议同意的金额，请撤回后按同意的金额提出'],
    ['was against it', 0, '一事一议不同意救助，请不予救助或撤回'],
  ])('a conference that %s leaves what to do now, as the approval itself would', async (_, agreedFen, zh) => {
    const { caseId } = await proposeLarge();
    await record(caseId, agreedFen);
    expect((await onMyWork(caseId))?.hint?.zh).toBe(zh);
    const [grant] = (await panel(caseId, 'county.approver1')).grants;
    const action = grant?.availableActions.find((one) => one.act === 'approve');
    expect(action?.blockedBy?.zh).toBe(zh);
  });

  test('the second approver has nothing before it either, until a later conference is against it', async () => {
    const { caseId, grantId } = await proposeLarge();
    await record(caseId, 3_000_000);
    await approve(grantId, 'county.approver1');
    expect(await onMyWork(caseId)).toBeUndefined();
    expect((await onMyWork(caseId, 'county.approver2'))?.hint).toBeNull();
    await record(caseId, 0);
    expect((await onMyWork(caseId, 'county.approver2'))?.hint?.en).toContain('was against it');
  });

  test('refused without any conference: the decision is off the list and the case is assessed anew', async () => {
    const { caseId, grantId } = await proposeLarge();
    const body = { reason: '核实有保险赔付，不再需要', expectedVersion: 1 };
    const session = await county.as('county.approver1');
    const refused = await api.call(contract.refuseGrant, { params: { id: grantId }, body }, { session });
    expect(refused.problem?.code).toBeUndefined();
    expect(await onMyWork(caseId)).toBeUndefined();
    expect((await onCasePage(caseId)).map(({ state, hint }) => [state, hint])).toEqual([['cancelled', null]]);
    expect((await panel(caseId, 'county.approver1')).availableActions.map((one) => one.act)).not.toContain(
      'record-conference',
    );
  });

  test('withdrawn: off the list; proposed anew with less it needs no conference, and the old task stays quiet', async () => {
    const { caseId, grantId } = await proposeLarge();
    const body = { reason: '按一般金额重新提出', expectedVersion: 1 };
    const session = await county.as('county.clerk');
    await api.call(contract.cancelGrant, { params: { id: grantId }, body }, { session });
    expect(await onMyWork(caseId)).toBeUndefined();
    await propose(caseId, { ...LARGE_GRANT, amountFen: 1_500_000 }, 'county.clerk');
    expect((await onMyWork(caseId))?.hint).toBeNull();
    expect((await onCasePage(caseId)).map(({ state, hint }) => [state, hint])).toEqual([
      ['open', null],
      ['cancelled', null],
    ]);
  });
});
