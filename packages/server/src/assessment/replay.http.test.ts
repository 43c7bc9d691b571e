import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import * as contract from '@yimen/contracts';
import { ENGINE_VERSION, type PolicySet } from '@yimen/rules';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { TRIAL_POLICIES_DIRECTORY } from '../../test-data/policies.ts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { withSession } from '../platform/runtime/index.ts';
import { startTestApi } from '../platform/testing/api.ts';
import { keepPolicyVersion, loadPolicySet, POLICIES_DIRECTORY } from '../policy/index.ts';
import { aFactAbout, assessmentActs, reliefActs, smallCounty } from '../testing/index.ts';

const policy = loadPolicySet(POLICIES_DIRECTORY, TRIAL_POLICIES_DIRECTORY);
/** Ten minutes before the standard rises. */
const EVENING = '2026-06-30T15:50:00.000Z';
const api = await startTestApi({ now: EVENING, policy });
const county = await smallCounty(api);
const { openCase } = reliefActs(api, county);
const { assess, read, known, compare, replay } = assessmentActs(api, county);
const changed = mkdtempSync(join(tmpdir(), 'policies-'));
afterAll(() => rmSync(changed, { recursive: true }));

/** As if its day had begun. */
async function decideBy(set: PolicySet): Promise<void> {
  const { database, clock } = api.services;
  await database.transact(SYSTEM_CONTEXT, (tx) => keepPolicyVersion(tx, set, clock.now()));
  Object.defineProperty(api.services, 'policy', { value: set, configurable: true, enumerable: true });
}

