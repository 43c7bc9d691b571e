import { describe, expect, test } from 'vitest';
import { aComparison, aFigure, anExplanation, anOperation, aPolicySource, inWords } from '../../testing/a-formula.ts';
import { calculation, condition } from './build-explanation.ts';
import { explain, explainLines, explainTitle } from './explain.ts';
import type { Explanation, Missing, ParameterSource, RuleSource, TableRow } from './explanation.ts';
import { articleOf } from './say-basis.ts';
import { explainBrief } from './say-brief.ts';

const RULE: RuleSource = { ...aPolicySource, kind: 'rule', sentence: null };
const PARAMETER: ParameterSource = { ...aPolicySource, kind: 'parameter' };
const SENTENCE = inWords('要低于标准。', 'It must be below.');
const ZH = '，依据《测试规定》第一条（全国规定，自2014年5月1日起适用）。';
const EN = ', by test rule, Article 1 (set by the nation, applied since 2014-05-01).';
const first = { on: 'person', index: 0 } as const;
const second = { on: 'person', index: 1 } as const;
const event = { on: 'event', index: 0 } as const;
const a = aFigure(100, 'fen', { label: inWords('甲', 'a') });
const b = aFigure(250, 'fen', { label: inWords('乙', 'b') });
const ours = { ...a, who: first };
const theirs = { ...b, who: second };
const day = { value: '2026-03-01', unit: 'date' } as const;

const aRule = (parts: Partial<Explanation>) =>
  anExplanation({ source: RULE, ...(parts.outcome && { unit: 'flag' }), ...parts });
const aFact = (parts: Partial<Explanation>) =>
  anExplanation({ source: { kind: 'fact', provenance: 'stated' }, ...parts });
const aFigureOfPolicy = (parts: Partial<Explanation>) => anExplanation({ source: PARAMETER, ...parts });
const stated = (parts: Partial<Explanation>) => anExplanation({ formula: aComparison('<', a, b), ...parts });
const HUNDRED_LESS = anOperation('-', aFigure(100, 'count'), aFigure(90, 'count', { label: inWords('丁', 'd') }));
const fails = anExplanation({ outcome: 'no', formula: aComparison('>', a, b) });
const flag = { unit: 'flag', value: false } as const;

