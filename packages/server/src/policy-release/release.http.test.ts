import * as contract from '@yimen/contracts';
import { findPolicyForRegion, resolveParameter } from '@yimen/rules';
import { expect, test } from 'vitest';
import { aHolder, startTestApi } from '../platform/testing/index.ts';
import { PLACES, postActs, smallCounty } from '../testing/index.ts';
import { aCeiling, anExample, JULY, policyWithExample, releaseActs, YUAN } from './testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z', policy: policyWithExample() });
const county = await smallCounty(api);
const acts = releaseActs(api);
const posts = postActs(api, county);
const [clerk, approver] = [await county.as('county.clerk'), await county.as('county.approver1')];

function ceilingOn(day: string) {
  const policy = findPolicyForRegion(api.services.policy, PLACES.town, day);
  const found = policy && resolveParameter(policy, 'pettyCash.ceiling');
  return found?.known ? found.value : undefined;
}

async function publicCeiling(on: string) {
  const { body } = await api.call(contract.getPolicy, { params: { pack: YUAN }, query: { on } });
  return body.parameters.find(({ id }) => id === 'pettyCash.ceiling')?.values[0]?.value;
}

test('who drafted does not publish, not even what was drafted for an absent colleague; nor does the database let them', async () => {
  const services = api.services;
  const post = county.posts['county.clerk'] ?? '';
  await posts.substitute(post, 'county.approver1');
  const body = { title: '代为起草', effectiveOn: '2026-09-01', reason: '按年度工作安排' };
  const { body: drafted } = await posts.whileAway('county.clerk', () =>
    api.call(contract.draftPolicyRelease, { body }, { session: approver, post }),
  );
  await acts.put(clerk, drafted.id, aCeiling(5_000_001, '2026-09-01'), 1);
  expect((await acts.test(clerk, drafted.id, 2)).body.passed).toBe(true);
  expect((await acts.publish(approver, drafted.id, 2)).problem.code).toBe('OWN_WORK_BLOCKED');
  const offered = (await acts.show(approver, drafted.id)).body.availableActions;
  expect(offered.find(({ act }) => act === 'publish')?.blockedBy?.zh).toMatch(/另一位审批人/);
  await expect(
    services.database.pool.query(
      `UPDATE yimen.policy_release SET state = 'scheduled', published_by = $2, published_at = $3 WHERE id = $1`,
      [drafted.id, clerk.accountId, api.clock.now()],
    ),
  ).rejects.toMatchObject({ constraint: 'policy_release_not_own' });
  expect((await acts.publish(await county.as('county.approver2'), drafted.id, 2)).status).toBe(200);
});

test('an edit puts a tested release back to a draft, and another publication means testing again', async () => {
  const [one, other] = [
    (await acts.draft(clerk, '2026-10-01')).body.id,
    (await acts.draft(clerk, '2026-11-01')).body.id,
  ];
  await acts.put(clerk, one, aCeiling(5_000_002, '2026-10-01'), 1);
  await acts.put(clerk, other, aCeiling(5_000_003, '2026-11-01'), 1);
  for (const id of [one, other]) expect((await acts.test(clerk, id, 2)).body.passed).toBe(true);
  await acts.put(clerk, one, aCeiling(5_000_004, '2026-10-01'), 2);
  expect((await acts.show(clerk, one)).body).toMatchObject({
    state: 'draft',
    revision: 3,
    test: { isOfThisRevision: false },
  });
  expect((await acts.publish(approver, one, 3)).problem.code).toBe('STATE_CONFLICT');
  expect((await acts.publish(approver, one, 2)).problem.code).toBe('STATE_CONFLICT');
  expect((await acts.test(clerk, one, 3)).body.passed).toBe(true);
  expect((await acts.publish(approver, one, 3)).status).toBe(200);
  expect((await acts.publish(approver, other, 2)).problem.code).toBe('POLICY_TEST_AGAIN');
  // Whoever approves the other sees that the same figure was changed since.
  const [changed] = (await acts.show(approver, other)).body.changes;
  expect(changed?.cautions.map(({ zh }) => zh)).toContain(
    '已排定的“调整备用金上限”（2026年10月1日生效）也改动这一项，请对照。',
  );
  expect((await acts.end(contract.returnPolicyRelease, approver, other, 2)).status).toBe(200);
  expect((await acts.show(clerk, other)).body.state).toBe('draft');
  expect((await acts.end(contract.withdrawPolicyRelease, approver, one, 3)).status).toBe(200);
  const shown = (await acts.show(clerk, one)).body;
  expect(shown.state).toBe('withdrawn');
  expect(shown.events.map(({ act }) => act)).toEqual(['draft', 'test', 'edit', 'test', 'publish', 'withdraw']);
  expect((await acts.put(clerk, one, aCeiling(1, '2026-10-01'), 3)).problem.code).toBe('STATE_CONFLICT');
});

