import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { TRIAL_POLICIES_DIRECTORY } from '../../test-data/policies.ts';
import { startTestApi } from '../platform/testing/api.ts';
import { loadPolicySet, POLICIES_DIRECTORY } from './index.ts';

const policy = loadPolicySet(POLICIES_DIRECTORY, TRIAL_POLICIES_DIRECTORY);
const api = await startTestApi({ policy, now: '2026-03-02T02:00:00.000Z' });
const query = { region: '341503100000', on: '2026-03-01' };

describe('anybody reads the policy', () => {
  test('which packs there are and what they inherit', async () => {
    const { body } = await api.call(contract.listPolicies);
    expect(body.version).toBe(policy.version);
    expect(body.items.find(({ id }) => id === 'trial-town')).toEqual({
      id: 'trial-town',
      name: { zh: '试行镇', en: 'trial town' },
      level: 'county',
      regions: ['341503100'],
      inherits: 'anhui-luan-yuan',
    });
  });

  test('which facts a place asks for, those of the nation among them', async () => {
    const { body } = await api.call(contract.listPolicyQuestions, { query });
    expect(body).toMatchObject({ version: policy.version, on: '2026-03-01', place: { id: 'trial-town' } });
    const byId = new Map(body.items.map((item) => [item.id, item]));
    expect(byId.get('trialIsIll')).toMatchObject({
      on: 'person',
      unit: 'flag',
      sensitivity: 'sensitive',
      smallest: null,
    });
    expect(byId.get('disabilityGrade')?.options[1]).toEqual({ id: 'first', label: { zh: '一级', en: 'first' } });
    const nation = await api.call(contract.listPolicyQuestions, { query: {} });
    expect(nation.body.place.id).toBe('cn');
    expect(nation.body.on).toBe('2026-03-02');
    expect(nation.body.items.some(({ id }) => id === 'trialIsIll')).toBe(false);
  });

  test('which programmes a place has, with papers, department and clauses', async () => {
    const { body } = await api.call(contract.listPolicyProgrammes, { query });
    expect(body.items.find(({ id }) => id === 'trialAid')).toMatchObject({
      department: { zh: '区民政局' },
      determined: true,
      documents: [
        { id: 'incomeProof', when: null },
        {
          id: 'diagnosis',
          when: { id: 'trialIsIll', label: { zh: '患有试行病种' } },
          clause: { article: { zh: '第一条' } },
        },
      ],
      clauses: [{ id: 'trial.1', title: { zh: '试行办法' } }],
    });
  });

  test('which figures and rules are in force on a day, each with the pack that says so', async () => {
    const read = async (on: string) =>
      (await api.call(contract.getPolicy, { params: { pack: 'trial-town' }, query: { on } })).body;
    const spring = await read('2026-03-01');
    expect(spring.chain.map(({ id }) => id)).toEqual(['trial-town', 'anhui-luan-yuan', 'cn']);
    const figure = (view: typeof spring) => view.parameters.find(({ id }) => id === 'trial.standard')?.values;
    expect(figure(spring)).toMatchObject([
      {
        value: 80_000,
        words: { zh: '800元（每月）' },
        pack: { id: 'trial-town' },
        from: '2020-01-01',
        to: '2026-06-30',
        sourceClass: 'official',
      },
    ]);
    expect(figure(await read('2026-07-01'))).toMatchObject([{ value: 90_000, to: null }]);
    expect(figure(await read('2019-12-31'))).toEqual([]);
    expect(spring.rules.find(({ id }) => id === 'trialEligible')).toMatchObject({
      label: { zh: '收入低于试行标准' },
      version: { expression: 'trialIncome < trial.standard', clause: { article: { en: 'Article 1' } } },
    });
    const standard = spring.parameters.find(({ id }) => id === 'dibao.standard');
    expect(standard?.values.map(({ area, pack }) => [area, pack.id])).toEqual([
      ['urban', 'anhui-luan-yuan'],
      ['rural', 'anhui-luan-yuan'],
    ]);
  });

  test.each(['nowhere', 'toString'])('a pack nobody has (%s) is not found', async (pack) => {
    const { status, headers } = await api.call(contract.getPolicy, { params: { pack }, query: {} });
    expect([status, headers.get('etag'), headers.get('cache-control')]).toEqual([404, null, 'no-store']);
  });
});

describe('who has read it keeps it', () => {
  test('the same version on the same day is not sent again; another day or place is', async () => {
    const first = await api.call(contract.listPolicyQuestions, { query });
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const again = (search: string) =>
      fetch(`${api.url}/api/policies/questions${search}`, { headers: { 'if-none-match': tag } });
    const same = await again('?region=341503100000&on=2026-03-01');
    expect([same.status, await same.text()]).toEqual([304, '']);
    expect((await again('?region=341503100000&on=2026-07-01')).status).toBe(200);
    expect((await again('?on=2026-03-01')).status).toBe(200);
  });
});
