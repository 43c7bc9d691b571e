import {
  findPolicyForRegion,
  findProgramme,
  type PolicyOn,
  type Programme,
  resolveFlag,
  resolveLimit,
} from '@yimen/rules';
import { describe, expect, test } from 'vitest';
import { loadPolicySet, POLICIES_DIRECTORY } from './index.ts';

const set = loadPolicySet(POLICIES_DIRECTORY);
const yuan = at('341503100001');
const elsewhere = at('530102000000');
const programmes = ['dibao', 'dibaoAlone', 'dibaoEdge', 'rigidExpenditure', 'tekun'] as const;

function at(regionCode: string): PolicyOn {
  const policy = findPolicyForRegion(set, regionCode, '2026-03-01');
  if (!policy) throw new Error(`no policy for ${regionCode}`);
  return policy;
}

function programme(id: string): Programme {
  const found = findProgramme(elsewhere, id);
  if (!found) throw new Error(`no programme ${id}`);
  return found;
}

describe('programmes of basic living', () => {
  test.each(programmes)('%s is determined by rules and decided by the county unless it is delegated', (id) => {
    const { determination, decider } = programme(id);
    expect(determination).not.toBeNull();
    expect(decider).toMatchObject({ duty: 'basicLiving', level: 'county' });
    expect(decider?.delegatedWhen).not.toBeNull();
  });

  test.each(programmes)('%s: what a platform can show is not asked of the applicant', (id) => {
    const fromPlatforms = ['identity', 'disabilityCertificate'];
    const asked = programme(id).documents.filter(({ provider }) => provider === 'applicant');
    expect(asked.map((document) => document.id).filter((one) => fromPlatforms.includes(one))).toEqual([]);
    expect(asked.map((document) => document.id)).toEqual(expect.arrayContaining(['application', 'truthPromise']));
  });

  test.each(programmes)('%s: every time limit has a figure', (id) => {
    const { limits, publicity, reviewEvery } = programme(id);
    const named = [...limits, ...publicity].map(({ parameter }) => parameter).concat(reviewEvery ?? []);
    expect(named.filter((parameter) => !resolveLimit(elsewhere, parameter).known)).toEqual([]);
  });

  test('民发〔2021〕57号 第二十二条、裕安区 四（三）1: thirty working days, twenty where Yu’an delegates', () => {
    expect(resolveLimit(elsewhere, 'dibao.decideWithin')).toMatchObject({ limit: { amount: 30 } });
    expect(resolveLimit(yuan, 'dibao.decideWithin')).toMatchObject({ limit: { amount: 20, clock: 'workingDays' } });
    expect(resolveLimit(yuan, 'tekun.decideWithin')).toMatchObject({ limit: { amount: 20, clock: 'workingDays' } });
  });

  test('裕安区 四（三）1: townships confirm dibao and tekun in Yu’an, nothing is delegated where nobody said so', () => {
    const delegated = (policy: PolicyOn) =>
      [...new Set(programmes.map((id) => programme(id).decider?.delegatedWhen ?? ''))].filter((flag) => {
        const said = resolveFlag(policy, flag);
        return said.known && said.value;
      });
    expect(delegated(yuan)).toEqual(['dibao.delegated', 'tekun.delegated']);
    expect(delegated(elsewhere)).toEqual([]);
  });

  test('the village sees names, numbers and amounts, never income or illness', () => {
    const ofHousehold = ['name', 'memberCount', 'amount'];
    expect(programme('dibao').publicity.map(({ shows }) => shows)).toEqual([ofHousehold, ofHousehold]);
    expect(programme('dibaoAlone').publicity.map(({ shows }) => shows)).toEqual([ofHousehold, ofHousehold]);
    expect(programme('dibaoEdge').publicity.map(({ shows }) => shows)).toEqual([['name']]);
    expect(programme('rigidExpenditure').publicity).toEqual([]);
    expect(programme('tekun').publicity.map(({ shows }) => shows)).toEqual([
      ['name', 'amount'],
      ['name', 'amount'],
      ['name', 'reasonClass'],
    ]);
  });

  test.each(['dibao', 'tekun'])(
    '个人信息保护法 第十九条: who receives %s is published until the next review at most, and the preset says on what it rests',
    (id) => {
      const published = resolveLimit(elsewhere, `${id}.publishedFor`);
      const review = resolveLimit(elsewhere, `${id}.reviewEvery`);
      if (!published.known || !review.known) throw new Error('no length');
      expect(published.limit).toEqual(review.limit);
      expect(published).toMatchObject({
        clause: { id: 'personal-information-2021.19' },
        sourceClass: 'platform-default',
      });
    },
  );

  test('民发〔2021〕43号 第九条: tekun stands against dibao and against what orphans and unattended children have', () => {
    const others = ['dibao', 'dibaoAlone', 'orphan', 'deFactoUnattendedChild'];
    expect(programme('tekun').excludes).toEqual(expect.arrayContaining(others));
  });

  test('刚性办法: recognition ends by itself and is not reviewed', () => {
    const { reviewEvery, limits } = programme('rigidExpenditure');
    expect(reviewEvery).toBeNull();
    expect(limits.map(({ parameter }) => parameter)).toContain('rigid.validFor');
  });
});