test.each<[string, Explanation, readonly string[], readonly string[]]>([
  ['a rule that holds', aRule({ outcome: 'yes' }), [`结果：是${ZH}`], [`Result: yes${EN}`]],
  [
    'a rule that must not hold',
    aRule({ outcome: 'yes', expected: false }),
    [`结果：是，要求为否${ZH}`],
    [`Result: yes; required: no${EN}`],
  ],
  ['a rule that holds as it must', aRule({ outcome: 'yes', expected: true }), [`结果：是${ZH}`], [`Result: yes${EN}`]],
  [
    'a rule that must hold and is not known',
    aRule({ outcome: 'unknown', expected: true }),
    [`结果：尚不能确定${ZH}`],
    [`Result: not yet known${EN}`],
  ],
  ['a rule of a member', aRule({ outcome: 'no', who: second }), [`成员2结果：否${ZH}`], [`Member 2: result: no${EN}`]],
  [
    'a sum, with names, figures and result',
    aRule({ value: 350, unit: 'fen', per: 'month', formula: anOperation('+', a, b) }),
    ['结果 = 甲 + 乙', '= 1元 + 2.50元', `= 3.50元/月${ZH}`],
    ['result = a + b', '= 1 yuan + 2.50 yuan', `= 3.50 yuan/month${EN}`],
  ],
  [
    'a sum of a member and another',
    aRule({ value: 350, unit: 'fen', who: first, formula: anOperation('+', ours, theirs) }),
    ['成员1的结果 = 甲 + 成员2的乙', '= 1元 + 2.50元', `= 3.50元${ZH}`],
    ['member 1: result = a + member 2: b', '= 1 yuan + 2.50 yuan', `= 3.50 yuan${EN}`],
  ],
  [
    'another name for a figure',
    aRule({ value: 100, unit: 'fen', formula: a }),
    ['结果 = 甲', `= 1元${ZH}`],
    ['result = a', `= 1 yuan${EN}`],
  ],
  [
    'a calculation of bare numbers',
    aRule({ value: 200, unit: 'fen', formula: anOperation('+', aFigure(100, 'fen'), aFigure(100, 'fen')) }),
    ['结果 = 1元 + 1元', `= 2元${ZH}`],
    ['result = 1 yuan + 1 yuan', `= 2 yuan${EN}`],
  ],
  [
    'a bare number',
    aRule({ value: 100, unit: 'fen', formula: aFigure(100, 'fen') }),
    [`结果：1元${ZH}`],
    [`Result: 1 yuan${EN}`],
  ],
  [
    'a number with a reason',
    aRule({
      value: 0,
      unit: 'fen',
      formula: {
        kind: 'chosen',
        holds: 'yes',
        condition: aComparison('<', a, b),
        ifSo: aFigure(0, 'fen'),
        otherwise: null,
      },
    }),
    [`结果：0元，因为甲低于乙${ZH}`],
    [`Result: 0 yuan, because a is below b${EN}`],
  ],
  ['a figure that is not told how', aRule({ ...day }), [`结果：2026年3月1日${ZH}`], [`Result: 2026-03-01${EN}`]],
  [
    'an age',
    aRule({ label: inWords('年龄', 'age'), value: 60, unit: 'years' }),
    [`年龄：60岁${ZH}`],
    [`Age: 60 years${EN}`],
  ],
  [
    'what begins as it ends',
    aRule({ value: 10, unit: 'count', formula: HUNDRED_LESS }),
    ['结果 = 100 − 丁', '= 100 − 90', `= 10${ZH}`],
    ['result = 100 − d', '= 100 − 90', `= 10${EN}`],
  ],
  [
    'a choice that begins as it ends',
    aRule({
      value: 10,
      unit: 'count',
      formula: { kind: 'chosen', holds: 'yes', condition: aComparison('<', a, b), ifSo: HUNDRED_LESS, otherwise: null },
    }),
    ['结果 = 100 − 丁，因为甲低于乙', '= 100 − 90', `= 10${ZH}`],
    ['result = 100 − d, because a is below b', '= 100 − 90', `= 10${EN}`],
  ],
  [
    'a fact that had to be no',
    aFact({ value: true, unit: 'flag', expected: false }),
    ['结果：是（本人陈述），要求为否。'],
    ['Result: yes (stated by the person); required: no.'],
  ],
  [
    'a number that was told',
    aFact({ value: 1_500, unit: 'count' }),
    ['结果为1,500（本人陈述）。'],
    ['Result: 1,500 (stated by the person).'],
  ],
  [
    'a row of a table',
    aRule({ value: 100, unit: 'fen', tableRow: { number: 3, basis: null, note: null } }),
    [`结果：1元，按表中第3行${ZH}`],
    [`Result: 1 yuan, by row 3 of the table${EN}`],
  ],
  [
    'a condition that holds',
    stated({ outcome: 'yes' }),
    ['符合：甲（1元）低于乙（2.50元）。'],
    ['Met: a (1 yuan) is below b (2.50 yuan).'],
  ],
  [
    'a condition without an outcome',
    stated({}),
    ['尚不能确定：甲（1元）低于乙（2.50元）。'],
    ['Not yet known: a (1 yuan) is below b (2.50 yuan).'],
  ],
  [
    'a condition of a member',
    stated({ outcome: 'yes', who: second }),
    ['符合：成员2的甲（1元）低于乙（2.50元）。'],
    ['Met: member 2: a (1 yuan) is below b (2.50 yuan).'],
  ],
  [
    'a fact',
    aFact({ value: 100, unit: 'fen' }),
    ['结果为1元（本人陈述）。'],
    ['Result: 1 yuan (stated by the person).'],
  ],
  [
    'a monthly fact of a member',
    aFact({ value: 100, unit: 'fen', per: 'month', who: second }),
    ['成员2的结果为1元/月（本人陈述）。'],
    ['Member 2: result: 1 yuan/month (stated by the person).'],
  ],
  [
    'a fact that is yes or no',
    aFact({ value: true, unit: 'flag' }),
    ['结果：是（本人陈述）。'],
    ['Result: yes (stated by the person).'],
  ],
  [
    'a fact that had to be otherwise',
    aFact({ ...flag, expected: true }),
    ['结果：否（本人陈述），要求为是。'],
    ['Result: no (stated by the person); required: yes.'],
  ],
  [
    'a fact that is as it must be',
    aFact({ ...flag, expected: false }),
    ['结果：否（本人陈述）。'],
    ['Result: no (stated by the person).'],
  ],
  [
    'a fact that is not known',
    aFact({ outcome: 'unknown', unit: 'flag', expected: true }),
    ['结果：尚不清楚。'],
    ['Result: not yet known.'],
  ],
  [
    'an age that was told',
    aFact({ label: inWords('年龄', 'age'), value: 60, unit: 'years' }),
    ['年龄为60岁（本人陈述）。'],
    ['Age: 60 years (stated by the person).'],
  ],
  [
    'an option',
    aFact({ value: 'x', unit: 'text', option: inWords('一级', 'one') }),
    ['结果为一级（本人陈述）。'],
    ['Result: one (stated by the person).'],
  ],
  [
    'a figure of the policy',
    aFigureOfPolicy({ value: 100, unit: 'fen', per: 'month' }),
    [`结果为1元（每月）${ZH}`],
    [`Result: 1 yuan a month${EN}`],
  ],
  [
    'a figure of the policy that sets no limit',
    aFigureOfPolicy({ unit: 'fen' }),
    [`结果不设上限${ZH}`],
    [`Result: no limit${EN}`],
  ],
  ['a yes of the policy', aFigureOfPolicy({ value: true, unit: 'flag' }), [`结果：是${ZH}`], [`Result: yes${EN}`]],
  [
    'a cell, and the row it stands in',
    aFigureOfPolicy({
      id: 'tariff.pays',
      value: 100,
      unit: 'fen',
      formula: aComparison('=', { ...a, id: 'tariff.kind' }, b),
    }),
    [`结果为1元（按乙为2.50元的一行）${ZH}`],
    [`Result: 1 yuan (the row where b is 2.50 yuan)${EN}`],
  ],
  [
    'a cell found the other way round',
    aFigureOfPolicy({
      id: 'tariff.pays',
      value: 100,
      unit: 'fen',
      formula: aComparison('=', b, { ...a, id: 'tariff.kind' }),
    }),
    [`结果为1元（按乙为2.50元的一行）${ZH}`],
    [`Result: 1 yuan (the row where b is 2.50 yuan)${EN}`],
  ],
  [
    'a cell found by more than a key',
    aFigureOfPolicy({
      id: 'tariff.pays',
      value: 100,
      unit: 'fen',
      formula: {
        kind: 'combination',
        operator: 'and',
        parts: [
          aComparison('=', { ...a, id: 'tariffs.kind' }, b),
          aComparison('<', a, b),
          { kind: 'flag', expected: true, of: a },
        ],
      },
    }),
    [`结果为1元（按甲为1元，且甲（1元）低于乙（2.50元），且“甲”为是的一行）${ZH}`],
    [`Result: 1 yuan (the row where a is 1 yuan and a (1 yuan) is below b (2.50 yuan) and “a” is yes)${EN}`],
  ],
  [
    'a cell without a row',
    anExplanation({
      id: 'tariff.pays',
      outcome: 'unknown',
      lacksRow: true,
      formula: aComparison('=', { ...a, id: 'tariff.kind' }, b),
      source: PARAMETER,
    }),
    ['尚不能确定：“结果”里没有乙为2.50元的一行。'],
    ['Not yet known: “result” has no row where b is 2.50 yuan.'],
  ],
  [
    'a cell without a row that can be described',
    anExplanation({ id: 'tariff.pays', lacksRow: true }),
    ['尚不能确定：“结果”里没有适用的一行。'],
    ['Not yet known: “result” has no row that fits.'],
  ],
  ['something named that holds', anExplanation({ outcome: 'yes' }), ['符合：结果。'], ['Met: result.']],
  ['a figure without a source', anExplanation({ value: 100, unit: 'fen' }), ['结果为1元。'], ['Result: 1 yuan.']],
])('%s is told whole', (_, node, zh, en) => {
  expect([explain(node, 'zh'), explain(node, 'en')]).toEqual([zh, en]);
});

