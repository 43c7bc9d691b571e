import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api);
const { openCase, panel, propose, approve, handOut } = reliefActs(api, county);
const as = async (login: string) => ({ session: await county.as(login) });

async function money() {
  const fund = await api.call(contract.getFund, { params: { id: county.funds.society } }, await as('society.keeper'));
  const { availableFen, spentFen } = fund.body;
  return { availableFen, spentFen };
}

/** 600 yuan were handed out and a paper that should prove the need never came: 500 are asked back. */
async function inRecovery() {
  const { caseId } = await openCase();
  const { body } = await propose(caseId, { amountFen: 60_000 });
  await approve(body.grantId, 'society.keeper');
  await handOut(caseId, body.grantId, 'society.keeper');
  const paperId = (await panel(caseId)).papers[0]?.id ?? '';
  const start = (amountFen: number) =>
    as('town.approver').then((options) =>
      api.call(
        contract.startRecovery,
        { params: { id: paperId }, body: { amountFen, reason: '急难情况经核查不属实', expectedVersion: 1 } },
        options,
      ),
    );
  expect((await start(60_001)).problem.code).toBe('STATE_CONFLICT');
  expect((await start(50_000)).problem?.code).toBeUndefined();
  return { caseId, paperId };
}

async function recovered(paperId: string, amountFen: number, expectedVersion: number) {
  const body = { amountFen, receiptNo: `S-${amountFen}`, expectedVersion };
  return api.call(contract.recordRecovered, { params: { id: paperId }, body }, await as('county.finance1'));
}

async function confirmTasks(caseId: string) {
  const page = await api.call(contract.getCase, { params: { id: caseId } }, await as('town.window'));
  return page.body.tasks.filter((task) => task.kind === 'confirm-recovery').map((task) => task.state);
}

describe('R-184 money that is asked back', () => {
  test('part by part, until it is whole: the fund has it again and the task ends', async () => {
    const { caseId, paperId } = await inRecovery();
    const before = await money();
    const paperOf = async () => (await panel(caseId)).papers.find((paper) => paper.id === paperId);
    const part = await recovered(paperId, 20_000, 2);
    expect(part.problem?.code).toBeUndefined();
    expect(await paperOf()).toMatchObject({ state: 'in-recovery', recoveryFen: 50_000, recoveredFen: 20_000 });
    expect(await confirmTasks(caseId)).toEqual(['open']);
    const stale = await recovered(paperId, 30_000, 2);
    expect(stale.problem.code).toBe('VERSION_CONFLICT');

    const rest = await recovered(paperId, 30_000, part.body.version ?? 0);
    expect(rest.problem?.code).toBeUndefined();
    expect(await paperOf()).toMatchObject({ state: 'recovered', recoveredFen: 50_000 });
    expect(await confirmTasks(caseId)).toEqual(['done']);
    const { availableFen, spentFen } = await money();
    expect([availableFen - before.availableFen, spentFen - before.spentFen]).toEqual([50_000, -50_000]);
    const again = await recovered(paperId, 1, rest.body.version ?? 0);
    expect(again.problem.code).toBe('STATE_CONFLICT');
  });

  test('more than is asked back is not taken, and moves nothing', async () => {
    const { caseId, paperId } = await inRecovery();
    const before = await money();
    const tooMuch = await recovered(paperId, 50_001, 2);
    expect(tooMuch.problem.code).toBe('STATE_CONFLICT');
    expect(await money()).toEqual(before);
    expect((await panel(caseId)).papers.find((paper) => paper.id === paperId)).toMatchObject({
      state: 'in-recovery',
      recoveredFen: 0,
    });
    expect((await recovered(paperId, 50_000, 2)).status).toBe(200);
  });
});
