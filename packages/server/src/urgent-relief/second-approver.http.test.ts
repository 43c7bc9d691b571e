import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api);
const { openCase, propose, approve } = reliefActs(api, county);

async function proposed() {
  const { caseId } = await openCase();
  const override = { emergencyOverride: { reason: '村、镇额度远不足以安置' } };
  const grant = await propose(caseId, { level: 'county', amountFen: 800_000, ...override }, 'county.clerk');
  expect(grant.body.approvalsNeeded).toBe(2);
  return { caseId, grantId: grant.body.grantId };
}

/** The decisions this person has to make about a case. */
async function decisions(login: string, caseId: string, which: 'open' | 'done' = 'open') {
  const session = await county.as(login);
  const mine = await api.call(contract.listMyTasks, { query: { which, limit: 100 } }, { session });
  return mine.body.items.filter((task) => task.caseId === caseId && task.kind === 'decide-grant');
}

/** Both county posts are alike; whichever got the first task. */
async function firstAndSecond(caseId: string) {
  const first = (await decisions('county.approver1', caseId)).length > 0 ? 'county.approver1' : 'county.approver2';
  return [first, first === 'county.approver1' ? 'county.approver2' : 'county.approver1'] as const;
}

describe('two approvers', () => {
  test('when the first has signed the second gets a task that names the first, and it ends with the decision', async () => {
    const { caseId, grantId } = await proposed();
    const [first, second] = await firstAndSecond(caseId);
    expect(await decisions(second, caseId)).toHaveLength(0);
    const due = (await decisions(first, caseId))[0]?.clock.dueAt;
    api.clock.set('2026-03-02T02:05:00.000Z');
    const signed = await approve(grantId, first);
    expect(await decisions(first, caseId)).toHaveLength(0);
    const [task] = await decisions(second, caseId);
    expect(task?.caseSummary).toContain(`人员 ${first}已同意（1/2）`);
    // The household does not wait longer because two decide.
    expect(task?.clock.dueAt).toBe(due);
    expect((await approve(grantId, first, signed.body.version)).problem.code).toBe('ALREADY_APPROVED');
    expect((await approve(grantId, second, signed.body.version)).body.state).toBe('approved');
    expect(await decisions(second, caseId)).toHaveLength(0);
    expect((await decisions(second, caseId, 'done'))[0]?.state).toBe('done');
  });

  test('whoever signs first, the task goes to the one who has not', async () => {
    const { caseId, grantId } = await proposed();
    const [asked, other] = await firstAndSecond(caseId);
    await approve(grantId, other);
    expect((await decisions(asked, caseId))[0]?.caseSummary).toContain(`人员 ${other}已同意`);
    expect(await decisions(other, caseId)).toHaveLength(0);
  });

  test('refused by the second: nobody has it on the list any more', async () => {
    const { caseId, grantId } = await proposed();
    const [first, second] = await firstAndSecond(caseId);
    const signed = await approve(grantId, first);
    const body = { reason: '核实后不符合条件', expectedVersion: signed.body.version };
    const session = await county.as(second);
    const ended = await api.call(contract.refuseGrant, { params: { id: grantId }, body }, { session });
    expect(ended.status).toBe(200);
    expect(await decisions(second, caseId)).toHaveLength(0);
  });

  test('one grant of a case refused leaves the decision on the other where it is', async () => {
    const { caseId, grantId } = await proposed();
    const followUp = { newFact: '另需租房押金' };
    const override = { emergencyOverride: { reason: '村、镇额度远不足以安置' } };
    await propose(caseId, { level: 'county', amountFen: 400_000, followUp, ...override }, 'county.clerk');
    const [first] = await firstAndSecond(caseId);
    expect(await decisions(first, caseId)).toHaveLength(2);
    const body = { reason: '核实后不符合条件', expectedVersion: 1 };
    const session = await county.as(first);
    await api.call(contract.refuseGrant, { params: { id: grantId }, body }, { session });
    expect(await decisions(first, caseId)).toHaveLength(1);
  });

  test('with one approver there is one task and no second', async () => {
    const { caseId } = await openCase();
    const grant = await propose(caseId, { amountFen: 50_000 });
    expect((await approve(grant.body.grantId, 'society.keeper')).body.state).toBe('approved');
    expect(await decisions('society.keeper', caseId, 'done')).toHaveLength(1);
  });
});