test('a change that does not hold is refused beside its field, and the same is said while it is typed', async () => {
  const { id } = (await acts.draft(clerk, '2026-12-01')).body;
  const early = aCeiling(5_000_005, '2026-11-30');
  expect((await acts.put(clerk, id, early, 1)).problem).toMatchObject({
    code: 'POLICY_CHANGE_INVALID',
    fieldErrors: [{ path: 'from', message: { zh: '不能早于本次发布的生效日 2026-12-01' } }],
  });
  const asked = await api.call(
    contract.checkPolicyChange,
    { params: { id }, body: { content: early, replaces: null } },
    { session: clerk },
  );
  expect(asked.body).toMatchObject({
    issues: [{ field: 'from' }],
    words: { en: expect.stringContaining('rises from 50,000') },
  });
  expect((await acts.test(clerk, id, 1)).problem.fieldErrors?.[0]?.message.en).toBe('There is no change yet');
  expect((await acts.draft(clerk, '2026-03-02')).problem.fieldErrors?.[0]?.path).toBe('effectiveOn');
});

test('a rule that is rewritten is told in words, and as it is written', async () => {
  const { id } = (await acts.draft(clerk, '2026-12-02')).body;
  const version = {
    from: '2026-12-02',
    to: null,
    expression: 'floor(urgentNeed / 2)',
    clause: 'platform.county-must-set',
    sentence: null,
  };
  const content = { kind: 'ruleVersion' as const, target: 'urgentReliefAmount', version };
  const body = { content, replaces: null };
  const { rows } = (await api.call(contract.checkPolicyChange, { params: { id }, body }, { session: clerk })).body;
  expect(rows.find(({ zh }) => zh.startsWith('新规则'))?.zh).toMatch(
    /^新规则：.*÷ 2.*（原文：floor\(urgentNeed \/ 2\)）$/,
  );
});

test('what a decision table does not provide for is pointed out to drafter and approver', async () => {
  const { id } = (await acts.draft(clerk, '2026-12-01')).body;
  const table = (...cells: string[]) => ({
    hitPolicy: 'F' as const,
    inputs: [{ expression: 'urgentNeed' }],
    rules: cells.map((cell) => ({ when: [cell], result: 'urgentNeed' })),
  });
  const content = (...cells: string[]): contract.ChangeContent => ({
    kind: 'ruleVersion',
    target: 'urgentReliefAmount',
    version: {
      from: '2026-12-01',
      to: null,
      expression: '',
      table: table(...cells),
      clause: 'platform.county-must-set',
      sentence: null,
    },
  });
  const check = async (...cells: string[]) => {
    const body = { content: content(...cells), replaces: null };
    const asked = await api.call(contract.checkPolicyChange, { params: { id }, body }, { session: clerk });
    return [asked.body.issues, asked.body.cautions.map(({ zh }) => zh)];
  };
  expect(await check('<= 100000', '> 100000')).toEqual([[], []]);
  const gap = [expect.stringContaining('没有规则适用的情形')];
  expect(await check('<= 100000', '> 200000')).toEqual([[], gap]);
  expect((await acts.put(clerk, id, content('<= 100000', '> 200000'), 1)).status).toBe(200);
  const [shown] = (await acts.show(approver, id)).body.changes;
  expect(shown?.cautions.map(({ zh }) => zh)).toEqual(gap);
});

test('caps of the ladder that do not go together are pointed out', async () => {
  const { id } = (await acts.draft(clerk, '2026-12-01')).body;
  const step = (level: string, capFen: number, cumulativeCapFen: number | null) => ({
    level,
    labelZh: level,
    labelEn: level,
    capFen,
    cumulativeCapFen,
    money: 'fiscal',
    administrativeAct: true,
  });
  const value = [step('village', 100_000, null), step('township', 400_000, 300_000)];
  const content: contract.ChangeContent = {
    kind: 'parameterValue',
    target: 'urgentRelief.ladder',
    value: {
      from: '2026-12-01',
      to: null,
      area: null,
      value,
      clause: 'platform.county-must-set',
      sourceClass: null,
      note: null,
    },
  };
  const body = { content, replaces: null };
  const asked = await api.call(contract.checkPolicyChange, { params: { id }, body }, { session: clerk });
  expect(asked.body.cautions.map(({ zh }) => zh)).toContainEqual(
    '“township”本级封顶4,000元高于累计封顶3,000元，永远用不到，请核对。',
  );
});

