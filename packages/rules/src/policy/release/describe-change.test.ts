import { describe, expect, test } from 'vitest';
import { aClause, anInstrument, aPack, aParameter, aRule, aValue, aVersion } from '../../../testing/a-policy.ts';
import type { DatedExpression, DatedValue, Pack, Parameter, ParameterDefinition } from '../pack.ts';
import type { ParameterValue, Unit } from '../unit.ts';
import { describeChange } from './describe-change.ts';
import type { PolicyChange } from './policy-change.ts';
import { tableDifference } from './table-difference.ts';

const DAY = '2026-07-01';

function defined(
  id: string,
  unit: Unit,
  value: ParameterValue | null,
  parts: Partial<ParameterDefinition> = {},
): Parameter {
  const { definition, values } = aParameter(id, unit, value);
  return { id, values, definition: definition && { ...definition, label: { zh: `${id}数`, en: id }, ...parts } };
}

const column = { nullable: true, options: null, smallest: null, largest: null };
const TOLD = { zh: '要帮', en: 'help' };
const nation = aPack({
  id: 'cn',
  parameters: [
    defined('standard', 'fen', 75_600, { per: 'month' }),
    defined('share', 'basisPoints', 3_000),
    defined('years', 'count', 3, { per: 'year' }),
    defined('nought', 'fen', 0),
    defined('debt', 'fen', -200, { smallest: -1_000 }),
    { ...defined('unset', 'flag', null), values: [] },
    { ...defined('ending', 'flag', null), values: [aValue({ value: true, to: '2026-06-30' })] },
    defined('causes', 'list', ['fire'], { labels: { fire: { zh: '火灾', en: 'a fire' } } }),
    defined('way', 'text', 'fire', { labels: { fire: { zh: '火灾', en: 'a fire' } } }),
    defined('elder', 'years', 60, { label: { zh: '老年年龄', en: 'age of the old' } }),
    defined('limit', 'limit', '10 workingDays'),
    {
      ...defined('local', 'fen', null, { byArea: true }),
      values: [aValue({ area: 'urban', value: 100 }), aValue({ area: 'rural', value: 50 })],
    },
    defined(
      'ladder',
      'table',
      [
        { level: 'low', cap: 100 },
        { level: 'high', cap: null },
      ],
      {
        columns: [
          { ...column, id: 'level', label: { zh: '档', en: 'level' }, unit: 'text' },
          { ...column, id: 'cap', label: { zh: '封顶', en: 'cap' }, unit: 'fen' },
        ],
      },
    ),
  ],
  rules: [
    { ...aRule('isTold', 'flag', 'a'), versions: [aVersion({ expression: 'a', sentence: TOLD })] },
    aRule('isPoor', 'flag', 'a', { label: { zh: '困难', en: 'is poor' } }),
    { ...aRule('isNew', 'flag', 'a', { label: { zh: '新', en: 'is new' } }), versions: [] },
    {
      ...aRule('isOver', 'flag', 'a', { label: { zh: '旧', en: 'is over' } }),
      versions: [aVersion({ from: '2020-01-01', to: '2026-06-29', expression: 'old' })],
    },
    {
      ...aRule('isEnding', 'flag', 'a', { label: { zh: '止', en: 'ends' } }),
      versions: [
        aVersion({ from: '2020-01-01', to: '2026-06-30', expression: 'last' }),
        aVersion({ from: '2026-07-01', expression: 'too late' }),
      ],
    },
    {
      ...aRule('isComing', 'flag', 'a', { label: { zh: '后', en: 'is coming' } }),
      versions: [aVersion({ from: '2027-01-01', expression: 'later' })],
    },
    {
      ...aRule('isYoung', 'flag', 'a', { label: { zh: '初', en: 'is young' } }),
      versions: [aVersion({ from: '2026-06-30', expression: 'first' })],
    },
  ],
});
const county = aPack({ id: 'county', level: 'county', inherits: 'cn', instruments: [], clauses: [] });
const packs: ReadonlyMap<string, Pack> = new Map([nation, county].map((pack) => [pack.id, pack]));

