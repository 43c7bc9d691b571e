import * as contract from '@yimen/contracts';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { LARGE_GRANT, reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-04T02:00:00.000Z' });
const county = await smallCounty(api);
const { panel, propose, approve, confer, proposeLarge } = reliefActs(api, county);
const owner = new pg.Pool({ connectionString: api.database.migratorUrl, max: 1 });
afterAll(() => owner.end());

async function approveTwice(grantId: string) {
  const first = await approve(grantId, 'county.approver1');
  if (first.status !== 200) return first.problem.code;
  const second = await approve(grantId, 'county.approver2', first.body.version);
  return second.status === 200 ? second.body.state : second.problem.code;
}

const actOf = (actions: readonly contract.AvailableAction[], act: string) => actions.find((one) => one.act === act);

describe('R-120 one case, one discussion', () => {
  test('above 20,000 nobody signs before the conference is on record; then two sign and it is paid from what was agreed', async () => {
    const { caseId, grantId } = await proposeLarge();
    const refused = await approve(grantId, 'county.approver1');
    expect([refused.status, refused.problem.code]).toEqual([409, 'CASE_CONFERENCE_NEEDED']);
    expect(refused.problem.nextStep.zh).toContain('一事一议');
    const before = await panel(caseId, 'county.approver1');
    expect(before.grants[0]?.conferenceNeeded).toBe(true);
    expect(actOf(before.grants[0]?.availableActions ?? [], 'approve')?.blockedBy?.zh).toContain('一事一议');
    expect(actOf(before.availableActions, 'record-conference')?.blockedBy).toBeNull();

    expect((await confer(caseId)).problem?.code).toBeUndefined();
    const after = await panel(caseId, 'county.approver2');
    expect(actOf(after.grants[0]?.availableActions ?? [], 'approve')?.blockedBy).toBeNull();
    expect(after.conferences).toMatchObject([
      { heldOn: '2026-03-02', conclusion: 'agreed', agreedFen: 3_000_000, grantedFen: 0, officeName: '区民政局' },
    ]);
    expect(await approveTwice(grantId)).toBe('approved');
    const done = await panel(caseId, 'county.clerk');
    expect(done.conferences[0]?.grantedFen).toBe(3_000_000);
    expect(actOf(done.availableActions, 'record-conference')).toBeUndefined();
    const session = await county.as('county.clerk');
    const page = await api.call(contract.getCase, { params: { id: caseId } }, { session });
    const line = page.body.events.find((event) => event.act === 'conference.recorded');
    expect(line?.words.zh).toBe('登记一事一议会商');
  });

  test('20,000 and less needs none', async () => {
    const { caseId, grantId } = await proposeLarge(2_000_000);
    expect(actOf((await panel(caseId, 'county.approver1')).availableActions, 'record-conference')).toBeUndefined();
    expect((await confer(caseId)).problem.code).toBe('STATE_CONFLICT');
    expect(await approveTwice(grantId)).toBe('approved');
  });

  test('no more is approved than was agreed; proposed anew with that amount it passes without another meeting', async () => {
    const { caseId, grantId } = await proposeLarge();
    await confer(caseId, { agreedFen: 2_500_000, minutes: '会议同意两万五千元，其余由慈善协会承担。' });
    const over = await approve(grantId, 'county.approver1');
    expect(over.problem.code).toBe('CONFERENCE_AMOUNT_EXCEEDED');
    expect(over.problem.facts).toMatchObject({ agreedFen: 2_500_000, roomFen: 2_500_000 });
    const session = await county.as('county.clerk');
    const body = { reason: '按会议同意的金额重新提出', expectedVersion: 1 };
    await api.call(contract.cancelGrant, { params: { id: grantId }, body }, { session });
    const again = await propose(caseId, { ...LARGE_GRANT, amountFen: 2_500_000 }, 'county.clerk');
    expect(await approveTwice(again.body.grantId)).toBe('approved');
    // What was agreed is used up: the next grant is another discussion.
    const followUp = { newFact: '租房押金上涨' };
    const more = await propose(caseId, { ...LARGE_GRANT, amountFen: 100, followUp }, 'county.clerk');
    expect(await approveTwice(more.body.grantId)).toBe('CONFERENCE_AMOUNT_EXCEEDED');
    await confer(caseId, { agreedFen: 100, minutes: '补充会商，同意补助押金差额。' });
    expect(await approveTwice(more.body.grantId)).toBe('approved');
  });

  test('a conference that was against it stops the grant; the newest one counts', async () => {
    const { caseId, grantId } = await proposeLarge();
    await confer(caseId);
    await confer(caseId, { conclusion: 'declined', agreedFen: 0, minutes: '核实有保险赔付，会议不同意救助。' });
    expect(await approveTwice(grantId)).toBe('CONFERENCE_AMOUNT_EXCEEDED');
  });

  test('who proposed does not record it, and what the proposer recorded earlier counts for nothing', async () => {
    const { caseId, grantId } = await proposeLarge();
    expect(
      actOf((await panel(caseId, 'county.clerk')).availableActions, 'record-conference')?.blockedBy,
    ).not.toBeNull();
    expect((await confer(caseId, {}, 'county.clerk')).problem.code).toBe('OWN_WORK_BLOCKED');
    await owner.query(
      `INSERT INTO yimen.case_conference (id, case_id, region_code, held_on, participants, conclusion, agreed_fen, minutes, recorded_by, recorded_post_id, recorded_at)
       SELECT gen_random_uuid(), $1, g.region_code, '2026-03-03', '[{}, {}]', 'agreed', 9000000, '提出人自己登记', g.proposed_by, g.proposed_post_id, '2026-03-03' FROM yimen.relief_grant g WHERE g.id = $2`,
      [caseId, grantId],
    );
    expect(await approveTwice(grantId)).toBe('CASE_CONFERENCE_NEEDED');
    const session = await county.as('county.approver1');
    const { body } = await api.call(contract.listMyTasks, { query: { which: 'open', limit: 100 } }, { session });
    expect(body.items.find((task) => task.caseId === caseId)?.hint?.zh).toContain('须先一事一议');
    const own = owner.query(
      `UPDATE yimen.relief_grant g SET conference_id = (SELECT id FROM yimen.case_conference WHERE case_id = g.case_id) WHERE g.id = $1`,
      [grantId],
    );
    await expect(own).rejects.toMatchObject({ constraint: 'relief_grant_conference_not_own' });
    const without = owner.query(
      `UPDATE yimen.relief_grant SET state = 'approved', approvals_given = approvals_needed WHERE id = $1`,
      [grantId],
    );
    await expect(without).rejects.toMatchObject({ constraint: 'relief_grant_conference_held' });
  });

  test('two grants below the figure proposed side by side do not get round it', async () => {
    const { caseId, grantId } = await proposeLarge(1_500_000);
    const other = await propose(caseId, { ...LARGE_GRANT, amountFen: 1_500_000 }, 'county.clerk');
    expect(await approveTwice(grantId)).toBe('approved');
    expect(await approveTwice(other.body.grantId)).toBe('CASE_CONFERENCE_NEEDED');
    const session = await county.as('county.clerk');
    const version = (await panel(caseId)).grants.find((grant) => grant.id === other.body.grantId)?.version ?? 0;
    const body = { reason: '合计超过标准，重新提出', expectedVersion: version };
    await api.call(contract.cancelGrant, { params: { id: other.body.grantId }, body }, { session });
    const followUp = { newFact: '房屋鉴定为危房' };
    const again = await propose(caseId, { ...LARGE_GRANT, amountFen: 1_500_000, followUp }, 'county.clerk');
    expect((await panel(caseId)).grants.find((grant) => grant.id === again.body.grantId)?.conferenceNeeded).toBe(true);
  });

  test('a grant called off gives back what the conference agreed', async () => {
    const { caseId, grantId } = await proposeLarge();
    await confer(caseId);
    expect(await approveTwice(grantId)).toBe('approved');
    const session = await county.as('county.clerk');
    const version = (await panel(caseId)).grants[0]?.version ?? 0;
    const body = { reason: '当事人已获赔付，不再需要', expectedVersion: version };
    await api.call(contract.cancelGrant, { params: { id: grantId }, body }, { session });
    expect((await panel(caseId)).conferences[0]?.grantedFen).toBe(0);
  });

  test.each<[string, Parameters<typeof confer>[1], string]>([
    ['tomorrow', { heldOn: '2026-03-05' }, 'heldOn'],
    ['before the event', { heldOn: '2026-02-28' }, 'heldOn'],
    ['agreed to nothing', { agreedFen: 0 }, 'agreedFen'],
    ['declined with an amount', { conclusion: 'declined' }, 'agreedFen'],
    ['one office alone', { participants: [{ office: '区民政局', post: '负责人' }] }, 'participants'],
    ['no minutes', { minutes: '同意' }, 'minutes'],
  ])('a record that cannot be is refused at its field: %s', async (_, change, path) => {
    const { caseId } = await proposeLarge();
    const answer = await confer(caseId, change);
    expect(answer.problem.code).toBe('INVALID_INPUT');
    expect(answer.problem.fieldErrors?.map((one) => one.path)).toContain(path);
  });

  test('a township does not record it', async () => {
    const { caseId } = await proposeLarge();
    expect((await confer(caseId, {}, 'town.approver')).problem.code).toBe('NOT_ALLOWED');
  });
});