test('each source a fact can have is named', () => {
  const said = (['observed', 'document', 'dataSource', 'register'] as const).map((provenance) =>
    explain(aFact({ value: true, unit: 'flag', source: { kind: 'fact', provenance } }), 'zh').join(),
  );
  expect(said).toEqual([
    '结果：是（现场查看）。',
    '结果：是（书面材料）。',
    '结果：是（部门数据）。',
    '结果：是（平台记录）。',
  ]);
});

describe('by which article', () => {
  const of = (parts: Partial<ParameterSource>, language: 'zh' | 'en') =>
    explain(aFigureOfPolicy({ value: 1, unit: 'count', source: { ...PARAMETER, ...parts } }), language).join();

  test('the number of the document and the end of its validity are told', () => {
    const parts = { docNo: '民发〔2021〕1号', to: '2026-12-31' };
    expect(of(parts, 'zh')).toBe(
      '结果为1，依据《测试规定》（民发〔2021〕1号）第一条（全国规定，2014年5月1日至2026年12月31日有效）。',
    );
    expect(of(parts, 'en')).toBe(
      'Result: 1, by test rule, Article 1 (set by the nation, valid 2014-05-01 to 2026-12-31).',
    );
  });

  test('an article is cited in the language of the reader', () => {
    expect([articleOf(PARAMETER, 'zh'), articleOf(PARAMETER, 'en')]).toEqual(['第一条', 'Article 1']);
  });

  test('a preset never looks like a rule', () => {
    expect(of({ sourceClass: 'platform-default' }, 'en')).toBe(
      'Result: 1, a preset of the platform: no published figure was found and the county must confirm it.',
    );
  });

  test('a source is told in each language, and again the same', () => {
    const node = aRule({ outcome: 'yes' });
    expect([explain(node, 'zh'), explain(node, 'en'), explain(node, 'zh')]).toEqual([
      [`结果：是${ZH}`],
      [`Result: yes${EN}`],
      [`结果：是${ZH}`],
    ]);
  });
});