function newValue(target: string, value: ParameterValue | null, parts: Partial<DatedValue> = {}): PolicyChange {
  return { kind: 'parameterValue', packId: 'county', target, value: aValue({ from: DAY, value, ...parts }) };
}

function newVersion(target: string, expression: string | null, parts: Partial<DatedExpression> = {}): PolicyChange {
  return {
    kind: 'ruleVersion',
    packId: 'county',
    target,
    version: aVersion({ from: DAY, expression, ...parts }),
  };
}

const notice: PolicyChange = {
  kind: 'document',
  packId: 'county',
  instrument: { ...anInstrument, id: 'notice', title: { zh: '通知', en: 'notice' }, effectiveFrom: DAY },
  clauses: [{ ...aClause, id: 'notice.1', instrument: 'notice' }],
};
const newPack: PolicyChange = {
  kind: 'pack',
  packId: 'town',
  pack: { name: { zh: '某县', en: 'some county' }, level: 'county', inherits: 'cn', regions: ['341502'] },
};

const LAW = { zh: '，2026年7月1日起，依据《测试规定》第一条', en: ' from 2026-07-01 under “test rule”, Article 1' };

test.each<[string, PolicyChange, string, string]>([
  [
    'a figure without “a month”: the label says it',
    newValue('standard', 79_400),
    'standard数从756元提高到794元（+5.0%）',
    'standard rises from 756 yuan to 794 yuan (+5.0%)',
  ],
  [
    'a lower figure',
    newValue('share', 2_000),
    'share数从30%降低到20%（-33.3%）',
    'share falls from 30% to 20% (-33.3%)',
  ],
  [
    'a number that is no money, with what it is per',
    newValue('years', 4),
    'years数从3（每年）提高到4（每年）（+33.3%）',
    'years rises from 3 a year to 4 a year (+33.3%)',
  ],
  ['a figure from nought', newValue('nought', 100), 'nought数从0元提高到1元', 'nought rises from 0 yuan to 1 yuan'],
  [
    'a figure below nought',
    newValue('debt', -100),
    'debt数从-2元提高到-1元（+50.0%）',
    'debt rises from -2 yuan to -1 yuan (+50.0%)',
  ],
  [
    'the same figure again',
    newValue('standard', 75_600),
    'standard数由756元改为756元',
    'standard changes from 756 yuan to 756 yuan',
  ],
  ['the first value', newValue('unset', true), 'unset数设为是', 'unset is set to yes'],
  [
    'a time limit',
    newValue('limit', '5 workingDays'),
    'limit数由10个工作日改为5个工作日',
    'limit changes from 10 working days to 5 working days',
  ],
  [
    'a repeal',
    newValue('standard', null),
    'standard数停用本地规定，改按上级规定（756元）',
    'standard is repealed here: the pack above speaks again (756 yuan)',
  ],
  [
    'town',
    newValue('local', 200, { area: 'urban' }),
    'local数（城镇）从1元提高到2元（+100.0%）',
    'local (urban) rises from 1 yuan to 2 yuan (+100.0%)',
  ],
  [
    'village',
    newValue('local', 25, { area: 'rural' }),
    'local数（农村）从0.50元降低到0.25元（-50.0%）',
    'local (rural) falls from 0.50 yuan to 0.25 yuan (-50.0%)',
  ],
  ['an area that is still to be chosen', newValue('local', 25), 'local数设为0.25元', 'local is set to 0.25 yuan'],
  [
    'an area where there is none',
    newValue('nought', 100, { area: 'urban' }),
    'nought数从0元提高到1元',
    'nought rises from 0 yuan to 1 yuan',
  ],
  ['a table', newValue('ladder', []), 'ladder数调整为新表', 'ladder gets a new table'],
  ['a rule', newVersion('isPoor', 'b'), '规则“困难”改写', 'the rule “is poor” is rewritten'],
  ['the first version of a rule', newVersion('isNew', 'b'), '新定规则“新”', 'the rule “is new” is set'],
  ['a rule that ended two days before', newVersion('isOver', 'b'), '新定规则“旧”', 'the rule “is over” is set'],
  ['a rule that ended the day before', newVersion('isEnding', 'b'), '规则“止”改写', 'the rule “ends” is rewritten'],
  ['a rule that began the day before', newVersion('isYoung', 'b'), '规则“初”改写', 'the rule “is young” is rewritten'],
  ['a rule that begins later', newVersion('isComing', 'b'), '新定规则“后”', 'the rule “is coming” is set'],
  [
    'a rule repealed',
    newVersion('isPoor', null),
    '规则“困难”在本地停用，改按上级规定',
    'the rule “is poor” is repealed here',
  ],
  ['a rule nobody defined', newVersion('unknown', 'b'), '新定规则“unknown”', 'the rule “unknown” is set'],
])('%s is told with its day and clause', (_, change, zh, en) => {
  const words = describeChange(packs, change);
  expect({ zh: words.zh, en: words.en }).toEqual({ zh: zh + LAW.zh, en: en + LAW.en });
});

