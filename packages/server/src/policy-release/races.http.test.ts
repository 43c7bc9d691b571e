import { findPolicyForRegion, type PolicySet, resolveParameter } from '@yimen/rules';
import { expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/index.ts';
import { hashPacks } from '../policy/index.ts';
import { PLACES, smallCounty } from '../testing/index.ts';
import { openPolicySource } from './policy-source.ts';
import { aCeiling, anExample, policyWithExample, releaseActs, YUAN } from './testing/index.ts';

const base = policyWithExample();
const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z', policy: base });
const { database } = api.services;
const county = await smallCounty(api);
const acts = releaseActs(api);
const clerk = await county.as('county.clerk');
const [one, other] = [await county.as('county.approver1'), await county.as('county.approver2')];
let fen = 5_000_000;

/** Each on a day of its own after the worked example, which so comes out. */
async function aTestedRelease(effectiveOn: string): Promise<string> {
  const { id } = (await acts.draft(clerk, effectiveOn)).body;
  fen += 1;
  await acts.put(clerk, id, aCeiling(fen, effectiveOn), 1);
  expect((await acts.test(clerk, id, 2)).body).toMatchObject({ passed: true });
  return id;
}

function ceiling(set: PolicySet, on: string) {
  const policy = findPolicyForRegion(set, PLACES.town, on);
  const found = policy && resolveParameter(policy, 'pettyCash.ceiling');
  return found?.known ? found.value : undefined;
}

test('of two approvers who publish at the same moment one does', async () => {
  for (const day of ['2026-09-01', '2026-09-02', '2026-09-03']) {
    const id = await aTestedRelease(day);
    const answers = await Promise.all([acts.publish(one, id, 2), acts.publish(other, id, 2)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await acts.show(clerk, id)).body.events.filter(({ act }) => act === 'publish')).toHaveLength(1);
  }
});

test('of two releases tested side by side one is published, the other is tested again', async () => {
  const ids = [await aTestedRelease('2026-09-11'), await aTestedRelease('2026-09-12')];
  const answers = await Promise.all(ids.map((id, index) => acts.publish(index === 0 ? one : other, id, 2)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('POLICY_TEST_AGAIN');
});

test('an edit while the examples run: what is tested is never what was edited', async () => {
  for (let round = 1; round <= 6; round += 1) {
    const { id } = (await acts.draft(clerk, `2026-10-0${round}`)).body;
    await acts.put(clerk, id, aCeiling(6_000_000, `2026-10-0${round}`), 1);
    const [tested, edited] = await Promise.all([
      acts.test(clerk, id, 2),
      // In August already, so that the example would fail.
      acts.put(clerk, id, { kind: 'vector', vector: anExample(1) }, 2),
    ]);
    const { body } = await acts.show(clerk, id);
    expect(edited.status === 200 || edited.problem.code === 'VERSION_CONFLICT', edited.text).toBe(true);
    if (edited.status === 200) expect(body).toMatchObject({ state: 'draft', revision: 3 });
    else expect([body.state, tested.body.passed]).toEqual(['tested', true]);
  }
});

test('a process that opens the day while a release for it is published: it has the release, or the release is refused', async () => {
  for (const day of ['2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14']) {
    const id = await aTestedRelease(day);
    const [answer, opened] = await Promise.all([
      acts.publish(one, id, 2),
      openPolicySource(database, base, new Date(`${day}T00:00:00+08:00`)),
    ]);
    if (answer.status === 200) expect(ceiling(opened.current(), day)).toBe(fen);
    else {
      expect(answer.problem.code).toBe('POLICY_DAY_BEGUN');
      expect(ceiling(opened.current(), day)).not.toBe(fen);
    }
  }
});

test('once any process decides on a day, nothing is published or withdrawn for it, whatever the clock of the other says', async () => {
  const scheduled = await aTestedRelease('2027-02-01');
  expect((await acts.publish(one, scheduled, 2)).status).toBe(200);
  await openPolicySource(database, base, new Date('2027-02-01T00:00:00+08:00'));
  const shown = (await acts.show(clerk, scheduled)).body;
  expect(shown.state).toBe('current');
  const id = await aTestedRelease('2027-02-02');
  await openPolicySource(database, base, new Date('2027-02-02T00:00:00+08:00'));
  expect((await acts.publish(one, id, 2)).problem.code).toBe('POLICY_DAY_BEGUN');
});

test('a process on yesterday decides as yesterday while another has begun today', async () => {
  const before = ceiling(
    (await openPolicySource(database, base, new Date('2027-02-28T00:00:00+08:00'))).current(),
    '2027-02-28',
  );
  const id = await aTestedRelease('2027-03-02');
  expect((await acts.publish(one, id, 2)).status).toBe(200);
  const today = await openPolicySource(database, base, new Date('2027-03-02T00:00:00+08:00'));
  const yesterday = await openPolicySource(database, base, new Date('2027-03-01T23:59:59+08:00'));
  expect(ceiling(today.current(), '2027-03-02')).toBe(fen);
  expect(ceiling(yesterday.current(), '2027-03-01')).toBe(before);
  expect(today.open(new Date('2027-03-02T23:59:59+08:00'))).toBeUndefined();
  await yesterday.open(new Date('2027-03-02T00:00:00+08:00'));
  expect(yesterday.current().version).toBe(today.current().version);
});

test('packs on disk that say otherwise than a published release stop the start, and both are named', async () => {
  const yuan = base.packs.get(YUAN);
  if (!yuan) throw new Error('no pack');
  const parameters = yuan.parameters.map((parameter) => {
    const [first] = parameter.values;
    if (parameter.id !== 'pettyCash.ceiling' || !first) return parameter;
    return { ...parameter, values: [...parameter.values, { ...first, from: '2027-03-02', value: 1 }] };
  });
  const packs = new Map(base.packs).set(YUAN, { ...yuan, parameters });
  const updated = { packs, version: hashPacks(packs) };
  await expect(openPolicySource(database, updated, new Date('2027-03-03T00:00:00+08:00'))).rejects.toThrow(
    /policies\/anhui-luan-yuan pettyCash\.ceiling .*“调整备用金上限”.*2027-03-02/,
  );
});
