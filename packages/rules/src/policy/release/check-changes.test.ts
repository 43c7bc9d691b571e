import { expect, test } from 'vitest';
import {
  aClause,
  anInstrument,
  aPack,
  aParameter,
  aQuestion,
  aRule,
  aValue,
  aVersion,
} from '../../../testing/a-policy.ts';
import type { DatedExpression, DatedValue, Instrument, Pack, Parameter } from '../pack.ts';
import { checkChanges } from './check-changes.ts';
import type { PolicyChange } from './policy-change.ts';

const DAY = '2026-07-01';
const passing = { ...anInstrument, id: 'passing', effectiveTo: '2026-12-31' };
const coming = { ...anInstrument, id: 'coming', effectiveFrom: '2027-01-01' };

function withDefinition(parameter: Parameter, parts: Partial<NonNullable<Parameter['definition']>>): Parameter {
  return { ...parameter, definition: parameter.definition && { ...parameter.definition, ...parts } };
}

const column = { label: { zh: '列', en: 'column' }, nullable: false, options: null, smallest: null, largest: null };
const nation = aPack({
  id: 'cn',
  regions: [''],
  instruments: [anInstrument, passing, coming],
  clauses: [
    aClause,
    { ...aClause, id: 'passing.1', instrument: 'passing' },
    { ...aClause, id: 'coming.1', instrument: 'coming' },
  ],
  parameters: [
    aParameter('standard', 'fen', 75_600),
    {
      ...withDefinition(aParameter('local', 'fen', 1), { byArea: true }),
      values: [aValue({ area: 'urban', value: 1 }), aValue({ area: 'rural', value: 2 })],
    },
    {
      ...withDefinition(aParameter('ladder', 'table', [{ level: 'low', capFen: 1 }]), {
        columns: [
          { ...column, id: 'level', unit: 'text', options: ['low', 'high'] },
          { ...column, id: 'capFen', unit: 'fen' },
        ],
      }),
    },
  ],
  questions: [aQuestion('income', 'fen'), aQuestion('people', 'count')],
  rules: [
    aRule('isPoor', 'flag', 'income < standard'),
    { ...aRule('isOther', 'flag', 'isPoor'), versions: [aVersion({ expression: 'isPoor' })] },
  ],
});
const county = aPack({
  id: 'county',
  level: 'county',
  inherits: 'cn',
  regions: ['341503'],
  instruments: [],
  clauses: [],
  parameters: [
    {
      id: 'standard',
      definition: null,
      values: [aValue({ from: '2026-09-01', to: '2026-09-30', value: 1 }), aValue({ from: '2027-01-01', value: 1 })],
    },
  ],
  rules: [
    {
      id: 'isPoor',
      definition: null,
      versions: [aVersion({ from: '2027-01-01', expression: 'income < 2 * standard' })],
    },
  ],
});
const packs: ReadonlyMap<string, Pack> = new Map([nation, county].map((pack) => [pack.id, pack]));

function newValue(parts: Partial<DatedValue> = {}, packId = 'county', target = 'standard'): PolicyChange {
  return { kind: 'parameterValue', packId, target, value: aValue({ from: DAY, value: 79_400, ...parts }) };
}

function newVersion(parts: Partial<DatedExpression> = {}, packId = 'county', target = 'isPoor'): PolicyChange {
  return {
    kind: 'ruleVersion',
    packId,
    target,
    version: aVersion({ from: DAY, expression: 'income <= standard', ...parts }),
  };
}

function newDocument(parts: Partial<Instrument> = {}, clauseIds = ['notice.1']): PolicyChange {
  const instrument = { ...anInstrument, id: 'notice', ...parts };
  return {
    kind: 'document',
    packId: 'county',
    instrument,
    clauses: clauseIds.map((id) => ({ ...aClause, id, instrument: instrument.id })),
  };
}

function newVector(id: string, packId = 'cn'): PolicyChange {
  const facts = { household: { income: 1 }, members: [{}] };
  const expected = { household: { isPoor: true }, members: [] };
  const title = { zh: '例', en: 'example' };
  return { kind: 'vector', packId, vector: { id, title, on: DAY, like: null, facts, expect: expected, clause: null } };
}