/** The same packs, but the standard of spring was another. */
function otherPolicy() {
  cpSync(TRIAL_POLICIES_DIRECTORY, changed, { recursive: true });
  const file = join(changed, 'trial-town', 'parameters.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('80000', '81000'));
  return loadPolicySet(POLICIES_DIRECTORY, changed);
}

const income = (value: number) => aFactAbout('trialIncome', value);
/** A family that has the trial illness, with an income. */
async function assessedWith(value: number) {
  const { caseId } = await openCase();
  const { body } = await assess(caseId, { facts: [income(value)] });
  return { caseId, id: body.id };
}

describe('replay', () => {
  test('of whatever was known gives the very bytes that were kept', async () => {
    const { caseId } = await openCase();
    const { body } = await assess(caseId);
    const personId = body.members[0]?.personId ?? '';
    const facts = fc.record({
      trialIncome: fc.nat(200_000),
      trialIsIll: fc.boolean(),
      carCount: fc.nat(3),
      area: fc.constantFrom('urban', 'rural'),
      canWork: fc.constantFrom('full', 'partial', 'none'),
    });
    await fc.assert(
      fc.asyncProperty(facts, async (given) => {
        const items = (await known(caseId)).body.items;
        const learned = Object.entries(given).map(([question, value]) => {
          const on = question === 'trialIsIll' || question === 'canWork' ? ('person' as const) : ('household' as const);
          const supersedesId = items.find(({ id }) => id === question)?.factId ?? null;
          return aFactAbout(question, value, {
            on,
            personId: on === 'person' ? personId : null,
            act: supersedesId === null ? 'initial' : 'succession',
            supersedesId,
          });
        });
        const made = await assess(caseId, { facts: learned });
        expect(made.status).toBe(200);
        const { body: again } = await replay(made.body.id);
        expect(again).toEqual({
          identical: true,
          sameResults: true,
          engineVersion: ENGINE_VERSION,
          policyVersion: policy.version,
          sha256: again.sha256,
          differences: [],
        });
        expect(again.sha256).toMatch(/^[0-9a-f]{64}$/);
      }),
      { numRuns: 12 },
    );
  });

  test('goes by the policy of that day, also after the packs have changed', async () => {
    const { caseId, id } = await assessedWith(80_500);
    const before = (await read(id)).body;
    await decideBy(otherPolicy());
    try {
      expect((await replay(id)).body).toMatchObject({ identical: true, policyVersion: policy.version });
      expect((await read(id)).body).toEqual(before);
      api.clock.advance(60_000);
      const after = (await assess(caseId)).body;
      expect(after.policyVersion).not.toBe(policy.version);
      const outcome = (view: contract.AssessmentView) =>
        view.determination?.programmes.find((one) => one.id === 'trialAid')?.outcome;
      expect([outcome(before), outcome(after)]).toEqual(['no', 'yes']);
      const { body } = await compare(after.id, id);
      expect(body).toMatchObject({ before: { id }, after: { id: after.id }, facts: [] });
      expect(body.policy).toEqual([
        {
          zh: '试行标准：由800元（每月）变为810元（每月）。',
          en: 'trial standard: changed from 800 yuan a month to 810 yuan a month.',
        },
      ]);
      expect(body.outcomes.map(({ words }) => words.zh)).toContain('试行补助：由不符合变为符合，5元（每月）。');
    } finally {
      api.clock.set(EVENING);
      await decideBy(policy);
    }
  });

  test('notices a record that is no longer what was kept', async () => {
    const { id } = await assessedWith(1_000);
    const text = JSON.stringify({ ...JSON.parse(await recordOf(id)), on: '2026-03-01' });
    const sealed = api.services.vault.sealBytes('assessment', 'record', id, deflateSync(text));
    await withSession(api.database.migratorUrl, (client) =>
      client.query('UPDATE yimen.assessment SET record_encrypted = $1 WHERE id = $2', [sealed, id]),
    );
    const { body } = await replay(id);
    expect([body.identical, body.differences[0]?.path]).toEqual([false, 'sha256']);
  });

  test('of an assessment that kept no determination is refused, and the page still shows it', async () => {
    const { caseId, id } = await assessedWith(1_000);
    const older = '00000000-0000-4000-8000-000000000001';
    await withSession(api.database.migratorUrl, (client) =>
      client.query(
        `INSERT INTO yimen.assessment (id, case_id, region_code, on_date, policy_version, inputs, results, made_at, made_by)
         SELECT $2::uuid, case_id, region_code, on_date, policy_version, inputs, results || jsonb_build_object('id', $2::text), made_at - interval '1 day', made_by
         FROM yimen.assessment WHERE id = $1`,
        [id, older],
      ),
    );
    expect((await replay(older)).problem.code).toBe('NOT_REPLAYABLE');
    expect((await read(older)).body).toMatchObject({ id: older, caseId, determination: null, reasons: [] });
    expect((await compare(id, older)).problem.fieldErrors).toMatchObject([{ path: 'with' }]);
  });
});

describe('comparing two assessments', () => {
  test('names the facts, outcomes and amounts that changed, and by which figures, the earlier first', async () => {
    const { caseId, id } = await assessedWith(50_000);
    const supersedesId = (await known(caseId)).body.items.find((one) => one.id === 'trialIncome')?.factId ?? '';
    api.clock.advance(20 * 60_000);
    const later = await assess(caseId, {
      facts: [
        { ...income(60_000), act: 'succession', supersedesId },
        aFactAbout('trialIsSudden', true, { on: 'event', provenance: 'stated' }),
      ],
    });
    api.clock.set(EVENING);
    const { body } = await compare(id, later.body.id);
    expect([body.before.on, body.after.on]).toEqual(['2026-06-30', '2026-07-01']);
    expect(body.facts.map(({ words }) => words.zh)).toEqual([
      '试行收入：由500元（每月）变为600元（每月）。',
      '事情突然发生：新了解到为是。',
    ]);
    expect(body.facts[0]?.words.en).toBe('trial income: changed from 500 yuan a month to 600 yuan a month.');
    expect(body.outcomes.map(({ words }) => words.zh)).toEqual(['试行应急补助：由尚不能确定变为符合。']);
    expect(body.policy.map(({ zh }) => zh)).toContain('试行标准：由800元（每月）变为900元（每月）。');
    expect((await compare(later.body.id, id)).body).toEqual(body);
  });

  test('is refused between two cases, and finds nothing for who may not see one of them', async () => {
    const [one, other] = [await assessedWith(1), await assessedWith(2)];
    expect((await compare(one.id, other.id)).problem.fieldErrors).toMatchObject([{ path: 'with' }]);
    const session = await county.as('other-town.window');
    const query = { with: other.id };
    const foreign = await api.call(contract.compareAssessments, { params: { id: one.id }, query }, { session });
    expect(foreign.status).toBe(404);
  });

  test('the assessments of a case are listed, the latest first', async () => {
    const { caseId, id } = await assessedWith(1);
    api.clock.advance(60_000);
    const { body: latest } = await assess(caseId);
    api.clock.set(EVENING);
    const session = await county.as('town.window');
    const { body } = await api.call(contract.listAssessments, { params: { id: caseId } }, { session });
    expect(body.items.map((one) => one.id)).toEqual([latest.id, id]);
    expect(body.items[0]?.madeBy).toBe('人员 town.window');
  });
});

async function recordOf(id: string): Promise<string> {
  const { rows } = await withSession(api.database.migratorUrl, (client) =>
    client.query<{ record: Buffer }>('SELECT record_encrypted AS record FROM yimen.assessment WHERE id = $1', [id]),
  );
  return inflateSync(
    api.services.vault.openBytes('assessment', 'record', id, rows[0]?.record ?? Buffer.alloc(0)),
  ).toString();
}
