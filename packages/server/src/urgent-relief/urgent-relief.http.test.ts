import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { startTestApi, type TestSession } from '../platform/testing/api.ts';
import { anIntake, PLACES, reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api);

const { openCase, panel, propose, approve, handOut } = reliefActs(api, county);

async function aidAt(caseId: string, level: 'village' | 'township', amountFen: number) {
  const proposed = await propose(caseId, { level, amountFen });
  expect(proposed.problem?.code).toBeUndefined();
  const approved = await approve(proposed.body.grantId, level === 'village' ? 'society.keeper' : 'town.approver');
  expect(approved.problem?.code).toBeUndefined();
  const paid = await handOut(caseId, proposed.body.grantId, level === 'village' ? 'society.keeper' : 'town.cash');
  expect(paid.problem?.code).toBeUndefined();
  return { grantId: proposed.body.grantId, papersDue: paid.body.papersDue };
}

describe('裕安区 四(三)2: the ladder of urgent relief at work', () => {
  test('village 1,000 then township 1,600 are paid, papers follow, the case closes with aid', async () => {
    const { caseId } = await openCase();
    expect((await aidAt(caseId, 'village', 100_000)).papersDue).toBeGreaterThan(2);
    // What the dossier already owes is not asked again for the second grant.
    expect((await aidAt(caseId, 'township', 160_000)).papersDue).toBe(0);
    const before = await panel(caseId);
    expect(before.ladder.cumulativeGrantedFen).toBe(260_000);
    const early = await api.call(
      contract.closeCase,
      { params: { id: caseId }, body: { outcome: 'aid', reason: '已救助到位', expectedVersion: before.caseVersion } },
      { session: await county.as('town.window') },
    );
    expect(early.problem.code).toBe('CASE_NOT_FINISHED');
    for (const paper of before.papers) {
      const filed = await api.call(
        contract.fulfilPaper,
        { params: { id: paper.id }, body: { note: '已收', photoIds: [], expectedVersion: paper.version } },
        { session: await county.as('town.window') },
      );
      expect(filed.problem?.code).toBeUndefined();
    }
    const after = await panel(caseId);
    const closed = await api.call(
      contract.closeCase,
      { params: { id: caseId }, body: { outcome: 'aid', reason: '已救助到位', expectedVersion: after.caseVersion } },
      { session: await county.as('town.window') },
    );
    expect(closed.status).toBe(200);
    const page = await api.call(
      contract.getCase,
      { params: { id: caseId } },
      { session: await county.as('town.window') },
    );
    expect(page.problem?.code).toBeUndefined();
    expect(page.body.state).toBe('closed');
    expect(page.body.events.map((event) => event.act)).toContain('grant.approved');
  });

  test('a case stays open while a grant is undecided, and while one that was approved is unpaid', async () => {
    const { caseId } = await openCase();
    async function stillOwed(): Promise<unknown> {
      const body = { outcome: 'no-need' as const, reason: '当事人不再申请', expectedVersion: 1 };
      const session = await county.as('town.window');
      const { problem } = await api.call(contract.closeCase, { params: { id: caseId }, body }, { session });
      expect(problem.code).toBe('CASE_NOT_FINISHED');
      return problem.facts?.['open'];
    }
    const undecided = { zh: '有救助尚未办完', en: 'A grant is not finished' };
    const unpaid = { zh: '有款项尚未发放', en: 'A payment is not made' };
    const { body } = await propose(caseId);
    expect(await stillOwed()).toEqual([undecided]);
    await approve(body.grantId, 'society.keeper');
    expect(await stillOwed()).toEqual([undecided, unpaid]);
  });

  test('T-081 the village may pay 1,000 and not a fen more', async () => {
    const { caseId } = await openCase();
    const over = await propose(caseId, { amountFen: 100_001 });
    expect([over.status, over.problem.code]).toEqual([409, 'CAP_EXCEEDED']);
  });

  test('T-085 the township waits until the village is exhausted, unless an emergency override says why', async () => {
    const { caseId } = await openCase();
    const early = await propose(caseId, { level: 'township', amountFen: 150_000 });
    expect(early.problem.code).toBe('LADDER_NOT_EXHAUSTED');
    const override = await propose(caseId, {
      level: 'township',
      amountFen: 150_000,
      emergencyOverride: { reason: '伤者今晚须手术，村互助社夜间无人' },
    });
    expect(override.status).toBe(200);
    expect((await approve(override.body.grantId, 'town.approver')).status).toBe(200);
    await handOut(caseId, override.body.grantId, 'town.cash');
    const { afterChecks } = await panel(caseId);
    expect(afterChecks).toHaveLength(1);
    const check = await api.call(
      contract.recordAfterCheck,
      {
        params: { id: afterChecks[0]?.taskId ?? '' },
        body: { justified: true, finding: '手术记录属实，情况紧急', expectedVersion: 1 },
      },
      { session: await county.as('county.clerk') },
    );
    expect(check.problem?.code).toBeUndefined();
  });

  test('the same event again is refused with the earlier payment shown; a new fact allows follow-up aid', async () => {
    const first = await openCase();
    await aidAt(first.caseId, 'village', 60_000);
    const second = await openCase({ household: { is: 'known', householdId: first.householdId as never } });
    const again = await propose(second.caseId, { amountFen: 40_000 });
    expect(again.problem.code).toBe('SAME_EVENT');
    expect(again.problem.facts?.['earlier']).toMatchObject([{ amountFen: 60_000, level: 'village' }]);
    const followUp = await propose(second.caseId, { amountFen: 40_000, followUp: { newFact: '烧伤恶化，再次住院' } });
    expect(followUp.status).toBe(200);
    expect((await approve(followUp.body.grantId, 'society.keeper')).status).toBe(200);
  });

  test('R-118 of an approval paid in stages, each stage is due from its own day and handed out no earlier', async () => {
    const { caseId } = await openCase();
    const stages = [
      { plannedOn: '2026-03-02', amountFen: 30_000 },
      { plannedOn: '2026-04-02', amountFen: 30_000 },
    ];
    const { body } = await propose(caseId, { amountFen: 60_000, stages });
    expect((await approve(body.grantId, 'society.keeper')).status).toBe(200);
    const session = await county.as('town.window');
    const page = await api.call(contract.getCase, { params: { id: caseId } }, { session });
    const due = page.body.tasks.filter((task) => task.kind === 'pay-grant').map((task) => task.clock.dueAt);
    expect(due.toSorted()).toEqual(['2026-03-03T02:00:00.000Z', '2026-04-02T16:00:00.000Z']);

    const grantOf = async (login = 'town.window') => (await panel(caseId, login)).grants[0];
    const [first, second] = (await grantOf())?.payments ?? [];
    const payStage = async (stage: contract.PaymentView | undefined, keeper: TestSession) => {
      const receipt = { signedBy: '本人', receiptPhotoId: null, note: null };
      return api.call(contract.payGrant, { params: { id: stage?.id ?? '' }, body: receipt }, { session: keeper });
    };
    const keeper = await county.as('society.keeper');
    const paid = await payStage(first, keeper);
    expect(paid.body.papersDue).toBeGreaterThan(2);
    expect((await grantOf())?.state).toBe('approved');
    const early = await payStage(second, keeper);
    expect([early.problem.code, early.problem.facts?.['plannedOn']]).toEqual(['STATE_CONFLICT', '2026-04-02']);

    // What was waived meanwhile is not asked for again with the next stage.
    const waive = { reason: '证件已在火灾中烧毁', expectedVersion: 1 };
    const owed = { id: (await panel(caseId)).papers[0]?.id ?? '' };
    const approver = await county.as('town.approver');
    expect((await api.call(contract.waivePaper, { params: owed, body: waive }, { session: approver })).status).toBe(
      200,
    );

    // The day begins in Shanghai, not in Greenwich; nobody stays signed in for a month.
    api.clock.set('2026-04-01T15:59:00.000Z');
    expect((await payStage(second, await api.signInAs('society.keeper'))).problem.code).toBe('STATE_CONFLICT');
    api.clock.set('2026-04-01T16:01:00.000Z');
    const later = await payStage(second, await api.signInAs('society.keeper'));
    expect(later.problem?.code).toBeUndefined();
    // The papers were opened with the first stage; the last one closes the grant.
    expect(later.body.papersDue).toBe(0);
    api.clock.set('2026-03-02T02:00:00.000Z');
    const done = await grantOf();
    expect([done?.state, ...(done?.payments.map((one) => one.state) ?? [])]).toEqual(['paid', 'paid', 'paid']);
    expect((await panel(caseId)).papers).toHaveLength(paid.body.papersDue);
  });

  test('follow-up aid in a case dated a day later counts on: the caps do not start anew', async () => {
    const first = await openCase();
    await aidAt(first.caseId, 'village', 80_000);
    const event = {
      kind: 'fire' as const,
      occurredOn: '2026-03-02',
      placeRegionCode: PLACES.village,
      placeDetail: null,
      description: '余火复燃',
    };
    const second = await openCase({ household: { is: 'known', householdId: first.householdId as never }, event });
    const followUp = { newFact: '余火复燃，临时住处也烧了' };
    expect((await propose(second.caseId, { amountFen: 20_001, followUp })).problem.code).toBe('CAP_EXCEEDED');
    expect((await propose(second.caseId, { amountFen: 20_000, followUp })).status).toBe(200);
  });

  test('one invoice is used once, three weeks later too', async () => {
    const first = await openCase({
      event: {
        kind: 'serious-illness',
        occurredOn: '2026-02-20',
        placeRegionCode: PLACES.village,
        placeDetail: null,
        description: '突发脑梗',
      },
    });
    await propose(first.caseId, { amountFen: 50_000, evidenceNumber: 'FP-2026 0001' });
    const other = await openCase({
      event: {
        kind: 'other-accident',
        occurredOn: '2026-02-27',
        placeRegionCode: PLACES.village,
        placeDetail: null,
        description: '摔伤',
      },
    });
    const again = await propose(other.caseId, { amountFen: 50_000, evidenceNumber: 'fp20260001' });
    expect(again.problem.code).toBe('EVIDENCE_REUSED');
  });

  test('above 3,000 the district decides with two approvers, and not the same person twice', async () => {
    const { caseId } = await openCase();
    await aidAt(caseId, 'village', 100_000);
    await aidAt(caseId, 'township', 200_000);
    const tooMuch = await propose(caseId, {
      level: 'township',
      amountFen: 1,
      followUp: { newFact: '仍不足以支付租房' },
    });
    expect(tooMuch.problem.code).toBe('CAP_EXCEEDED');
    const version = (await panel(caseId)).caseVersion;
    const up = await api.call(
      contract.handUpCase,
      { params: { id: caseId }, body: { reason: '两级累计 3,000 元已用足', expectedVersion: version } },
      { session: await county.as('town.window') },
    );
    expect(up.problem?.code).toBeUndefined();
    const accepted = await api.call(
      contract.acceptHandOver,
      { params: { id: caseId }, body: { expectedVersion: up.body.version ?? 0 } },
      { session: await county.as('county.clerk') },
    );
    expect(accepted.problem?.code).toBeUndefined();
    const proposed = await propose(caseId, { level: 'county', amountFen: 800_000 }, 'county.clerk');
    expect(proposed.body.approvalsNeeded).toBe(2);
    const one = await approve(proposed.body.grantId, 'county.approver1');
    expect(one.body).toMatchObject({ state: 'proposed', approvals: 1 });
    expect((await approve(proposed.body.grantId, 'county.approver1', one.body.version)).problem.code).toBe(
      'ALREADY_APPROVED',
    );
    const two = await approve(proposed.body.grantId, 'county.approver2', one.body.version);
    expect(two.body.state).toBe('approved');
  });

  test('a filed near relative cannot touch the case, nor can who acts for that person', async () => {
    const intake = anIntake();
    const taken = await api.call(contract.takeIn, { body: intake }, { session: await county.as('town.window') });
    const idNumber = intake.household.is === 'new' ? (intake.household.members[0]?.idNumber ?? '') : '';
    const filed = await api.call(
      contract.fileRelative,
      { body: { accountId: county.accounts['town.approver'] ?? '', relation: 'sibling', name: '某某', idNumber } },
      { session: await county.as('county.clerk') },
    );
    expect(filed.problem?.code).toBeUndefined();
    await aidAt(taken.body.caseId, 'village', 100_000);
    const proposed = await propose(taken.body.caseId, { level: 'township', amountFen: 50_000 });
    expect((await approve(proposed.body.grantId, 'town.approver')).problem.code).toBe('RELATIVE_BLOCKED');

    await api.call(
      contract.recordAbsence,
      {
        body: { fromAt: '2026-03-01T00:00:00.000Z', toAt: '2026-03-10T00:00:00.000Z', reason: '外出培训' },
      },
      { session: await county.as('town.approver') },
    );
    const forHim = await api.call(
      contract.approveGrant,
      { params: { id: proposed.body.grantId }, body: { comment: null, expectedVersion: 1 } },
      { session: await county.as('town.approver-b'), post: county.posts['town.approver'] ?? '' },
    );
    expect(forHim.problem.code).toBe('RELATIVE_BLOCKED');
  });
});
