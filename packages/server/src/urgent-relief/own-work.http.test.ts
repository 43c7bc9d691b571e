import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { aConference, anIntake, aProposal, postActs, reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api);
const { panel, approve } = reliefActs(api, county);
const { secondPost, substitute, whileAway } = postActs(api, county);

/** At work through one post; people of this file hold several. */
type At = { readonly login: string; readonly post: string };
const at = (login: string, post = county.posts[login] ?? ''): At => ({ login, post });
const options = async ({ login, post }: At) => ({ session: await county.as(login), post });

const KEEPER = { role: 'society-keeper', office: 'society', place: 'village' } as const;
const reviewerAsKeeper = at('town.reviewer', await secondPost('town.reviewer', KEEPER));
const surveyorAsKeeper = at('town.surveyor', await secondPost('town.surveyor', KEEPER));
const clerkAsKeeper = at('county.clerk', await secondPost('county.clerk', KEEPER));
for (const { post } of [at('town.reviewer'), reviewerAsKeeper, at('town.surveyor'), surveyorAsKeeper, clerkAsKeeper])
  await substitute(post, 'town.approver-b');
await substitute(county.posts['county.clerk'] ?? '', 'town.approver-b');
/** The same substitute, at the post of whoever is away. */
const forAbsent = ({ post }: At): At => at('town.approver-b', post);

async function open(who = at('town.window')) {
  const taken = await api.call(contract.takeIn, { body: anIntake() }, await options(who));
  if (taken.status !== 200) throw new Error(`intake: ${taken.text}`);
  return taken.body.caseId;
}

async function survey(caseId: string, who: At) {
  const body = { surveyedOn: '2026-03-02', withWhom: '本人', findings: '房屋烧毁，无处居住', photoIds: [] };
  const done = await api.call(contract.recordSurvey, { params: { id: caseId }, body }, await options(who));
  expect(done.problem?.code).toBeUndefined();
}

async function propose(caseId: string, who: At, change = {}) {
  const payeePersonId = (await panel(caseId)).payees[0]?.personId ?? '';
  const body = aProposal({ payeePersonId, amountFen: 50_000, ...change });
  const made = await api.call(contract.proposeGrant, { params: { id: caseId }, body }, await options(who));
  expect(made.problem?.code).toBeUndefined();
  return made.body.grantId;
}

/** What approving and refusing are answered with, and whether the panel said so before. */
async function decide(caseId: string, grantId: string, who: At) {
  const opts = await options(who);
  const params = { id: grantId };
  const shown = await api.call(contract.getUrgentRelief, { params: { id: caseId } }, opts);
  const offered = shown.body.grants.find((grant) => grant.id === grantId)?.availableActions;
  const approved = await api.call(contract.approveGrant, { params, body: { comment: null, expectedVersion: 1 } }, opts);
  const body = { reason: '核实后不符合条件', expectedVersion: 1 };
  const refusal = await api.call(contract.refuseGrant, { params, body }, opts);
  return {
    blocked: offered?.filter((one) => one.blockedBy !== null).map((one) => one.act),
    answers: [approved.problem?.code, refusal.problem?.code],
  };
}

const BLOCKED = { blocked: ['approve', 'refuse'], answers: ['OWN_WORK_BLOCKED', 'OWN_WORK_BLOCKED'] };

/** The three who prepare a decision, each with a post that could take it. */
const PREPARERS = [
  {
    who: 'took the case in',
    at: at('county.clerk'),
    keeper: clerkAsKeeper,
    prepare: async (by: At) => {
      const caseId = await open(by);
      return { caseId, grantId: await propose(caseId, at('town.window')) };
    },
  },
  {
    who: 'surveyed',
    at: at('town.surveyor'),
    keeper: surveyorAsKeeper,
    prepare: async (by: At) => {
      const caseId = await open();
      await survey(caseId, by);
      return { caseId, grantId: await propose(caseId, at('town.window')) };
    },
  },
  {
    who: 'proposed',
    at: at('town.reviewer'),
    keeper: reviewerAsKeeper,
    prepare: async (by: At) => {
      const caseId = await open();
      return { caseId, grantId: await propose(caseId, by) };
    },
  },
] as const;