test.each<[string, PolicyChange, string, string]>([
  [
    'a pack',
    newPack,
    '为某县新建地方政策包，未规定的事项沿用上级',
    'some county gets a policy pack of its own and inherits what it does not say',
  ],
  ['a document', notice, '增加政策文件《通知》', 'adds the document “notice”'],
  [
    'a document with its number',
    { ...notice, instrument: { ...notice.instrument, docNo: '民发〔2026〕1号' } },
    '增加政策文件《通知》（民发〔2026〕1号）',
    'adds the document “notice” (民发〔2026〕1号)',
  ],
  [
    'a worked example',
    {
      kind: 'vector',
      packId: 'cn',
      vector: {
        id: 'v',
        title: { zh: '例', en: 'example' },
        on: DAY,
        like: null,
        facts: { household: {}, members: [] },
        expect: { household: {}, members: [] },
        clause: null,
      },
    },
    '更新验算例“例”',
    'updates the worked example “example”',
  ],
  ['a parameter nobody defined', newValue('nothing', 1), 'nothing（未定义）', 'nothing (not defined)'],
])('%s is told whole', (_, change, zh, en) => {
  expect(describeChange(packs, change)).toEqual({ zh, en, rows: [] });
});

test('a last day is told, and a clause nobody wrote by its id', () => {
  expect(describeChange(packs, newValue('nought', 100, { to: '2026-12-31', clause: 'law.9' }))).toEqual({
    zh: 'nought数从0元提高到1元，2026年7月1日起至2026年12月31日止，依据law.9',
    en: 'nought rises from 0 yuan to 1 yuan from 2026-07-01 to 2026-12-31 under law.9',
    rows: [],
    cautions: [],
  });
});

test('a list is told whole, not row by row', () => {
  expect(describeChange(packs, newValue('causes', ['fire', 'flood']))).toEqual({
    zh: `causes数由火灾改为火灾、flood${LAW.zh}`,
    en: `causes changes from a fire to a fire, flood${LAW.en}`,
    rows: [],
    cautions: [],
  });
  expect(describeChange(packs, newValue('way', 'flood')).zh).toBe(`way数由火灾改为flood${LAW.zh}`);
});

test('an age is told in years of age', () => {
  expect(describeChange(packs, newValue('elder', 65)).zh).toContain('老年年龄从60岁提高到65岁');
});

test('cells that are options are told as they are called, and years of somebody as an age', () => {
  const named = { ...column, id: 'level', label: { zh: '档', en: 'level' }, unit: 'text' as const };
  const columns = [
    { ...named, labels: { low: { zh: '低', en: 'lowest' } } },
    { ...column, id: 'age', label: { zh: '年龄', en: 'age' }, unit: 'years' as const },
  ];
  const rows = [{ level: 'high', age: 3 }];
  expect(tableDifference(columns, rows, [{ level: 'low', age: 16 }])).toEqual([
    { zh: '第1行“档”由high改为低', en: 'row 1, “level”: high becomes lowest' },
    { zh: '第1行“年龄”由3岁改为16岁', en: 'row 1, “age”: 3 years becomes 16 years' },
  ]);
});

