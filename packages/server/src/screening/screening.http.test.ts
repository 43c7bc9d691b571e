import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { TRIAL_POLICIES_DIRECTORY } from '../../test-data/policies.ts';
import { withSession } from '../platform/runtime/index.ts';
import { startTestApi } from '../platform/testing/api.ts';
import { loadPolicySet, POLICIES_DIRECTORY } from '../policy/index.ts';

const api = await startTestApi({ policy: loadPolicySet(POLICIES_DIRECTORY, TRIAL_POLICIES_DIRECTORY) });
const TOWN = '341503100000';

type Facts = contract.InputOf<typeof contract.screenHousehold>['body']['facts'];

async function screen(facts: Facts, on = '2026-03-01') {
  return api.call(contract.screenHousehold, { body: { region: TOWN, on, facts } });
}

function only(view: contract.DeterminationView, id: string) {
  return view.programmes.filter((programme) => programme.id === id);
}

describe('screening a household', () => {
  test('every programme answers yes, no or not yet known, with its amount, the department and why', async () => {
    const { status, body } = await screen({
      household: { trialIncome: 50_000 },
      members: [{ trialIsIll: true }, { trialIsIll: false }, {}],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ on: '2026-03-01', place: { id: 'trial-town' } });
    expect(only(body, 'trialAid')).toMatchObject([
      {
        outcome: 'yes',
        amountFen: 30_000,
        per: 'month',
        department: { zh: '区民政局' },
        referTo: null,
        applyAt: 'window',
        missing: [],
      },
    ]);
    expect(only(body, 'educationAssistance')[0]).toMatchObject({ applyAt: 'school', referTo: 'education' });
    expect(only(body, 'priceLinkage')[0]).toMatchObject({ applyAt: 'nobody', referTo: null });
    expect(only(body, 'trialIllAid').map(({ index, outcome }) => [index, outcome])).toEqual([
      [0, 'yes'],
      [1, 'no'],
      [2, 'unknown'],
    ]);
    expect(only(body, 'trialIllAid')[0]?.excludedBy).toEqual([
      { id: 'trialAid', label: { zh: '试行补助', en: 'trial aid' } },
    ]);
    const [aid] = only(body, 'trialAid');
    expect(aid?.sentences.zh.join('')).toContain('收入低于试行标准：是');
    expect(aid?.sentences.en.join('')).toContain('300 yuan');
  });

  test.each([
    ['440106', '全国'],
    ['44', '全国'],
    ['330106000000', '浙江省'],
    ['330000', null],
    ['445221', '揭阳市'],
    ['341503100000', null],
    ['3703Z1', null],
  ])('of %s says when it is by the policy of a larger place', async (region, larger) => {
    const { body } = await api.call(contract.screenHousehold, {
      body: { region, on: '2026-03-01', facts: { members: [{}] } },
    });
    const said = larger && `以下按${larger}的规定试算，平台没有更具体的当地规定；当地另有规定的，以当地为准。`;
    expect(body.byLargerPlace?.zh ?? null).toBe(said);
  });

  test.each(['0000-01-01', '0999-12-31', '2026-02-30'])('the day %s is refused beside its field', async (on) => {
    const { status, problem } = await screen({ members: [{}] }, on);
    expect([status, problem.fieldErrors?.map(({ path }) => path)]).toEqual([422, ['on']]);
  });

  test('what is missing is named per member, the fewest that decide are marked, and asked first', async () => {
    const { body } = await screen({ members: [{}, {}] });
    expect(only(body, 'trialAid')[0]).toMatchObject({
      outcome: 'unknown',
      amountFen: null,
      missing: [{ on: 'household', index: 0, id: 'trialIncome', decisive: true }],
    });
    expect(body.missingFacts).toContainEqual({ id: 'trialIncome', label: { zh: '试行收入', en: 'trial income' } });
    expect(new Set(body.missingFacts.map(({ id }) => id)).size).toBe(body.missingFacts.length);
    const named = new Set(body.missingFacts.map(({ id }) => id));
    const unnamed = body.programmes.flatMap(({ missing }) => missing.filter(({ id }) => !named.has(id)));
    expect(unnamed).toEqual([]);
    const asked = body.nextQuestions.filter(({ id }) => id.startsWith('trial'));
    expect(asked[0]).toMatchObject({
      id: 'trialIncome',
      on: 'household',
      index: 0,
      label: { zh: '试行收入', en: 'trial income' },
      unit: 'fen',
      per: 'month',
      smallest: 0,
      largest: 10_000_000_000,
    });
    const later = (await screen({ household: { trialIncome: 1 }, members: [{}, {}] })).body;
    const missing = only(later, 'trialIllAid').map((one) => one.missing.map(({ id, index }) => `${id} ${index}`));
    expect(missing).toEqual([['trialIsIll 0'], ['trialIsIll 1']]);
    expect(body.openQuestionCount).toBeGreaterThanOrEqual(body.nextQuestions.length);
  });

  test('a paper is needed, not needed or not yet known, by what is told of any member', async () => {
    const needOf = async (members: Facts['members']) => {
      const { body } = await screen({ household: { trialIncome: 1 }, members });
      return only(body, 'trialAid')[0]?.documents.map(({ id, need }) => `${id} ${need}`);
    };
    expect(await needOf([{ trialIsIll: false }])).toEqual(['incomeProof needed', 'diagnosis notNeeded']);
    expect(await needOf([{ trialIsIll: false }, {}])).toEqual(['incomeProof needed', 'diagnosis notYetKnown']);
    expect(await needOf([{}, { trialIsIll: true }])).toEqual(['incomeProof needed', 'diagnosis needed']);
  });

  test('the figures of the day count', async () => {
    const facts = { household: { trialIncome: 85_000 }, members: [{}] };
    expect(only((await screen(facts, '2026-06-30')).body, 'trialAid')[0]?.outcome).toBe('no');
    expect(only((await screen(facts, '2026-07-01')).body, 'trialAid')[0]).toMatchObject({
      outcome: 'yes',
      amountFen: 5_000,
    });
  });

  test('an event has programmes of its own', async () => {
    const { body } = await screen({ members: [{}], events: [{ trialIsSudden: true }, {}] });
    expect(only(body, 'trialEventAid').map(({ on, outcome }) => [on, outcome])).toEqual([
      ['event', 'yes'],
      ['event', 'unknown'],
    ]);
  });
});