function newPack(packId: string, region = '341502'): PolicyChange {
  const pack = { name: { zh: '某县', en: 'some county' }, level: 'county', inherits: 'cn', regions: [region] } as const;
  return { kind: 'pack', packId, pack };
}

function issuesOf(...changes: readonly PolicyChange[]) {
  return checkChanges(packs, { changes, effectiveOn: DAY });
}

const OVERLAPS = {
  zh: '与本政策包已有的有效期重叠：同一天只能有一个',
  en: 'meets another one of this pack: there may be only one on a day',
};
const NO_DAY = { zh: '日历上没有这一天', en: 'there is no such day in the calendar' };
const ENDED = {
  zh: '所依据的文件于 2026-12-31 失效，请填写终止日',
  en: 'the document it rests on ended on 2026-12-31: state a last day',
};
const NO_PACK = { zh: '没有这个政策包', en: 'there is no such pack' };
const THERE = { zh: '已有同一编号的文件或条款', en: 'a document or clause of this id is there already' };
const NO_CLAUSE = { zh: '没有这一条款，请先增加政策文件', en: 'there is no such clause: add its document first' };

test.each<[string, PolicyChange, string, { zh: string; en: string }]>([
  ['a value of a pack nobody has', newValue({}, 'nowhere'), 'target', NO_PACK],
  ['a worked example of a pack nobody has', newVector('v', 'nowhere'), 'target', NO_PACK],
  [
    'a pack where there is one',
    newPack('county'),
    'target',
    { zh: '这个地方已有政策包', en: 'this place has a pack already' },
  ],
  [
    'a document without its day',
    newDocument({ effectiveFrom: '' }),
    'document',
    { zh: '请填写文件的施行日期', en: 'state the day the document takes effect' },
  ],
  ['a document that the nation has', newDocument({ id: 'law' }), 'document', THERE],
  ['a document with a clause that the nation has', newDocument({}, ['notice.1', 'law.1']), 'document', THERE],
  ['a document with a clause twice', newDocument({}, ['notice.1', 'notice.1']), 'document', THERE],
  [
    'a parameter nobody defined',
    newValue({}, 'cn', 'nothing'),
    'target',
    { zh: '没有这项参数', en: 'there is no such parameter' },
  ],
  [
    'no area where there is one',
    newValue({}, 'cn', 'local'),
    'area',
    { zh: '这项标准分城镇和农村，请选择', en: 'this standard differs between town and village: choose one' },
  ],
  [
    'an area where there is none',
    newValue({ area: 'rural' }),
    'area',
    { zh: '这项参数不分城乡', en: 'this parameter does not differ between town and village' },
  ],
  ['a first day that is none', newValue({ from: '2026-07-32' }), 'from', NO_DAY],
  ['a last day that is none', newValue({ to: '2026-08-32' }), 'to', NO_DAY],
  [
    'a last day before the first',
    newValue({ to: '2026-06-30' }),
    'to',
    { zh: '终止日不能早于起始日', en: 'the last day may not lie before the first' },
  ],
  [
    'a day before the release',
    newValue({ from: '2026-06-30' }),
    'from',
    { zh: '不能早于本次发布的生效日 2026-07-01', en: 'may not begin before the release takes effect on 2026-07-01' },
  ],
  ['a value on the first day of another', newValue({ from: '2027-01-01' }), 'from', OVERLAPS],
  ['a value that ends when another begins', newValue({ to: '2026-09-01' }), 'from', OVERLAPS],
  ['a value that begins when another ends', newValue({ from: '2026-09-30', to: '2026-10-31' }), 'from', OVERLAPS],
  ['a version on the first day of another', newVersion({ from: '2027-01-01' }), 'from', OVERLAPS],
  [
    'a rule nobody defined',
    newVersion({}, 'cn', 'standard'),
    'target',
    { zh: '没有这条规则', en: 'there is no such rule' },
  ],
  ['a clause nobody wrote', newValue({ clause: 'law.2' }), 'clause', NO_CLAUSE],
  ['a version with a clause nobody wrote', newVersion({ clause: 'law.2' }), 'clause', NO_CLAUSE],
  [
    'a document that is not in force yet',
    newValue({ from: '2026-12-31', to: '2026-12-31', clause: 'coming.1' }),
    'clause',
    { zh: '所依据的文件自 2027-01-01 起施行', en: 'the document it rests on is in force from 2027-01-01' },
  ],
  ['a document that ends before the value', newValue({ clause: 'passing.1', to: null }, 'cn'), 'clause', ENDED],
  [
    'a document that ends the day before the value',
    newValue({ from: '2026-10-01', to: '2027-01-01', clause: 'passing.1' }, 'cn'),
    'clause',
    ENDED,
  ],
  [
    'half a fen',
    newValue({ value: 0.5 }),
    'value',
    { zh: '应为 0 至 100,000,000 元，最多两位小数', en: 'must be 0 to 100,000,000 yuan with at most two decimals' },
  ],
  [
    'a table that is none',
    newValue({ value: 1 }, 'county', 'ladder'),
    'value',
    { zh: '应为一张表，每行填满各列', en: 'must be a table with every column filled' },
  ],
])('%s is refused at its field, in both languages', (_, change, field, words) => {
  expect(issuesOf(newVector('first'), change)).toEqual([
    { change: 1, field, path: [], line: null, column: null, ...words },
  ]);
});

