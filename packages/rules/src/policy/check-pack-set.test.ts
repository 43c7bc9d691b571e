import { describe, expect, test } from 'vitest';
import { aClause, anInstrument, aPack, aParameter, aProgramme, aQuestion, aValue } from '../../testing/a-policy.ts';
import { checkPackSet } from './check-pack-set.ts';
import type { Pack, Parameter, ParameterDefinition } from './pack.ts';
import type { ParameterValue } from './unit.ts';

function reasonsOf(...packs: readonly Pack[]): readonly string[] {
  return checkPackSet(new Map(packs.map((pack) => [pack.id, pack]))).map((issue) => issue.reason);
}

const cap = aParameter('cap', 'fen', 100);
const valued = (...values: readonly Parameter['values'][number][]): Parameter => ({ ...cap, values });
const nation = (...parameters: readonly Parameter[]) => aPack({ parameters });

describe('mistakes between packs', () => {
  test('a sound set has none', () => {
    expect(reasonsOf(nation(cap))).toEqual([]);
  });

  test('an unknown parent and a circle', () => {
    expect(reasonsOf(aPack({ inherits: 'nowhere' }))).toEqual(['there is no pack nowhere']);
    const circle = reasonsOf(aPack({ id: 'one', inherits: 'two' }), aPack({ id: 'two', inherits: 'one' }));
    expect(circle).toContain('the inheritance goes round in a circle');
  });

  test('a region in two packs', () => {
    const packs = [aPack({ id: 'one', regions: ['34'] }), aPack({ id: 'two', regions: ['34'] })] as const;
    expect(reasonsOf(...packs)).toEqual(['region 34 already belongs to pack one']);
  });

  test('a parameter the code needs must be defined at the top', () => {
    const packs = new Map([['nation', nation(cap)]]);
    const issues = checkPackSet(packs, [
      { id: 'other', unit: 'fen' },
      { id: 'cap', unit: 'flag' },
      { id: 'cap', unit: 'fen' },
    ]);
    expect(issues.map((issue) => issue.reason)).toEqual([
      'the rules need other with a definition',
      'the rules need cap with unit flag and columns ',
    ]);
  });

  test('a county may not define anew what the nation defined, nor give values to nothing', () => {
    const county = aPack({
      id: 'county',
      inherits: 'nation',
      parameters: [cap, { ...cap, id: 'cup', definition: null }],
    });
    expect(reasonsOf(nation(cap), county)).toEqual([
      'cap: is also defined in nation',
      'cup: is defined nowhere in this chain of packs',
    ]);
  });
});

describe('references inside a pack', () => {
  const duty = {
    duty: 'lead',
    department: 'civil-affairs',
    alongside: [],
    name: { zh: '民政', en: 'civil affairs' },
    clause: 'law.1',
  };
  const step = {
    id: 'pay',
    label: { zh: '发放', en: 'pay' },
    actor: 'clerk',
    limit: null,
    clause: 'law.1',
    skippableWhen: null,
  };
  const procedure = { id: 'relief', name: { zh: '救助', en: 'relief' }, steps: [step] };
  const programme = aProgramme({ procedure: 'relief' });
  const paper = { id: 'paper', label: duty.name, provider: 'applicant', when: null, clause: 'law.1' } as const;
  const whole = { departments: [duty], procedures: [procedure], programmes: [programme] } as const;

  test('a sound pack has none; what the nation says counts for the county', () => {
    expect(reasonsOf(aPack(whole))).toEqual([]);
    const county = aPack({ id: 'county', inherits: 'nation', instruments: [], clauses: [], programmes: [programme] });
    expect(reasonsOf(aPack({ ...whole, programmes: [] }), county)).toEqual([]);
    const second = aPack({
      ...whole,
      departments: [duty, { ...duty, duty: 'other' }],
      procedures: [procedure, { ...procedure, id: 'other' }],
    });
    expect(reasonsOf(second)).toEqual([]);
  });

  test.each<[Partial<Pack>, string]>([
    [{ departments: [] }, 'urgent: nobody bears the duty lead'],
    [{ procedures: [] }, 'urgent: there is no procedure relief'],
    [{ programmes: [{ ...programme, clauses: ['law.1', 'law.2'] }] }, 'urgent: there is no clause law.2'],
    [{ programmes: [programme, programme] }, 'urgent stands twice'],
    [{ programmes: [{ ...programme, excludes: ['dibao'] }] }, 'urgent: there is no programme dibao'],
    [{ programmes: [{ ...programme, reviewEvery: 'cap' }], parameters: [cap] }, 'urgent: cap is no time limit'],
    [
      { programmes: [{ ...programme, decider: { duty: 'lead', level: 'county', delegatedWhen: 'cap' } }] },
      'urgent: cap is no flag',
    ],
    [
      {
        programmes: [{ ...programme, documents: [{ ...paper, when: 'income' }] }],
        questions: [aQuestion('income', 'fen')],
      },
      'urgent: income is no fact or rule that is yes or no',
    ],
    [
      { programmes: [{ ...programme, documents: [{ ...paper, clause: 'law.2' }] }] },
      'urgent: there is no clause law.2',
    ],
    [{ questions: [aQuestion('income', 'fen'), aQuestion('income', 'fen')] }, 'income stands twice'],
    [{ procedures: [procedure, procedure] }, 'relief stands twice'],
    [{ departments: [duty, duty] }, 'duty lead stands twice'],
    [{ departments: [{ ...duty, clause: 'law.2' }] }, 'there is no clause law.2'],
    [{ clauses: [aClause, aClause] }, 'law.1 stands twice'],
    [{ procedures: [{ ...procedure, steps: [{ ...step, clause: 'law.2' }] }] }, 'pay: there is no clause law.2'],
    [
      {
        procedures: [{ ...procedure, steps: [{ ...step, limit: { parameter: 'cap', startsAt: 'payment' } }] }],
        parameters: [cap],
      },
      'pay: cap is no time limit',
    ],
    [
      {
        procedures: [
          { ...procedure, steps: [{ ...step, skippableWhen: { kind: 'parameter', id: 'cap', label: duty.name } }] },
        ],
        parameters: [cap],
      },
      'pay: cap is no flag',
    ],
  ])('a mistake %#', (parts, reason) => {
    expect(reasonsOf(aPack({ ...whole, ...parts }))).toEqual([reason]);
  });

  test('a programme without a procedure of its own is no mistake', () => {
    expect(reasonsOf(aPack({ ...whole, procedures: [], programmes: [{ ...programme, procedure: null }] }))).toEqual([]);
  });
});