describe('R-012 who prepared does not decide', () => {
  test.each(PREPARERS)('who $who holds the deciding post too', async (one) => {
    const { caseId, grantId } = await one.prepare(one.at);
    expect(await decide(caseId, grantId, one.keeper)).toEqual(BLOCKED);
    expect((await approve(grantId, 'society.keeper')).body.state).toBe('approved');
  });

  test.each(PREPARERS)('who $who is away: the substitute does not decide for that person', async (one) => {
    const { caseId, grantId } = await one.prepare(one.at);
    const blocked = await whileAway(one.at.login, () => decide(caseId, grantId, forAbsent(one.keeper)));
    expect(blocked).toEqual(BLOCKED);
  });

  test.each(PREPARERS)('who $who was the substitute: the person back at work does not decide', async (one) => {
    const { caseId, grantId } = await whileAway(one.at.login, () => one.prepare(forAbsent(one.at)));
    expect(await decide(caseId, grantId, one.keeper)).toEqual(BLOCKED);
    expect((await approve(grantId, 'society.keeper')).body.state).toBe('approved');
  });

  test('nor is money handed out, or a paper waived, by the person a substitute proposed for', async () => {
    const approver = { role: 'township-approver', office: 'town', place: 'town' } as const;
    const reviewerAsApprover = at('town.reviewer', await secondPost('town.reviewer', approver));
    const caseId = await open();
    const grantId = await whileAway('town.reviewer', () => propose(caseId, forAbsent(at('town.reviewer'))));
    await approve(grantId, 'society.keeper');
    const before = await api.call(
      contract.getUrgentRelief,
      { params: { id: caseId } },
      await options(reviewerAsKeeper),
    );
    expect(before.body.grants[0]?.availableActions.find((one) => one.act === 'hand-out')?.blockedBy).not.toBeNull();
    const payment = { id: before.body.grants[0]?.payments[0]?.id ?? '' };
    const body = { signedBy: '本人', receiptPhotoId: null, note: null };
    const own = await api.call(contract.payGrant, { params: payment, body }, await options(reviewerAsKeeper));
    expect(own.problem.code).toBe('OWN_WORK_BLOCKED');
    const paid = await api.call(contract.payGrant, { params: payment, body }, await options(at('society.keeper')));
    expect(paid.status).toBe(200);
    const waive = { reason: '证件已在火灾中烧毁', expectedVersion: 1 };
    const params = { id: (await panel(caseId)).papers[0]?.id ?? '' };
    const waived = await api.call(contract.waivePaper, { params, body: waive }, await options(reviewerAsApprover));
    expect(waived.problem.code).toBe('OWN_WORK_BLOCKED');
    expect(
      (await api.call(contract.waivePaper, { params, body: waive }, await options(at('town.approver')))).status,
    ).toBe(200);
  });
});

const DISTRICT = {
  level: 'county',
  amountFen: 800_000,
  emergencyOverride: { reason: '村、镇额度远不足以安置' },
};

async function decidersOf(caseId: string) {
  const logins = ['county.approver1', 'county.approver2'];
  const lists = await Promise.all(
    logins.map(async (login) =>
      api.call(
        contract.listMyTasks,
        { query: { which: 'open', limit: 100 } },
        await options(at(login, county.posts[login] ?? '')),
      ),
    ),
  );
  return logins.filter((_, index) =>
    lists[index]?.body.items.some((task) => task.caseId === caseId && task.kind === 'decide-grant'),
  );
}

describe('two signatures of the district', () => {
  test('the first is asked of, and the second left to, an approver who did not prepare the case', async () => {
    const surveying = { role: 'surveyor', office: 'bureau', place: 'county' } as const;
    const asSurveyor = at('county.approver1', await secondPost('county.approver1', surveying));
    const caseId = await open();
    await survey(caseId, asSurveyor);
    const grantId = await propose(caseId, at('county.clerk'), DISTRICT);
    expect(await decidersOf(caseId)).toEqual(['county.approver2']);
    await approve(grantId, 'county.approver2');
    expect(await decidersOf(caseId)).toEqual(['county.approver2']);
  });

  test('the substitute of an approver and that approver are not two', async () => {
    const second = at('county.approver2');
    await substitute(second.post, 'town.window-b');
    const caseId = await open();
    const grantId = await propose(caseId, at('county.clerk'), DISTRICT);
    const sign = async (who: At, expectedVersion: number) =>
      api.call(
        contract.approveGrant,
        { params: { id: grantId }, body: { comment: null, expectedVersion } },
        await options(who),
      );
    const signed = await whileAway('county.approver2', () => sign(at('town.window-b', second.post), 1));
    expect(signed.body).toMatchObject({ state: 'proposed', approvals: 1 });
    expect((await sign(second, 2)).problem.code).toBe('ALREADY_APPROVED');
    const shown = await api.call(contract.getUrgentRelief, { params: { id: caseId } }, await options(second));
    const offered = shown.body.grants[0]?.availableActions.find((one) => one.act === 'approve');
    expect(offered?.blockedBy?.zh).toContain('已签署');
  });

  test('who is back at work does not record the conference on what the substitute proposed', async () => {
    const caseId = await open();
    const clerk = at('county.clerk');
    const needed = { ...DISTRICT, amountFen: 3_000_000 };
    await whileAway('county.clerk', () => propose(caseId, forAbsent(clerk), needed));
    const body = aConference();
    const params = { id: caseId };
    const own = await api.call(contract.recordCaseConference, { params, body }, await options(clerk));
    expect(own.problem.code).toBe('OWN_WORK_BLOCKED');
    const other = await api.call(
      contract.recordCaseConference,
      { params, body },
      await options(at('county.approver1', county.posts['county.approver1'])),
    );
    expect(other.problem?.code).toBeUndefined();
  });
});
