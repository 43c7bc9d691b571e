import { describe, expect, test } from 'vitest';
import { issuesOf } from '../../testing/a-pack-issue.ts';
import { anInstrument, aPack, aParameter, aValue } from '../../testing/a-policy.ts';
import type { Parameter, ParameterDefinition } from './pack.ts';
import type { ParameterValue, Unit } from './unit.ts';

const cap = aParameter('cap', 'fen', 100);
const valued = (...values: readonly Parameter['values'][number][]): Parameter => ({ ...cap, values });
const nation = (...parameters: readonly Parameter[]) => aPack({ parameters });

describe('mistakes in dated values', () => {
  test.each([
    ['the same first day twice', [aValue({ value: 1 }), aValue({ value: 2 })], '0.from: cap: two values on 2014-05-01'],
    [
      'an end that runs into the next value',
      [aValue({ to: '2020-01-01', value: 1 }), aValue({ from: '2020-01-01', value: 2 })],
      '0.from: cap: two values on 2020-01-01',
    ],
    [
      'an end before the beginning',
      [aValue({ to: '2014-04-30', value: 1 })],
      '0.from: cap: ends on 2014-04-30, before it begins on 2014-05-01',
    ],
    [
      'a first day that does not exist',
      [aValue({ from: '2023-02-29', value: 1 })],
      '0.from: cap: 2023-02-29 is no day of the calendar',
    ],
    [
      'a last day that does not exist',
      [aValue({ to: '2023-02-29', value: 1 })],
      '0.from: cap: 2023-02-29 is no day of the calendar',
    ],
    [
      'a clause that does not exist',
      [aValue({ value: 1 }), aValue({ from: '2020-01-01', value: 1, clause: 'law.9' })],
      '1.clause: cap: there is no clause law.9: misspelt, or not yet in clauses',
    ],
    [
      'a value older than its instrument',
      [aValue({ from: '2013-12-31', value: 1 })],
      '0.clause: cap: is valid before its instrument took effect on 2014-01-01',
    ],
    ['an area nobody asked for', [aValue({ area: 'urban', value: 1 })], '0.area: cap: takes no area'],
    ['yuan with a point', [aValue({ value: 1000.5 })], '0.value: cap: fen must be a whole number from 0, not 1000.5'],
    ['a figure as text', [aValue({ value: '1000' })], '0.value: cap: fen must be a whole number from 0, not "1000"'],
    ['less than nothing', [aValue({ value: -1 })], '0.value: cap: fen must be a whole number from 0, not -1'],
    [
      'more than a hundred million yuan',
      [aValue({ value: 10_000_000_001 })],
      '0.value: cap: fen must be at most 10000000000, not 10000000001',
    ],
  ])('%s', (_, values, issue) => {
    expect(issuesOf(nation(valued(...values)))).toContain(`nation parameters 0.values.${issue}`);
  });

  test('nothing, a hundred million yuan, and the first day of the instrument are no mistakes', () => {
    const ends = [aValue({ from: '2014-01-01', value: 0 }), aValue({ value: 10_000_000_000 })];
    expect(issuesOf(nation(valued(...ends)))).toEqual([]);
  });

  test('a parameter may say itself what its values reach', () => {
    const definition = cap.definition && { ...cap.definition, smallest: -5, largest: 20_000_000_000 };
    const wide = (value: number) => issuesOf(nation({ ...cap, definition, values: [aValue({ value })] }));
    expect([wide(-5), wide(20_000_000_000)]).toEqual([[], []]);
    expect(wide(-6)).toEqual(['nation parameters 0.values.0.value: cap: fen must be a whole number from -5, not -6']);
    expect(wide(20_000_000_001)).toEqual([
      'nation parameters 0.values.0.value: cap: fen must be at most 20000000000, not 20000000001',
    ]);
  });

  test('a figure that is repealed has no value to be wrong', () => {
    expect(issuesOf(nation(valued(aValue({ value: 1 }), aValue({ from: '2020-01-01', value: null }))))).toEqual([]);
  });

  test('an open value followed by a later one is no overlap: the older ends the day before', () => {
    expect(issuesOf(nation(valued(aValue({ value: 1 }), aValue({ from: '2020-01-01', value: 2 }))))).toEqual([]);
  });

  test('a value may not outlive its instrument', () => {
    const ended = { ...anInstrument, effectiveTo: '2022-07-28' };
    const pack = (to: string | null) => aPack({ instruments: [ended], parameters: [valued(aValue({ to, value: 1 }))] });
    const outlived = 'nation parameters 0.values.0.clause: cap: outlives its instrument, which ended on 2022-07-28';
    expect(issuesOf(pack(null))).toEqual([outlived]);
    expect(issuesOf(pack('2022-07-29'))).toEqual([outlived]);
    expect(issuesOf(pack('2022-07-28'))).toEqual([]);
  });

  test('town and village follow each other apart: the next value of the town ends none of the village', () => {
    const ended = { ...anInstrument, effectiveTo: '2022-07-28' };
    const definition = cap.definition && { ...cap.definition, byArea: true };
    const town = [
      aValue({ area: 'urban', value: 1 }),
      aValue({ area: 'urban', from: '2020-01-01', to: '2022-07-28', value: 2 }),
    ];
    const standard = (...values: Parameter['values']) => {
      return issuesOf(aPack({ instruments: [ended], parameters: [{ ...cap, definition, values }] }));
    };
    expect(standard(...town, aValue({ area: 'rural', to: '2021-12-31', value: 1 }))).toEqual([]);
    expect(standard(...town, aValue({ area: 'rural', value: 1 }))).toEqual([
      'nation parameters 0.values.2.clause: cap: outlives its instrument, which ended on 2022-07-28',
    ]);
    expect(standard(aValue({ value: 1 }))).toEqual(['nation parameters 0.values.0.area: cap: needs an area']);
  });
});

