import { describe, expect, test } from 'vitest';
import { aPack, aParameter, aProgramme, aQuestion, aRule, aValue, aVersion } from '../../../testing/a-policy.ts';
import { checkPackSet } from '../../policy/check-pack-set.ts';
import type { Pack, Parameter } from '../../policy/pack.ts';
import { findPolicy } from '../../policy/policy-on.ts';
import { changesRules, checkPlaceRules } from './check-place-rules.ts';
import { createRulebook } from './rulebook.ts';
import { runVector } from './run-vector.ts';

const line: Parameter = {
  ...aParameter('line', 'fen', null),
  definition: {
    label: { zh: '标准', en: 'standard' },
    unit: 'fen',
    per: 'month',
    byArea: true,
    options: null,
    columns: [],
    smallest: null,
    largest: null,
  },
  values: [aValue({ area: 'urban', value: 800 }), aValue({ area: 'rural', value: 500 })],
};
const options = ['urban', 'rural'].map((id) => ({ id, label: { zh: id, en: id } }));
const nation = aPack({
  parameters: [line],
  questions: [aQuestion('area', 'text', { options }), aQuestion('income', 'fen', { per: 'month' })],
  rules: [aRule('isPoor', 'flag', 'income < line')],
  departments: [{ duty: 'lead', department: 'd', alongside: [], name: { zh: '民政', en: 'lead' }, clause: 'law.1' }],
  programmes: [
    aProgramme({ id: 'dibao', determination: { eligible: 'isPoor', amount: null, paidFrom: null, paidUntil: null } }),
  ],
});
const county = aPack({
  id: 'county',
  inherits: 'nation',
  instruments: [],
  clauses: [],
  rules: [
    { id: 'isPoor', definition: null, versions: [aVersion({ from: '2026-01-01', expression: 'income <= line' })] },
  ],
});
const set = { version: 'v', packs: new Map([nation, county].map((pack) => [pack.id, pack])) };

function policyAt(packId: string, on: string) {
  const policy = findPolicy(set, packId, on);
  if (!policy) throw new Error(packId);
  return policy;
}

function outcome(packId: string, on: string, household: Record<string, number | string>): string {
  const result = createRulebook().determine(policyAt(packId, on), { household, members: [{}] });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.determined.outcomes.map((one) => `${one.programme} ${one.outcome}`).join();
}

describe('the policy of a place decides', () => {
  test('the nearest version of the day, and the standard of town or village', () => {
    const atTheLine = { area: 'urban', income: 800 };
    expect(outcome('nation', '2026-03-01', atTheLine)).toBe('dibao no');
    expect(outcome('county', '2026-03-01', atTheLine)).toBe('dibao yes');
    expect(outcome('county', '2025-12-31', atTheLine)).toBe('dibao no');
    expect(outcome('county', '2026-03-01', { area: 'rural', income: 501 })).toBe('dibao no');
  });

  test('a household that did not say whether town or village has no standard', () => {
    expect(outcome('county', '2026-03-01', { income: 1 })).toBe('dibao unknown');
  });

  test('a local programme stands against one of the nation on both sides, but not against what people decide', () => {
    const determination = { eligible: 'isPoor', amount: null, paidFrom: null, paidUntil: null };
    const local = aProgramme({ id: 'local', determination, excludes: ['dibao', 'charity'] });
    const charity = aProgramme({ id: 'charity', excludes: ['dibao'] });
    const below = { ...county, programmes: [local, charity] };
    const policy = { chain: [below, nation], on: '2026-03-01', version: 'v' };
    const result = createRulebook().determine(policy, { household: { area: 'urban', income: 1 }, members: [{}] });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    expect(result.determined.outcomes.map((one) => [one.programme, ...one.excludedBy].join(' '))).toEqual([
      'dibao local',
      'local dibao',
    ]);
  });

  test('a fact that cannot be is named', () => {
    const given = { household: { income: -1 }, members: [{}] };
    expect(createRulebook().determine(policyAt('nation', '2026-03-01'), given)).toMatchObject({
      ok: false,
      issues: [{ path: ['household', 'income'] }],
    });
  });
});

