import { describe, expect, test } from 'vitest';
import { aPack, aParameter, aValue } from '../../testing/a-policy.ts';
import type { Pack, Parameter } from './pack.ts';
import { chainOf, findPolicy, findPolicyForRegion, type PolicyOn } from './policy-on.ts';
import { resolveFlag, resolveInteger, resolveLimit, resolveTable } from './read-parameter.ts';
import { resolveParameter } from './resolve-parameter.ts';

const cap = (...values: readonly Parameter['values'][number][]): Parameter => ({ id: 'cap', definition: null, values });

const nation = aPack({ id: 'nation', regions: [''], parameters: [aParameter('cap', 'fen', 100)] });
const province = aPack({
  id: 'province',
  level: 'province',
  inherits: 'nation',
  regions: ['34'],
  parameters: [cap(aValue({ from: '2020-01-01', value: 200 }))],
});
const county = aPack({
  id: 'county',
  level: 'county',
  inherits: 'province',
  regions: ['341503'],
  parameters: [
    cap(
      aValue({ from: '2021-01-01', to: '2021-12-31', value: 300 }),
      aValue({ from: '2022-07-01', value: 400 }),
      aValue({ from: '2023-01-01', value: null }),
      aValue({ from: '2024-01-01', value: 500 }),
    ),
  ],
});
const set = { version: 'v1', packs: new Map([nation, province, county].map((pack) => [pack.id, pack])) };

function at(on: string, packId = 'county'): PolicyOn {
  const policy = findPolicy(set, packId, on);
  if (!policy) throw new Error(`no pack ${packId}`);
  return policy;
}

describe('inheritance county → province → nation by date', () => {
  test.each([
    ['2019-12-31', 100, 'nation', 'only the nation speaks'],
    ['2020-01-01', 200, 'province', 'the province from its first day'],
    ['2020-12-31', 200, 'province', 'the day before the county'],
    ['2021-01-01', 300, 'county', 'the first day of the county'],
    ['2021-12-31', 300, 'county', 'its last day'],
    ['2022-06-30', 200, 'province', 'a gap falls back to the province'],
    ['2022-12-31', 400, 'county', 'an open value holds until the next begins'],
    ['2023-06-01', 200, 'province', 'repealed here: the province speaks again'],
    ['2024-01-01', 500, 'county', 'a new value'],
  ])('on %s it is %i from the %s: %s', (on, value, packId) => {
    expect(resolveParameter(at(on), 'cap')).toMatchObject({ known: true, value, fromPack: { id: packId } });
  });

  test('the explanation data names clause, level and validity', () => {
    expect(resolveParameter(at('2022-08-01'), 'cap')).toMatchObject({
      from: '2022-07-01',
      to: '2022-12-31',
      fromPack: { level: 'county' },
      clause: { id: 'law.1', instrument: { id: 'law' } },
      sourceClass: 'official',
    });
  });

  test('a day without any value is unknown, never a default', () => {
    expect(resolveParameter(at('2014-04-30'), 'cap')).toMatchObject({ known: false, reason: 'noValueOnDate' });
    expect(resolveParameter(at('2024-01-01'), 'nothing')).toMatchObject({ known: false, reason: 'notDefined' });
  });

  test('a standard by area needs the area', () => {
    const definition = { label: { zh: '标准', en: 'standard' }, unit: 'fen', per: 'month', byArea: true } as const;
    const standard: Parameter = {
      id: 'standard',
      definition: { ...definition, options: null, columns: [], smallest: null, largest: null },
      values: [aValue({ area: 'urban', value: 75_600 }), aValue({ area: 'rural', value: 72_100 })],
    };
    const policy = { chain: [aPack({ parameters: [standard] })], on: '2024-07-01', version: 'v1' };
    expect(resolveParameter(policy, 'standard')).toMatchObject({ known: false, reason: 'areaNeeded' });
    expect(resolveInteger(policy, 'standard', 'rural')).toMatchObject({ value: 72_100, per: 'month' });
  });

  test('a figure read as something else is unknown, not converted', () => {
    expect(resolveFlag(at('2024-01-01'), 'cap')).toMatchObject({ known: false, reason: 'otherUnit' });
    expect(resolveTable(at('2024-01-01'), 'cap')).toMatchObject({ known: false, reason: 'otherUnit' });
    expect(resolveLimit(at('2024-01-01'), 'cap')).toMatchObject({ known: false, reason: 'otherUnit' });
  });
});

describe('which packs speak for a place', () => {
  test.each([
    ['341503100001', 'county'],
    ['341503000000', 'county'],
    ['341502100000', 'province'],
    ['110101000000', 'nation'],
    ['3703Z1000000', 'nation'],
  ])('region %s belongs to %s', (code, packId) => {
    expect(findPolicyForRegion(set, code, '2024-01-01')?.chain[0]?.id).toBe(packId);
  });

  test('nearest first; an unknown pack has none', () => {
    expect(chainOf(set, 'county').map((pack) => pack.id)).toEqual(['county', 'province', 'nation']);
    expect(findPolicy(set, 'elsewhere', '2024-01-01')).toBeUndefined();
  });

  test('a circle of packs ends instead of running for ever', () => {
    const one = aPack({ id: 'one', inherits: 'two' });
    const two = aPack({ id: 'two', inherits: 'one' });
    const packs = new Map<string, Pack>([one, two].map((pack) => [pack.id, pack]));
    expect(chainOf({ packs }, 'one').map((pack) => pack.id)).toEqual(['one', 'two']);
  });
});

test('each parameter has its own values', () => {
  const policy = {
    chain: [aPack({ parameters: [aParameter('first', 'fen', 1), aParameter('cap', 'fen', 2)] })],
    on: '2026-03-01',
  };
  expect(resolveParameter({ ...policy, version: 'v' }, 'cap')).toMatchObject({ value: 2 });
});

test('a longer prefix is nearer, whichever pack comes first', () => {
  const packs = [
    aPack({ id: 'county', regions: ['341503', '3415'] }),
    aPack({ id: 'nation', regions: [''] }),
    aPack({ id: 'province', regions: ['34'] }),
  ];
  const mixed = { version: 'v1', packs: new Map(packs.map((pack) => [pack.id, pack])) };
  const packOf = (region: string) => findPolicyForRegion(mixed, region, '2026-03-01')?.chain[0]?.id;
  expect(['341503100001', '341599', '349999', '99'].map(packOf)).toEqual(['county', 'county', 'province', 'nation']);
});