describe('what nobody would mean is pointed out', () => {
  const NOTHING_LEFT = '上级没有规定：从这一天起平台没有这一项，用到它的认定都会变为尚不能确定，请核对。';
  const cautionOf = (change: PolicyChange) =>
    describeChange(packs, change)
      .cautions?.map(({ zh }) => zh)
      .join();

  test.each<[string, PolicyChange, string | undefined]>([
    ['the same figure', newValue('standard', 75_600), '与这一天之前的相同，没有改变，请核对。'],
    ['the same list', newValue('causes', ['fire']), '与这一天之前的相同，没有改变，请核对。'],
    ['nothing left of it', newValue('standard', 0), '降到了零，请核对。'],
    ['ten times as much', newValue('standard', 756_000), '与原来的数值相差十倍以上，请核对单位和位数。'],
    ['a tenth of it', newValue('standard', 7_560), '与原来的数值相差十倍以上，请核对单位和位数。'],
    ['less than ten times as much', newValue('standard', 755_999), undefined],
    ['more than a tenth', newValue('standard', 7_561), undefined],
    ['something where there was nothing', newValue('nought', 100), undefined],
    ['what is set for the first time', newValue('unset', true), undefined],
    ['what is repealed', newValue('standard', null), undefined],
    ['what is repealed and stands nowhere above', newValue('unset', null), NOTHING_LEFT],
    ['a rule that is repealed and stands nowhere above', newVersion('isNew', null), NOTHING_LEFT],
    ['a rule that is repealed', newVersion('isPoor', null), undefined],
    ['what is prolonged beyond its end', newValue('ending', true), undefined],
    ['a rule that is prolonged beyond its end', newVersion('isEnding', 'last'), undefined],
    ['the same rule', newVersion('isPoor', 'a'), '与这一天之前的相同，没有改变，请核对。'],
    ['a rule that tells people otherwise', newVersion('isPoor', 'a', { sentence: TOLD }), undefined],
    ['another rule', newVersion('isPoor', 'b'), undefined],
    ['a new rule', newVersion('isNew', 'a'), undefined],
  ])('%s', (_, change, expected) => {
    expect(cautionOf(change) || undefined).toBe(expected);
  });
});

test('in a table a figure that is gone, nothing or far off is pointed out, and a row that is there twice', () => {
  const cautions = (rows: ParameterValue) =>
    describeChange(packs, newValue('ladder', rows)).cautions?.map(({ zh }) => zh);
  const high = { level: 'high', cap: null };
  expect(cautions([{ level: 'low', cap: 200 }, high])).toEqual([]);
  expect(cautions([{ level: 'low', cap: null }, high])).toEqual([
    '第1行“封顶”：原来有数，现在空着（没有，或者不设上限），请核对。',
  ]);
  expect(cautions([{ level: 'low', cap: 0 }, high])).toEqual(['第1行“封顶”：降到了零，请核对。']);
  expect(cautions([{ level: 'low', cap: 1000 }, high])).toEqual([
    '第1行“封顶”：与原来的数值相差十倍以上，请核对单位和位数。',
  ]);
  expect(
    cautions([
      { level: 'low', cap: 100 },
      { level: 'low', cap: null },
    ]),
  ).toEqual(['第2行的“档”与第1行相同，请核对。']);
});