describe('worked examples', () => {
  const base = { id: 'a', title: { zh: '例', en: 'example' }, on: '2026-03-01', like: null, clause: null };
  const facts = { household: { area: 'urban', income: 800 }, members: [{}] };
  const poor = { household: { isPoor: true }, members: [] };
  const run = (pack: Pack, id: string) => {
    const policy = { chain: [pack, nation], on: '2000-01-01', version: 'vectors' };
    const vector = pack.vectors.find((one) => one.id === id);
    if (!vector) throw new Error(id);
    return runVector(createRulebook(), policy, vector);
  };

  test('come out, or say what was expected and found', () => {
    const vectors = [
      { ...base, facts, expect: poor },
      { ...base, id: 'b', like: 'a', facts: { household: { income: 801 }, members: [] }, expect: poor },
      { ...base, id: 'c', facts, expect: { household: { isPour: true }, members: [] } },
      { ...base, id: 'd', on: '2025-03-01', facts, expect: poor },
      { ...base, id: 'e', facts: { household: { income: 'x' }, members: [{}] }, expect: poor },
    ];
    const pack = { ...county, vectors };
    expect(run(pack, 'a')).toEqual({ ok: true });
    const otherwise = { path: ['household', 'isPoor'], expected: true, found: false };
    expect(run(pack, 'b')).toEqual({ ok: false, mismatches: [otherwise], issues: [] });
    expect(run(pack, 'c')).toMatchObject({ ok: false, mismatches: [{ path: ['household', 'isPour'], found: null }] });
    expect(run(pack, 'd')).toEqual({ ok: false, mismatches: [otherwise], issues: [] });
    expect(run(pack, 'e')).toMatchObject({ ok: false, issues: [{ path: ['household', 'income'] }] });
  });
});

describe('mistakes in the rules of a place', () => {
  test('are told at the pack and version that made them', () => {
    const wrong = aVersion({ from: '2026-01-01', expression: 'income <\n  lines' });
    const pack = { ...county, rules: [{ id: 'isPoor', definition: null, versions: [wrong] }] };
    expect(checkPlaceRules([pack, nation])).toEqual([
      {
        packId: 'county',
        file: 'rules',
        path: [0, 'versions', 0, 'expression'],
        reason: expect.objectContaining({
          en: 'isPoor: There is no fact, variable or parameter named “lines”; is “line” meant? (line 2, column 3 of the expression)',
        }),
      },
    ]);
    expect(checkPlaceRules([county, nation])).toEqual([]);
  });

  test('a programme without its rule is told at the programme', () => {
    const programmes = [
      aProgramme({ id: 'dibao', determination: { eligible: 'isRich', amount: null, paidFrom: null, paidUntil: null } }),
    ];
    expect(checkPlaceRules([{ ...nation, programmes }])).toMatchObject([{ file: 'programmes', path: [0, 'id'] }]);
  });

  test('a pack that only gives values decides by the rules of its parent', () => {
    expect(changesRules(county)).toBe(true);
    expect(changesRules({ ...county, rules: [], parameters: [{ ...line, definition: null }] })).toBe(false);
  });

  test.each([
    [{ rules: [...county.rules, ...county.rules] }, 'isPoor: stands twice'],
    [{ rules: [{ ...aRule('isPoor', 'flag', 'true') }] }, 'isPoor: is also defined in nation'],
    [
      { rules: [{ id: 'isRich', definition: null, versions: [] }] },
      'isRich: is defined nowhere in this chain of packs',
    ],
    [{ rules: [ruleWith({ clause: 'law.2' })] }, 'isPoor: there is no clause law.2: misspelt, or not yet in clauses'],
    [{ rules: [ruleWith({ from: '2013-01-01' })] }, 'isPoor: is valid before its instrument took effect on 2014-01-01'],
    [{ rules: [ruleWith({ to: '2025-12-31' })] }, 'isPoor: ends on 2025-12-31, before it begins on 2026-01-01'],
  ])('definitions and dates %#', (parts, reason) => {
    const packs = new Map([nation, { ...county, ...parts }].map((pack) => [pack.id, pack]));
    expect(checkPackSet(packs).map((issue) => issue.reason.en)).toEqual([reason]);
  });
});

function ruleWith(parts: Parameters<typeof aVersion>[0]) {
  return { id: 'isPoor', definition: null, versions: [aVersion({ from: '2026-01-01', expression: 'true', ...parts })] };
}