describe('facts that cannot be', () => {
  test.each([
    [
      'a misspelt fact',
      { household: { trialIncone: 1 }, members: [{}] },
      'facts.household.trialIncone',
      '没有这项事实',
    ],
    ['a birth to come', { members: [{ birthDate: '2026-03-02' }] }, 'facts.members.0.birthDate', '不能晚于 2026-03-01'],
    [
      'a second applicant',
      { members: [{ relation: 'self' }, { relation: 'spouse' }, { relation: 'self' }] },
      'facts.members.2.relation',
      '只能有一名成员是“本人”',
    ],
    ['a fact of somebody else', { members: [{ trialIncome: 1 }] }, 'facts.members.0.trialIncome', '没有这项事实'],
    [
      'a figure beyond its range',
      { household: { trialIncome: -1 }, members: [{}] },
      'facts.household.trialIncome',
      '应为 0 至 100,000,000 元，最多两位小数。',
    ],
    ['an answer of another kind', { members: [{}, { trialIsIll: 'yes' }] }, 'facts.members.1.trialIsIll', '应为是或否'],
    ['nobody', { members: [] }, 'facts.members', ''],
    ['too many people', { members: Array.from({ length: 31 }, () => ({})) }, 'facts.members', ''],
    ['half a fen', { household: { trialIncome: 0.5 }, members: [{}] }, 'facts.household.trialIncome', '应为 0 至'],
  ])('%s is told beside its field, in both languages', async (_what, facts, path, zh) => {
    const { status, problem } = await screen(facts as Facts);
    expect([status, problem.code]).toEqual([422, 'INVALID_INPUT']);
    const error = problem.fieldErrors?.find((one) => one.path === path);
    expect(error?.message.zh).toContain(zh);
    expect(error?.message.en).toMatch(/^[ -~]+$/);
  });

  test('the sentence for people speaks of yuan alone, and beside it programs are told that they send fen', async () => {
    const { problem } = await screen({ household: { trialIncome: 500.5 }, members: [{ trialIsIll: 'yes' }] });
    expect(problem.fieldErrors).toEqual([
      {
        path: 'facts.household.trialIncome',
        message: {
          zh: '应为 0 至 100,000,000 元，最多两位小数。',
          en: 'must be 0 to 100,000,000 yuan with at most two decimals.',
        },
        asData: {
          zh: '接口数据以分为单位：0 至 10000000000 的整数',
          en: 'as data a whole number of fen, 0 to 10000000000',
        },
      },
      expect.not.objectContaining({ asData: expect.anything() }),
    ]);
  });

  test.each(['999999', '10', '990000000000'])(
    'a place in no province (%s) is told beside the region',
    async (region) => {
      const { status, problem } = await api.call(contract.screenHousehold, {
        body: { region, facts: { members: [{}] } },
      });
      expect([status, problem.fieldErrors]).toEqual([
        422,
        [{ path: 'region', message: { zh: expect.stringContaining('省级'), en: expect.stringContaining('province') } }],
      ]);
    },
  );

  test('of a place without policies of its own those of the nation are asked', async () => {
    const { status, body } = await api.call(contract.screenHousehold, {
      body: { region: '540102', facts: { members: [{}] } },
    });
    expect([status, body.place.id]).toEqual([200, 'cn']);
  });

  test('a field the contract does not name is refused, and so is a day that is none', async () => {
    const facts = { members: [{}] };
    const extra = { region: TOWN, facts, save: true };
    expect((await api.call(contract.screenHousehold, { body: extra as never })).status).toBe(422);
    expect((await screen(facts, '2026-02-30')).status).toBe(422);
  });
});