describe('whose', () => {
  test('under a rule of a member their own figures need no name; those of others, and of events, do', () => {
    const flagOf = (who: Explanation['who']) =>
      stated({ outcome: 'yes', formula: { kind: 'flag', expected: true, of: { ...a, ...(who && { who }) } } });
    const tree = aRule({
      outcome: 'yes',
      who: first,
      children: [flagOf(first), flagOf(second), flagOf(event), flagOf(undefined)],
    });
    expect(explain(tree, 'zh').slice(1)).toEqual([
      '符合：“甲”为是。',
      '符合：“成员2的甲”为是。',
      '符合：“事件1的甲”为是。',
      '符合：“甲”为是。',
    ]);
    const other = aRule({ outcome: 'yes', children: [flagOf(first)] });
    expect(explain({ ...tree, children: [other] }, 'zh').at(-1)).toBe('符合：“成员1的甲”为是。');
    const named = anExplanation({
      outcome: 'yes',
      who: first,
      children: [anExplanation({ outcome: 'yes', children: [flagOf(first)] })],
    });
    expect(explain(named, 'zh').at(-1)).toBe('符合：“甲”为是。');
  });

  test('a fact below is told with its name even under its own rule', () => {
    const tree = aRule({ outcome: 'yes', who: first, children: [aFact({ value: 1, unit: 'count', who: first })] });
    expect(explain(tree, 'zh').at(-1)).toBe('成员1的结果为1（本人陈述）。');
  });

  test('they are called as the reader calls them; who has no name, by number', () => {
    const nameOf = ({ index }: { readonly index: number }) => (index === 0 ? inWords('小明', 'Ming') : undefined);
    const node = aRule({ value: 350, unit: 'fen', formula: anOperation('+', ours, theirs) });
    expect(explain(node, 'en', { nameOf })[0]).toBe('result = Ming: a + member 2: b');
    expect(explainTitle(stated({ outcome: 'yes', who: first }), 'zh', { nameOf })).toBe(
      '小明的甲（1元）低于乙（2.50元）',
    );
    expect(explainBrief(aRule({ outcome: 'yes', who: first }), 'zh', { nameOf })).toEqual(['小明结果：是。']);
  });

  test('a title is the name, of a condition how it stands', () => {
    expect(explainTitle(aRule({ formula: a, who: second }), 'en')).toBe('member 2: result');
    expect(explainTitle(fails, 'en')).toBe('a (1 yuan) is below b (2.50 yuan); required: above');
    expect(explainTitle(anExplanation(), 'zh')).toBe('结果');
  });
});