test('a clerk drafts, the examples object, an example is set anew, an approver publishes, and on its day it decides', async () => {
  const { body: drafted } = await acts.draft(clerk);
  const put = await acts.put(clerk, drafted.id, aCeiling(5_250_000), 1);
  expect(put.problem?.fieldErrors).toBeUndefined();
  const failed = await acts.test(clerk, drafted.id, 2);
  expect(failed.body).toMatchObject({ passed: false, failed: 1 });
  const shown = await acts.show(clerk, drafted.id);
  expect(shown.body).toMatchObject({
    state: 'draft',
    changes: [{ words: { zh: expect.stringContaining('从50,000元提高到52,500元（+5.0%），2026年7月1日起') } }],
    test: { passed: false },
  });
  expect(shown.body.test?.results.find(({ ok }) => !ok)).toMatchObject({
    vectorId: 'ceiling-in-august',
    mismatches: [{ where: { zh: '备用金上限' }, expected: { zh: '50,000元' }, found: { zh: '52,500元' } }],
  });
  expect((await acts.publish(approver, drafted.id, 2)).problem.code).toBe('STATE_CONFLICT');

  await acts.put(clerk, drafted.id, { kind: 'vector', vector: anExample(5_250_000) }, 2);
  expect((await acts.test(clerk, drafted.id, 3)).body).toMatchObject({ passed: true, failed: 0 });
  expect((await acts.publish(approver, drafted.id, 3)).status).toBe(200);
  const { version } = api.services.policy;
  expect(ceilingOn(JULY)).toBe(5_000_000);
  // Nobody decides by it before its day; whoever asks for that day is told what is decided, as in the workbench.
  expect(await publicCeiling(JULY)).toBe(5_250_000);
  expect(await publicCeiling('2026-06-30')).toBe(5_000_000);

  api.clock.set('2026-06-30T15:59:59.000Z');
  expect((await acts.show(await api.signInAs('county.clerk'), drafted.id)).body.state).toBe('scheduled');
  api.clock.set('2026-06-30T16:00:00.000Z');
  const later = await api.signInAs('county.approver1');
  expect((await acts.show(later, drafted.id)).body.state).toBe('current');
  expect(ceilingOn(JULY)).toBe(5_250_000);
  expect(ceilingOn('2026-06-30')).toBe(5_000_000);
  expect(api.services.policy.version).not.toBe(version);
  const history = await api.call(
    contract.listPolicyHistory,
    { params: { packId: YUAN }, query: { target: 'pettyCash.ceiling' } },
    { session: later },
  );
  expect(history.body.label.zh).toBe('乡镇备用金限额');
  expect(history.body.items.filter(({ from }) => from <= JULY)).toMatchObject([
    {
      from: JULY,
      to: '2026-08-31',
      release: { published: { name: '人员 county.approver1' }, drafted: { name: '人员 county.clerk' } },
    },
    { from: '2020-12-17', to: '2026-06-30', release: null },
  ]);
  api.clock.set('2026-03-02T02:00:00.000Z');
});

test('another county sees nothing of it; its own first release begins its pack, named from its region', async () => {
  const region = '340421000000';
  const stranger = await api.signInAs(
    (await aHolder(api.services, { role: 'county-clerk', regionCode: region })).postId,
  );
  const chief = await api.signInAs(
    (await aHolder(api.services, { role: 'county-approver', regionCode: region })).postId,
  );
  const { id: foreign } = (await acts.draft(clerk, '2026-12-02')).body;
  const missing = await acts.show(stranger, '00000000-0000-4000-8000-000000000000');
  expect((await acts.show(stranger, foreign)).text).toBe(missing.text);
  const { id } = (await acts.draft(stranger, '2026-12-02')).body;
  await acts.put(stranger, id, aCeiling(1_000_000, '2026-12-02'), 1);
  const shown = (await acts.show(stranger, id)).body;
  expect(shown).toMatchObject({ packId: 'r340421', packName: { zh: '凤台县' }, issues: [] });
  expect(shown.changes.map(({ kind }) => kind)).toEqual(['pack', 'parameterValue']);
  expect((await acts.test(stranger, id, 2)).body.passed).toBe(true);
  expect((await acts.publish(chief, id, 2)).status).toBe(200);
  api.clock.set('2026-12-02T02:00:00.000Z');
  const listed = await api.call(
    contract.listPolicyPacks,
    { query: { region } },
    { session: await api.signInAs(stranger.postId ?? '') },
  );
  expect(listed.body.ofPlace).toBe('r340421');
  api.clock.set('2026-03-02T02:00:00.000Z');
});