test.each<[string, readonly PolicyChange[]]>([
  ['nothing', []],
  ['a value of one day', [newValue({ to: DAY })]],
  ['a value that ends the day before the next', [newValue({ from: '2026-10-01', to: '2026-12-31' })]],
  ['an open value before others', [newValue()]],
  ['a repeal', [newValue({ value: null })]],
  [
    'town and village on one day',
    [newValue({ area: 'urban' }, 'cn', 'local'), newValue({ area: 'rural' }, 'cn', 'local')],
  ],
  ['the same day in two packs', [newValue({}, 'cn'), newValue()]],
  ['two parameters on one day', [newValue({}, 'cn'), newValue({ value: [] }, 'cn', 'ladder')]],
  ['two days of one parameter', [newValue(), newValue({ from: '2026-08-01' })]],
  ['a version that follows the nation’s', [newVersion()]],
  [
    'two rules on one day',
    [newVersion({}, 'cn'), newVersion({ expression: 'income < 3 * standard' }, 'cn', 'isOther')],
  ],
  ['two versions of one rule', [newVersion(), newVersion({ from: '2026-08-01' })]],
  [
    'a value that ends with its document',
    [newValue({ from: '2026-10-01', to: '2026-12-31', clause: 'passing.1' }, 'cn')],
  ],
  ['a value that the next one ends with its document', [newValue({ from: '2026-10-01', clause: 'passing.1' })]],
  ['a value from the first day of its document', [newValue({ from: '2027-01-01', clause: 'coming.1' }, 'cn')]],
  ['a document with two articles', [newDocument({}, ['notice.1', 'notice.2'])]],
  ['two documents', [newDocument(), newDocument({ id: 'other' }, ['other.1'])]],
  ['two worked examples', [newVector('one'), newVector('two')]],
  ['the same worked example of two places', [newVector('one'), newVector('one', 'county')]],
  ['a pack with its first value', [newValue({}, 'town'), newPack('town')]],
  ['two packs', [newPack('town'), newPack('city', '341504')]],
])('%s may be published', (_, changes) => {
  expect(issuesOf(...changes)).toEqual([]);
});

test.each<[string, PolicyChange, string]>([
  ['worked example', newVector('one'), 'target'],
  ['pack', newPack('town'), 'from'],
])('the same %s twice is refused the second time', (_, change, field) => {
  const words = { zh: '本次发布已有一项相同的改动', en: 'this release changes the same already' };
  expect(issuesOf(change, change)).toEqual([{ change: 1, field, path: [], line: null, column: null, ...words }]);
});