test('a figure that follows from others says no source', () => {
  const figure = { id: 's', label: inWords('合计', 'total'), value: 100, unit: 'fen' } as const;
  expect(calculation(figure, []).source).toEqual({ kind: 'calculation' });
  expect(condition('c', figure.label, 'yes').children).toEqual([]);
});

test('a row of a table is told with its own article and its note', () => {
  const basis = {
    clauseId: 'law.1',
    instrumentTitle: inWords('办法', 'rules'),
    article: inWords('第五条', 'Article 5'),
  };
  const note = inWords('不设起付线', 'no deductible');
  const of = (tableRow: TableRow) => [
    explain(aRule({ outcome: 'yes', tableRow }), 'zh')
      .join()
      .replace(ZH, ''),
    explain(aRule({ outcome: 'yes', tableRow }), 'en')
      .join()
      .replace(EN, ''),
  ];
  expect(of({ number: 2, basis, note })).toEqual([
    '结果：是，按表中第2行（《办法》第五条；不设起付线）',
    'Result: yes, by row 2 of the table (rules, Article 5; no deductible)',
  ]);
  expect(of({ number: 2, basis: null, note })).toEqual([
    '结果：是，按表中第2行（不设起付线）',
    'Result: yes, by row 2 of the table (no deductible)',
  ]);
});

const missing = (parts: Partial<Missing>): Missing => ({ facts: [], parameters: [], ...parts });
const asked = (zh: string, isDecisive: boolean, who?: Explanation['who']) => ({
  id: zh,
  label: inWords(zh, zh),
  isDecisive,
  ...(who && { who }),
});