test('nothing of a screening is stored: no audit, no answer kept, no key needed, and nobody need send a header', async () => {
  const count = async () => {
    const { rows } = await withSession(api.database.migratorUrl, (client) =>
      client.query<{ count: number }>(
        'SELECT (SELECT count(*) FROM yimen.audit_entry)::int + (SELECT count(*) FROM yimen.idempotency)::int + (SELECT count(*) FROM yimen.fact)::int AS count',
      ),
    );
    return rows[0]?.count;
  };
  const before = await count();
  const answer = await fetch(`${api.url}/api/screenings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ region: '341503100', facts: { members: [{ trialIsIll: true }] } }),
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  await screen({ household: { trialIncome: 'x' }, members: [{}] });
  expect(await count()).toBe(before);
});

test('the description of the interface names the facts in Chinese and gives an example that can be sent', async () => {
  const spec = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as {
    paths: Record<string, { post: { requestBody: { content: Record<string, { schema: object; example: never }> } } }>;
    components: {
      schemas: Record<string, { properties: { members: { items: { properties: object } } }; examples: Facts[] }>;
    };
  };
  const body = spec.paths['/screenings']?.post.requestBody.content['application/json'];
  expect(body?.schema).toMatchObject({ properties: { facts: { $ref: '#/components/schemas/HouseholdFacts' } } });
  const shape = spec.components.schemas['HouseholdFacts'];
  expect(shape?.properties.members.items.properties).toMatchObject({
    birthDate: { type: ['string', 'null'], format: 'date', description: expect.stringContaining('出生日期') },
    canWork: { enum: ['full', 'partial', 'none', null] },
    wageIncome: {
      type: ['integer', 'null'],
      minimum: 0,
      maximum: 500_000_000,
      description: expect.stringMatching(/单位：分（1 元 = 100 分），按年/),
    },
  });
  const example = shape?.examples[0];
  expect(example?.members).toHaveLength(2);
  expect(body?.example).toMatchObject({ region: '341503', facts: example });
  expect((await api.call(contract.screenHousehold, { body: body?.example as never })).status).toBe(200);
});
