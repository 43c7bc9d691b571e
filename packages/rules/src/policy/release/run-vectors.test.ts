import { expect, test } from 'vitest';
import { aPack, aQuestion, aRule } from '../../../testing/a-policy.ts';
import { createRulebook } from '../../determination/place/rulebook.ts';
import type { Pack, PolicySet, Vector } from '../pack.ts';
import { packsUnder, runVectors } from './run-vectors.ts';

const title = { zh: '例', en: 'example' };
const on = '2026-07-01';

function vectorOf(id: string, isPoor: boolean, facts = { isIll: true }): Vector {
  const expected = { household: { isPoor }, members: [] };
  return { id, title, on, like: null, facts: { household: facts, members: [{}] }, expect: expected, clause: null };
}

function setOf(expression: string, ...vectors: readonly Vector[]): PolicySet {
  const nation = aPack({
    id: 'cn',
    regions: [''],
    questions: [aQuestion('isIll', 'flag')],
    rules: [aRule('isPoor', 'flag', expression)],
    vectors,
  });
  const below = (id: string, inherits: string, own: readonly Vector[] = []) =>
    aPack({ id, inherits, level: 'county', vectors: own });
  const packs: readonly Pack[] = [
    nation,
    below('county', 'cn', [vectorOf('own', true)]),
    below('town', 'county'),
    below('other', 'cn'),
  ];
  return { version: expression, packs: new Map(packs.map((pack) => [pack.id, pack])) };
}

test('the pack itself and all that inherit from it are under it, and no others', () => {
  const idsUnder = (packId: string) => packsUnder(setOf('isIll'), packId).map(({ id }) => id);
  expect(idsUnder('cn')).toEqual(['cn', 'county', 'town', 'other']);
  expect(idsUnder('county')).toEqual(['county', 'town']);
  expect(idsUnder('town')).toEqual(['town']);
});

test('an example that comes out has nothing against it, one that does not says what was found', () => {
  const set = setOf('isIll', vectorOf('right', true), vectorOf('wrong', false));
  expect(runVectors(set, 'cn', createRulebook())).toEqual([
    { packId: 'cn', vectorId: 'right', title, on, ok: true, mismatches: [], issues: [] },
    {
      packId: 'cn',
      vectorId: 'wrong',
      title,
      on,
      ok: false,
      mismatches: [{ path: ['household', 'isPoor'], expected: false, found: true }],
      issues: [],
    },
    { packId: 'county', vectorId: 'own', title, on, ok: true, mismatches: [], issues: [] },
  ]);
});

test('an example whose rules are refused on its day says why, by the rule', () => {
  expect(runVectors(setOf('isill'), 'county', createRulebook())).toEqual([
    {
      packId: 'county',
      vectorId: 'own',
      title,
      on,
      ok: false,
      mismatches: [],
      issues: [{ path: ['isPoor'], zh: expect.stringContaining('“isill”'), en: expect.stringContaining('“isill”') }],
    },
  ]);
});

test('a fault of the platform is no result of an example', () => {
  const broken = {
    ...createRulebook(),
    determine: () => {
      throw new RangeError('broken');
    },
  };
  expect(() => runVectors(setOf('isIll'), 'county', broken)).toThrow(RangeError);
});