test.each<[string, Missing, readonly string[], readonly string[]]>([
  ['nothing', missing({}), [], []],
  [
    'facts that can decide',
    missing({ facts: [asked('甲', true), asked('乙', true, second)], isTried: true }),
    ['还需要了解（有的回答可以直接得出结果）：甲、成员2的乙。'],
    ['Still to be known (some answers decide it at once): 甲, member 2: 乙.'],
  ],
  [
    'facts that can only make it so',
    missing({ facts: [asked('甲', true)], towards: 'yes', isTried: true }),
    ['还需要了解（有的回答可以直接得出“是”）：甲。'],
    ['Still to be known (some answers make it yes at once): 甲.'],
  ],
  [
    'facts that can only make it not so',
    missing({ facts: [asked('甲', true)], towards: 'no', isTried: true }),
    ['还需要了解（有的回答可以直接得出“否”）：甲。'],
    ['Still to be known (some answers make it no at once): 甲.'],
  ],
  [
    'facts of which some answers may decide, and facts after them',
    missing({ facts: [asked('甲', true), asked('乙', false), asked('丙', false)] }),
    ['还需要了解（有的回答可能直接得出结果）：甲。', '之后可能还要了解：乙、丙。'],
    ['Still to be known (some answers may decide it at once): 甲.', 'Perhaps after that: 乙, 丙.'],
  ],
  [
    'facts that may make it so',
    missing({ facts: [asked('甲', true)], towards: 'yes', isTried: false }),
    ['还需要了解（有的回答可能直接得出“是”）：甲。'],
    ['Still to be known (some answers may make it yes at once): 甲.'],
  ],
  [
    'facts that may make it not so',
    missing({ facts: [asked('甲', true)], towards: 'no' }),
    ['还需要了解（有的回答可能直接得出“否”）：甲。'],
    ['Still to be known (some answers may make it no at once): 甲.'],
  ],
  [
    'facts of which none decides',
    missing({ facts: [asked('甲', false)] }),
    ['还需要了解：甲。'],
    ['Still to be known: 甲.'],
  ],
  [
    'figures of the policy',
    missing({
      parameters: [
        { id: 'p', label: inWords('标准', 'standard') },
        { id: 'q', label: inWords('比例', 'ratio') },
      ],
    }),
    ['平台还没有当地这一天的政策数据：标准、比例。'],
    ['The platform does not yet have the local policy of this day on: standard, ratio.'],
  ],
  [
    'rows',
    missing({
      rows: [
        { id: 't.x', label: inWords('表', 'table'), row: null },
        { id: 't.x', label: inWords('表', 'table'), row: aComparison('=', { ...a, id: 't.k' }, theirs) },
      ],
    }),
    ['政策没有对应的规定：“表”里没有适用的一行；“表”里没有乙为2.50元的一行。'],
    [
      'The policy does not provide for this case: “table” has no row that fits; “table” has no row where b is 2.50 yuan.',
    ],
  ],
])('what is missing is said: %s', (_, lacking, zh, en) => {
  const node = aRule({ outcome: 'unknown', missing: lacking, who: second });
  expect([explain(node, 'zh').slice(1), explain(node, 'en').slice(1)]).toEqual([zh, en]);
  expect(explain({ ...node, source: null }, 'zh').slice(1)).toEqual(zh);
  expect(explainBrief(node, 'zh').slice(1)).toEqual(zh.slice(0, 1));
});

test('in a few lines it is said which figures the policy lacks where no answer can stand in for them', () => {
  const lacking = {
    facts: [asked('甲', true)],
    isTried: true,
    parameters: [{ id: 'p', label: inWords('标准', 'standard') }],
  };
  const brief = (more: Partial<Missing>) =>
    explainBrief(aRule({ outcome: 'unknown', missing: missing({ ...lacking, ...more }) }), 'zh').slice(1);
  const ask = '还需要了解（有的回答可以直接得出“否”）：甲。';
  expect(brief({ towards: 'no', needsParameters: true })).toEqual([ask, '平台还没有当地这一天的政策数据：标准。']);
  expect(brief({ towards: 'no', needsParameters: false })).toEqual([ask]);
  expect(brief({ towards: 'no' })).toEqual([ask]);
});