test('rows of a table are told one by one: changed, added, dropped', () => {
  const rowsOf = (rows: ParameterValue) => describeChange(packs, newValue('ladder', rows)).rows;
  expect(
    rowsOf([
      { level: 'low', cap: 200 },
      { level: 'high', cap: null },
      { level: 'top', cap: 300 },
    ]),
  ).toEqual([
    { zh: '第1行“封顶”由1元改为2元', en: 'row 1, “cap”: 1 yuan becomes 2 yuan' },
    { zh: '增加第3行：档 top、封顶 3元', en: 'adds row 3: level top, cap 3 yuan' },
  ]);
  expect(rowsOf([{ level: 'low', cap: null }])).toEqual([
    { zh: '第1行“封顶”由1元改为不设上限', en: 'row 1, “cap”: 1 yuan becomes no limit' },
    { zh: '删去第2行：档 high、封顶 不设上限', en: 'drops row 2: level high, cap no limit' },
  ]);
});

test.each<[string, PolicyChange, readonly [string, string][]]>([
  [
    'both, where one follows the other',
    newVersion('isPoor', 'b'),
    [
      ['原规则：a', 'until then: a'],
      ['新规则：b', 'from then on: b'],
    ],
  ],
  ['the new alone, where there was none', newVersion('isNew', 'b'), [['新规则：b', 'from then on: b']]],
  ['the old alone, where it is repealed', newVersion('isPoor', null), [['原规则：a', 'until then: a']]],
  [
    'what people are told from then on',
    newVersion('isNew', 'b', { sentence: TOLD }),
    [
      ['新规则：b', 'from then on: b'],
      ['告诉群众：要帮', 'people are told: help'],
    ],
  ],
  [
    'what people are told otherwise, in one language too',
    newVersion('isTold', 'b', { sentence: { ...TOLD, en: 'help now' } }),
    [
      ['原规则：a', 'until then: a'],
      ['新规则：b', 'from then on: b'],
      ['告诉群众：要帮', 'people are told: help now'],
    ],
  ],
  [
    'nothing of what people are told as before',
    newVersion('isTold', 'b', { sentence: { ...TOLD } }),
    [
      ['原规则：a', 'until then: a'],
      ['新规则：b', 'from then on: b'],
    ],
  ],
  [
    'what people are no longer told',
    newVersion('isTold', 'b'),
    [
      ['原规则：a', 'until then: a'],
      ['新规则：b', 'from then on: b'],
      ['不再告诉群众：要帮', 'people are no longer told: help'],
    ],
  ],
  [
    'nothing of what people are told, where it is repealed',
    newVersion('isTold', null),
    [['原规则：a', 'until then: a']],
  ],
])('of a rule its text is told: %s', (_, change, rows) => {
  expect(describeChange(packs, change).rows).toEqual(rows.map(([zh, en]) => ({ zh, en })));
});

describe('a change beside others of its release', () => {
  const second = newValue('standard', 80_000, { from: '2026-08-01' });
  const first = newValue('standard', 79_400);

  test('takes over from the value before it, of the release or not', () => {
    expect(describeChange(packs, second, [first, second]).en).toContain('rises from 794 yuan to 800 yuan (+0.8%)');
    expect(describeChange(packs, first, [first, second]).en).toContain('rises from 756 yuan to 794 yuan');
    const [one, two] = [newVersion('isPoor', 'b'), newVersion('isPoor', 'c', { from: '2026-08-01' })];
    expect(describeChange(packs, two, [one, two]).rows[0]?.en).toBe('until then: b');
  });

  test('does not take over from one that is not sound yet', () => {
    const nowhere = newValue('standard', 79_400, { clause: 'law.9' });
    const noDay = newValue('standard', 79_400, { from: '2026-07-32' });
    for (const other of [nowhere, noDay]) {
      expect(describeChange(packs, second, [other]).en).toContain('rises from 756 yuan to 800 yuan');
    }
  });

  test('cites its document and speaks in its pack', () => {
    expect(describeChange(packs, newValue('nought', 100, { clause: 'notice.1' }), [notice]).zh).toContain(
      '依据《通知》第一条',
    );
    const inTown: PolicyChange = { ...first, packId: 'town' };
    expect(describeChange(packs, inTown, [newPack]).zh).toContain('从756元提高到794元');
    expect(describeChange(packs, inTown).zh).toBe('standard（未定义）');
  });
});