test('a cell is refused at its row and column, in the words of the column', () => {
  const cellOf = (row: Readonly<Record<string, string | number>>) =>
    issuesOf(newValue({ value: [{ level: 'low', capFen: 1 }, row] }, 'county', 'ladder')).map(({ path, en }) => [
      path,
      en,
    ]);
  expect(cellOf({ level: 'middle', capFen: 1 })).toEqual([[[1, 'level'], 'must be one of low, high']]);
  expect(cellOf({ level: 'high', capFen: -1 })).toEqual([
    [[1, 'capFen'], 'must be 0 to 100,000,000 yuan with at most two decimals'],
  ]);
  expect(cellOf({ level: 'high', capFen: 1, more: 1 })).toEqual([
    [[1, 'more'], 'must be a table with every column filled'],
  ]);
});

test('days, clause and value of one change are refused together', () => {
  const wrong = newValue({ from: '2026-06-30', clause: 'law.2', value: -1 });
  expect(issuesOf(wrong).map(({ field }) => field)).toEqual(['from', 'clause', 'value']);
});

test('what no single change shows is refused in the words of the packs', () => {
  expect(issuesOf(newPack('town', '341503'))).toMatchObject([
    {
      change: null,
      field: null,
      zh: expect.stringMatching(/^整套政策检查未通过（(town|county)\/pack）：区划 341503 已属于政策包 /),
      en: expect.stringMatching(/^the whole set does not pass \((town|county)\/pack\): .+341503/),
    },
  ]);
});

test('a parameter the platform needs and the release leaves without a value is refused', () => {
  const needed = [{ id: 'another', unit: 'fen' }] as const;
  const [issue] = checkChanges(packs, { changes: [newValue()], effectiveOn: DAY, needed });
  expect(issue?.en).toContain('another');
});

test('a rule is refused at the version that made it wrong, once for all places', () => {
  const wrong = newVersion({ expression: 'income <\n  people' }, 'cn');
  const sound = newVersion({ from: '2026-08-01' }, 'cn');
  const other = newVersion({ expression: 'isPoor' }, 'cn', 'isOther');
  const local = newVersion({}, 'county');
  expect(issuesOf(newValue(), other, sound, local, wrong)).toMatchObject([
    { change: 4, field: 'expression', path: [], en: 'Different units do not go together: fen and number.' },
  ]);
  expect(
    issuesOf(newVersion({ expression: 'income < peopel' }), newVersion({ from: '2026-08-01' }, 'cn')),
  ).toMatchObject([{ change: 0, field: 'expression', line: 1, column: 10, en: expect.not.stringContaining('isPoor') }]);
});

test('the same mistake in two versions is told of both', () => {
  const issues = issuesOf(
    newVersion({ expression: 'incom < standard' }),
    newVersion({ from: '2026-08-01', expression: 'incom < standard' }),
  );
  expect(issues.map(({ change }) => change)).toEqual([0, 1]);
});

test('a rule that goes wrong by the change of another is told by its name', () => {
  const before = new Map([
    ...packs,
    ['cn', { ...nation, rules: [...nation.rules, aRule('isThird', 'flag', 'nobody')] }] as const,
  ]);
  const issues = checkChanges(before, { changes: [newValue()], effectiveOn: DAY });
  expect(issues).toMatchObject([
    {
      change: null,
      field: null,
      path: [],
      zh: expect.stringMatching(/^isThird：/),
      en: expect.stringMatching(/^isThird: /),
    },
  ]);
});

test('a circle is told of the change that closes it', () => {
  const issues = issuesOf(newValue(), newVersion({ expression: 'isOther' }, 'cn'));
  expect(issues.map(({ change, field, en }) => [change, field, en])).toEqual([
    [1, 'expression', 'The rules depend on each other in a circle: isPoor → isOther → isPoor.'],
  ]);
});

test('a value or version is held against those of its own name only', () => {
  const meeting = [newValue({ from: '2027-01-01' }), newVersion({ from: '2027-01-01' })];
  const others = [
    newValue({ value: [] }, 'county', 'ladder'),
    newVersion({ expression: 'isPoor' }, 'county', 'isOther'),
  ];
  expect(issuesOf(...others, ...meeting)).toMatchObject([
    { change: 2, ...OVERLAPS },
    { change: 3, ...OVERLAPS },
  ]);
});