test.each<[string, Explanation, readonly string[], readonly string[]]>([
  [
    'what a rule that refuses says',
    aRule({
      outcome: 'no',
      children: [aRule({ outcome: 'no', expected: true, source: { ...RULE, sentence: SENTENCE } })],
    }),
    ['结果：否。', '“结果”为否，要求为是。', '要低于标准。'],
    ['result: no.', '“result” is no; required: yes.', 'It must be below.'],
  ],
  [
    'nothing of what a rule says that is met',
    aRule({ outcome: 'yes', children: [aRule({ outcome: 'yes', source: { ...RULE, sentence: SENTENCE } })] }),
    ['结果：是。', '“结果”为是。'],
    ['result: yes.', '“result” is yes.'],
  ],
  [
    'the rule’s own sentence',
    aRule({ outcome: 'no', source: { ...RULE, sentence: SENTENCE }, children: [fails] }),
    ['结果：否。', '要低于标准。'],
    ['result: no.', 'It must be below.'],
  ],
  [
    'what decided',
    aRule({ outcome: 'no', children: [fails, aFact({ ...flag, expected: true })] }),
    ['结果：否。', '甲（1元）低于乙（2.50元），要求超过；“结果”为否，要求为是。'],
    ['result: no.', 'a (1 yuan) is below b (2.50 yuan); required: above; “result” is no; required: yes.'],
  ],
  [
    'a fact that is so, and a rule that is open',
    aRule({
      outcome: 'yes',
      children: [aFact({ value: true }), aRule({ outcome: 'unknown' }), aRule({ outcome: 'yes', formula: a })],
    }),
    ['结果：是。', '“结果”为是；“结果”尚不清楚。'],
    ['result: yes.', '“result” is yes; “result” is not yet known.'],
  ],
  ['nothing decided', aRule({ outcome: 'yes' }), ['结果：是。'], ['result: yes.']],
  [
    'not known: no reasons',
    aRule({ outcome: 'unknown', children: [stated({ outcome: 'unknown' })] }),
    ['结果：尚不能确定。'],
    ['result: not yet known.'],
  ],
  [
    'a member: their own need no name',
    aRule({
      outcome: 'yes',
      who: first,
      children: [aFact({ ...flag, value: true, who: first }), aFact({ ...flag, value: true, who: second })],
    }),
    ['成员1结果：是。', '“结果”为是；“成员2结果”为是。'],
    ['member 1: result: yes.', '“result” is yes; “member 2: result” is yes.'],
  ],
  [
    'an amount with its figures',
    aRule({ value: 350, unit: 'fen', who: first, formula: anOperation('+', ours, theirs) }),
    ['成员1的结果：3.50元（1元 + 2.50元，即甲 + 成员2的乙）。'],
    ['member 1: result: 3.50 yuan (1 yuan + 2.50 yuan, that is a + member 2: b).'],
  ],
  [
    'an amount that is another’s',
    aRule({ value: 100, unit: 'fen', formula: ours, who: first, source: { ...RULE, sentence: SENTENCE } }),
    ['成员1的结果：1元（甲）。', '要低于标准。'],
    ['member 1: result: 1 yuan (a).', 'It must be below.'],
  ],
  [
    'an amount that ends as its calculation',
    aRule({ value: 100, unit: 'fen', formula: anOperation('+', ours, aFigure(100, 'fen')) }),
    ['结果：1元（1元 + 1元，即成员1的甲 + 1元）。'],
    ['result: 1 yuan (1 yuan + 1 yuan, that is member 1: a + 1 yuan).'],
  ],
  [
    'an amount that begins as its calculation',
    aRule({ value: 10, unit: 'count', formula: HUNDRED_LESS }),
    ['结果：10（100 − 90，即100 − 丁）。'],
    ['result: 10 (100 − 90, that is 100 − d).'],
  ],
  [
    'an amount with its reason',
    aRule({
      value: 0,
      unit: 'fen',
      formula: {
        kind: 'chosen',
        holds: 'yes',
        condition: aComparison('<', a, b),
        ifSo: aFigure(0, 'fen'),
        otherwise: null,
      },
    }),
    ['结果：0元，因为甲低于乙。'],
    ['result: 0 yuan, because a is below b.'],
  ],
  ['a bare amount', aRule({ value: 100, unit: 'fen' }), ['结果：1元。'], ['result: 1 yuan.']],
  ['an amount of no rule', anExplanation({ value: 100, unit: 'fen' }), ['结果：1元。'], ['result: 1 yuan.']],
])('in brief: %s', (_, node, zh, en) => {
  expect([explainBrief(node, 'zh'), explainBrief(node, 'en')]).toEqual([zh, en]);
});

test('what a line rests on stands one deeper', () => {
  const tree = aRule({
    value: 350,
    unit: 'fen',
    formula: anOperation('+', a, b),
    children: [anExplanation({ children: [anExplanation()] })],
  });
  expect(explainLines(tree, 'zh').map(({ depth }) => depth)).toEqual([0, 0, 0, 1, 2]);
});
