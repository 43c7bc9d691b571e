import type { ChangeContent } from '@yimen/contracts';
import * as contract from '@yimen/contracts';
import type { Pack, PolicySet } from '@yimen/rules';
import type { TestApi, TestSession } from '../../platform/testing/index.ts';
import { hashPacks, loadPolicySet } from '../../policy/index.ts';

export const YUAN = 'anhui-luan-yuan';
export const JULY = '2026-07-01';
const WORDS = { zh: '备用金上限', en: 'ceiling of the box' };

/** The packs on disk, and in that of Yu'an a rule with a worked example about the ceiling of petty cash in August. */
export function policyWithExample(): PolicySet {
  const { packs } = loadPolicySet();
  const yuan = packs.get(YUAN);
  if (!yuan) throw new Error('no pack of Yu’an');
  const pack: Pack = {
    ...yuan,
    rules: [
      ...yuan.rules,
      {
        id: 'boxCeiling',
        definition: { on: 'household', label: WORDS, unit: 'fen', per: null, options: [] },
        versions: [
          { from: '2021-01-01', to: null, expression: 'pettyCash.ceiling', clause: 'yuan-2020.4-3-2', sentence: null },
        ],
      },
    ],
    vectors: [...yuan.vectors, anExample(5_000_000)],
  };
  const changed = new Map(packs).set(YUAN, pack);
  return { packs: changed, version: hashPacks(changed) };
}

export function anExample(boxCeiling: number) {
  return {
    id: 'ceiling-in-august',
    title: WORDS,
    on: '2026-08-01',
    like: null,
    facts: { household: {}, members: [{}], events: [] },
    expect: { household: { boxCeiling }, members: [], events: [] },
    clause: null,
  };
}

export function aCeiling(fen: number, from = JULY): ChangeContent {
  const value = {
    from,
    to: null,
    area: null,
    value: fen,
    clause: 'platform.county-must-set',
    sourceClass: null,
    note: null,
  };
  return { kind: 'parameterValue', target: 'pettyCash.ceiling', value };
}

/** A release through the doors of the api, one step after the other. */
export function releaseActs(api: Pick<TestApi, 'call'>) {
  const why = { reason: '按年度调标工作安排' };
  return {
    draft: (session: TestSession, effectiveOn = JULY) =>
      api.call(contract.draftPolicyRelease, { body: { title: '调整备用金上限', effectiveOn, ...why } }, { session }),
    put: (
      session: TestSession,
      id: string,
      content: ChangeContent,
      expectedVersion: number,
      replaces: string | null = null,
    ) =>
      api.call(
        contract.putPolicyChange,
        { params: { id }, body: { content, replaces, expectedVersion, ...why } },
        { session },
      ),
    test: (session: TestSession, id: string, expectedVersion: number) =>
      api.call(contract.testPolicyRelease, { params: { id }, body: { expectedVersion } }, { session }),
    publish: (session: TestSession, id: string, expectedVersion: number) =>
      api.call(contract.publishPolicyRelease, { params: { id }, body: { expectedVersion, ...why } }, { session }),
    show: (session: TestSession, id: string) => api.call(contract.getPolicyRelease, { params: { id } }, { session }),
    end: (route: typeof contract.withdrawPolicyRelease, session: TestSession, id: string, expectedVersion: number) =>
      api.call(route, { params: { id }, body: { expectedVersion, ...why } }, { session }),
  };
}
