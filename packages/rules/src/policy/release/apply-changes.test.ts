import { expect, test } from 'vitest';
import { aClause, anInstrument, aPack, aParameter, aRule, aValue, aVersion } from '../../../testing/a-policy.ts';
import type { Pack, Vector } from '../pack.ts';
import type { Area } from '../unit.ts';
import { applyChanges } from './apply-changes.ts';
import type { PolicyChange } from './policy-change.ts';

const packId = 'cn';
const clauseOf = (id: string) => ({ ...aClause, id });

function vectorOf(id: string, like: string | null = null): Vector {
  const nothing = { household: {}, members: [] };
  return { id, title: { zh: id, en: id }, on: '2026-07-01', like, facts: nothing, expect: nothing, clause: null };
}

function valueIn(target: string, from: string, area: Area | null = null): PolicyChange {
  return { kind: 'parameterValue', packId, target, value: aValue({ from, area }) };
}

function versionIn(target: string, from: string): PolicyChange {
  return { kind: 'ruleVersion', packId, target, version: aVersion({ from, expression: 'true' }) };
}

function applied(pack: Pack, ...changes: readonly PolicyChange[]): Pack | undefined {
  return applyChanges(new Map([[pack.id, pack]]), changes).get(pack.id);
}

test('a new pack says nothing but its name, level, parent and regions', () => {
  const parts = {
    name: { zh: '某县', en: 'county' },
    level: 'county',
    inherits: packId,
    regions: ['341503'],
  } as const;
  const made = applyChanges(new Map(), [{ kind: 'pack', packId: 'county', pack: parts }]).get('county');
  expect(made).toEqual(aPack({ id: 'county', ...parts, instruments: [], clauses: [] }));
});

test('a change of a pack nobody has changes nothing', () => {
  expect(applyChanges(new Map(), [valueIn('standard', '2026-07-01')]).size).toBe(0);
});

test('a pack comes before what stands in it, whatever the order of the changes', () => {
  const parts = { name: aPack().name, level: 'nation', inherits: null, regions: [''] } as const;
  const pack: PolicyChange = { kind: 'pack', packId, pack: parts };
  const document: PolicyChange = { kind: 'document', packId, instrument: anInstrument, clauses: [aClause] };
  const changes = [versionIn('isPoor', '2026-07-01'), valueIn('standard', '2026-07-01'), document, pack];
  const made = applyChanges(new Map(), changes);
  expect(made.get(packId)).toMatchObject({
    instruments: [{ id: 'law' }],
    parameters: [{ id: 'standard' }],
    rules: [{ id: 'isPoor' }],
  });
});

test('documents and clauses are added by id', () => {
  const changed = applied(aPack({ id: packId }), {
    kind: 'document',
    packId,
    instrument: { ...anInstrument, id: 'act' },
    clauses: [clauseOf('law.3'), clauseOf('act.1')],
  });
  expect(changed?.instruments.map(({ id }) => id)).toEqual(['act', 'law']);
  expect(changed?.clauses.map(({ id }) => id)).toEqual(['act.1', 'law.1', 'law.3']);
});

test('values of one parameter go by day and area, new parameters by id', () => {
  const changed = applied(
    aPack({ id: packId, parameters: [aParameter('limit', 'fen', 1)] }),
    valueIn('standard', '2026-07-01'),
    valueIn('limit', '2026-07-01', 'urban'),
    valueIn('limit', '2026-07-01', 'rural'),
    valueIn('limit', '2026-07-01'),
    valueIn('limit', '2013-01-01'),
    valueIn('basis', '2026-07-01'),
  );
  expect(
    changed?.parameters.map(({ id, values }) => [id, ...values.map(({ from, area }) => `${from} ${area}`)]),
  ).toEqual([
    ['basis', '2026-07-01 null'],
    ['limit', '2013-01-01 null', '2014-05-01 null', '2026-07-01 null', '2026-07-01 rural', '2026-07-01 urban'],
    ['standard', '2026-07-01 null'],
  ]);
  expect(changed?.parameters[0]?.definition).toBeNull();
});

test('versions of one rule go by day, a rule that is not defined here holds its versions alone', () => {
  const changed = applied(
    aPack({ id: packId, rules: [aRule('isPoor', 'flag', 'false')] }),
    versionIn('isPoor', '2026-07-01'),
    versionIn('isPoor', '2013-01-01'),
    versionIn('isIll', '2026-07-01'),
  );
  expect(changed?.rules.map(({ id, versions }) => [id, ...versions.map(({ from }) => from)])).toEqual([
    ['isIll', '2026-07-01'],
    ['isPoor', '2013-01-01', '2014-05-01', '2026-07-01'],
  ]);
  expect(changed?.rules[0]).toMatchObject({ definition: null });
});

test('a worked example keeps its place, a new one comes last', () => {
  const pack = aPack({ id: packId, vectors: [vectorOf('b'), vectorOf('a')] });
  const changes = ['c', 'a'].map((id): PolicyChange => ({ kind: 'vector', packId, vector: vectorOf(id, 'b') }));
  expect(applied(pack, ...changes)?.vectors.map(({ id, like }) => [id, like])).toEqual([
    ['b', null],
    ['a', 'b'],
    ['c', 'b'],
  ]);
});

test('new worked examples go by id, whatever the order of the changes', () => {
  const [c, d] = ['c', 'd'].map((id): PolicyChange => ({ kind: 'vector', packId, vector: vectorOf(id) }));
  if (!c || !d) throw new Error('no changes');
  const idsAfter = (...changes: readonly PolicyChange[]) =>
    applied(aPack({ id: packId }), ...changes)?.vectors.map(({ id }) => id);
  expect(idsAfter(c, d)).toEqual(['c', 'd']);
  expect(idsAfter(d, c)).toEqual(['c', 'd']);
});

test('a pack that is there keeps what it says', () => {
  const parts = { name: aPack().name, level: 'city', inherits: null, regions: ['34'] } as const;
  const pack = aPack({ id: packId, parameters: [aParameter('limit', 'fen', 1)] });
  expect(applied(pack, { kind: 'pack', packId, pack: parts })).toEqual({ ...pack, ...parts });
});