describe('mistakes in dated values', () => {
  test.each([
    ['the same first day twice', [aValue({ value: 1 }), aValue({ value: 2 })], 'cap: two values on 2014-05-01'],
    [
      'an end that runs into the next value',
      [aValue({ to: '2020-01-01', value: 1 }), aValue({ from: '2020-01-01', value: 2 })],
      'cap: two values on 2020-01-01',
    ],
    [
      'an end before the beginning',
      [aValue({ to: '2014-04-30', value: 1 })],
      'cap: ends on 2014-04-30, before it begins on 2014-05-01',
    ],
    [
      'a day that does not exist',
      [aValue({ from: '2023-02-29', value: 1 })],
      'cap: 2023-02-29 is no day of the calendar',
    ],
    ['a clause that does not exist', [aValue({ value: 1, clause: 'law.9' })], 'cap: there is no clause law.9'],
    [
      'a value older than its instrument',
      [aValue({ from: '2013-12-31', value: 1 })],
      'cap: is valid before its instrument took effect on 2014-01-01',
    ],
    ['an area nobody asked for', [aValue({ area: 'urban', value: 1 })], 'cap: takes no area'],
    ['yuan with a point', [aValue({ value: 1000.5 })], 'cap: fen must be a whole number from 0, not 1000.5'],
    ['a figure as text', [aValue({ value: '1000' })], 'cap: fen must be a whole number from 0, not "1000"'],
  ])('%s', (_, values, reason) => {
    expect(reasonsOf(nation(valued(...values)))).toContain(reason);
  });

  test('an open value followed by a later one is no overlap: the older ends the day before', () => {
    expect(reasonsOf(nation(valued(aValue({ value: 1 }), aValue({ from: '2020-01-01', value: 2 }))))).toEqual([]);
  });

  test('a value may not outlive its instrument', () => {
    const ended = { ...anInstrument, effectiveTo: '2022-07-28' };
    const pack = (to: string | null) => aPack({ instruments: [ended], parameters: [valued(aValue({ to, value: 1 }))] });
    expect(reasonsOf(pack(null))).toEqual(['cap: outlives its instrument, which ended on 2022-07-28']);
    expect(reasonsOf(pack('2022-07-28'))).toEqual([]);
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
  const table = (value: ParameterValue): Parameter => ({ id: 'table', definition, values: [aValue({ value })] });

  test.each<[string, ParameterValue, string]>([
    ['a column too many', [{ level: 'village', capFen: 1, cap: 2 }], 'table: column cap is not defined'],
    ['a column missing', [{ level: 'village' }], 'table: column capFen is missing'],
    ['a level that is none', [{ level: 'town', capFen: 1 }], 'table: "town" is none of village, county'],
    ['null where it may not be', [{ level: null, capFen: 1 }], 'table: column level must not be null'],
    ['no table', 'village', 'table: a table is a list of rows'],
  ])('%s', (_, value, reason) => {
    expect(reasonsOf(nation(table(value)))).toEqual([reason]);
  });

  test('null in a column that allows it means no limit', () => {
    expect(reasonsOf(nation(table([{ level: 'county', capFen: null }])))).toEqual([]);
  });

  test.each<['limit' | 'date' | 'flag' | 'list', ParameterValue, boolean]>([
    ['limit', '10 workingDays', true],
    ['limit', '10 days', false],
    ['date', '2026-02-28', true],
    ['date', '2026-02-29', false],
    ['flag', true, true],
    ['flag', 'yes', false],
    ['list', ['12349'], true],
    ['list', '12349', false],
  ])('a %s of %j fits: %s', (unit, value, fits) => {
    expect(reasonsOf(nation(aParameter('one', unit, value))).length === 0).toBe(fits);
  });
});