const FREE = { smallest: null, largest: null };

describe('values by unit', () => {
  const definition: ParameterDefinition = {
    label: { zh: '表', en: 'table' },
    unit: 'table',
    per: null,
    byArea: false,
    options: null,
    ...FREE,
    columns: [
      {
        id: 'level',
        label: { zh: '级', en: 'level' },
        unit: 'text',
        nullable: false,
        options: ['village', 'county'],
        ...FREE,
      },
      { id: 'capFen', label: { zh: '顶', en: 'cap' }, unit: 'fen', nullable: true, options: null, ...FREE },
    ],
  };
  const sound = { level: 'village', capFen: 1 };
  const table = (value: ParameterValue): Parameter => ({ id: 'table', definition, values: [aValue({ value })] });

  test.each<[string, unknown, string]>([
    ['a column too many', [sound, { ...sound, cap: 2 }], '.1.cap: table: column cap is not defined'],
    ['a column missing', [{ level: 'village' }], '.0.capFen: table: column capFen is missing'],
    ['a level that is none', [{ ...sound, level: 'town' }], '.0.level: table: "town" is none of village, county'],
    ['null where it may not be', [{ ...sound, level: null }], '.0.level: table: column level must not be null'],
    ['no table', 'village', ': table: a table is a list of rows'],
    ['a word for a row', ['village'], '.0: table: a row is a set of columns'],
    ['nothing for a row', [null], '.0: table: a row is a set of columns'],
    ['a list for a row', [['village']], '.0: table: a row is a set of columns'],
  ])('%s', (_, value, issue) => {
    // What stands in a file can be anything.
    const given = table(value as ParameterValue);
    expect(issuesOf(nation(given))).toEqual([`nation parameters 0.values.0.value${issue}`]);
  });

  test('null in a column that allows it means no limit', () => {
    expect(issuesOf(nation(table([{ level: 'county', capFen: null }])))).toEqual([]);
  });

  const fitting: [Unit, ParameterValue][] = [
    ['limit', '10 workingDays'],
    ['date', '2026-02-28'],
    ['flag', true],
    ['flag', false],
    ['list', ['12349', '119']],
    ['text', ''],
  ];
  test.each(fitting)('a %s of %j fits', (unit, value) => {
    expect(issuesOf(nation(aParameter('one', unit, value)))).toEqual([]);
  });

  test.each<[Unit, unknown, string]>([
    ['limit', '10 days', 'limit must read like "10 workingDays", not "10 days"'],
    ['date', '2026-02-29', '"2026-02-29" is no day of the calendar'],
    ['date', 20260228, 'date must be text, not 20260228'],
    ['flag', 'yes', 'flag must be true or false, not "yes"'],
    ['list', '12349', 'list expected, not "12349"'],
    ['list', ['12349', 119], 'a list holds text, not 119'],
    ['list', [undefined], 'a list holds text, not nothing'],
    ['text', 'x'.repeat(5_000), `"${'x'.repeat(79)} is none of short`],
    ['list', ['short', 'long'], '"long" is none of short'],
  ])('a %s of %j does not', (unit, value, reason) => {
    const one = aParameter('one', unit, value as ParameterValue);
    const options = reason.endsWith('of short') ? ['short'] : null;
    const given = { ...one, definition: one.definition && { ...one.definition, options } };
    expect(issuesOf(nation(given))).toEqual([`nation parameters 0.values.0.value: one: ${reason}`]);
  });
});
