import { describe, expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { policySetFrom } from '../../../testing/policy-set-from.ts';
import { explain, explainTitle } from '../../explanation/explain.ts';
import { toldInFull } from '../../explanation/in-full.ts';
import { explainBrief } from '../../explanation/say-brief.ts';
import type { FactValues } from '../../household-facts.ts';
import { findPolicy } from '../../policy/policy-on.ts';
import type { ParameterValue } from '../../policy/unit.ts';
import type { Language } from '../../text.ts';
import type { RuleVariable } from '../model/rule-model.ts';
import { createRulebook } from '../place/rulebook.ts';
import { explainProgrammes, explainValue, rulesInFull } from './explain-programmes.ts';

const person = { on: 'person' } as const;
const GRADES = ['无', '一级', '二级'];
const FACTS = [
  aFact('收入', 'fen', { per: 'month', largest: 10_000_000 }),
  aFact('已就业', 'flag'),
  aFact('等级', 'text', { options: GRADES }),
  aFact('到期日', 'date'),
  aFact('人数', 'count', { smallest: 1, largest: 9 }),
  aFact('工资', 'fen', { ...person, per: 'month', largest: 10_000_000 }),
  aFact('在校', 'flag', person),
].map((fact, index) => ({
  ...fact,
  id: ['income', 'employed', 'grade', 'until', 'size', 'wage', 'atSchool'][index] ?? '',
}));
const PARAMETERS = [
  aRuleParameter('standard', 'fen', { per: 'month', largest: 10_000_000 }),
  aRuleParameter('ratio', 'basisPoints', { largest: 20_000 }),
  aRuleParameter('kinds', 'list', { options: GRADES }),
  aRuleParameter('tariff', 'table', { columns: [aColumn('kind', 'text', GRADES), aColumn('pays', 'fen')] }),
];
const FIGURES = new Map<string, ParameterValue>([
  ['standard', 86_300],
  ['ratio', 15_000],
  ['kinds', ['一级', '二级']],
  ['tariff', GRADES.map((kind, index) => ({ kind, pays: index * 10_000 }))],
]);

const MONTHLY = { per: 'month' } as const;

function determinedBy(variables: readonly RuleVariable[], household: FactValues, members: readonly FactValues[]) {
  const determinations = variables
    .filter(({ unit }) => unit === 'flag')
    .map(({ id }) => ({ programme: id, eligible: id, amount: null, excludes: [] }));
  const set = aRuleSet({ facts: FACTS, parameters: PARAMETERS, variables, determinations });
  const policy = findPolicy(policySetFrom(set, FIGURES), 'county', '2026-03-01');
  const result = policy && createRulebook().determine(policy, { household, members });
  if (!result?.ok) throw new Error(JSON.stringify(result?.issues));
  return result.determined;
}

function tree(
  expression: string,
  household: FactValues,
  unit: 'flag' | 'fen' = 'flag',
  members: readonly FactValues[] = [{}],
) {
  const parts = unit === 'fen' ? MONTHLY : {};
  return explainValue(determinedBy([aVariable('result', unit, expression, parts)], household, members), 'result');
}

/** The lines under the result, without what the figures rest on. */
function reasons(expression: string, household: FactValues, language: Language = 'zh'): readonly string[] {
  return tree(expression, household).children.flatMap((child) => explain({ ...child, children: [] }, language));
}

const BASIS = '，依据《测试规定》第一条（全国规定，自2014年1月1日起适用）。';

describe('conditions', () => {
  test.each([
    ['income < standard', 86_299, '符合：收入（862.99元/月）低于standard（863元/月）。'],
    ['income < standard', 86_300, '不符合：收入（863元/月）等于standard（863元/月），要求低于。'],
    ['income < standard', 86_301, '不符合：收入（863.01元/月）超过standard（863元/月），要求低于。'],
    ['income <= standard', 86_300, '符合：收入（863元/月）不超过standard（863元/月）。'],
    ['income <= standard', 86_301, '不符合：收入（863.01元/月）超过standard（863元/月），要求不超过。'],
    ['income >= standard', 86_300, '符合：收入（863元/月）达到或超过standard（863元/月）。'],
    ['income >= standard', 86_299, '不符合：收入（862.99元/月）低于standard（863元/月），要求达到或超过。'],
    ['not(income >= standard)', 86_299, '符合：收入（862.99元/月）低于standard（863元/月）。'],
    ['income > 0', 0, '不符合：收入（0元/月）等于0元/月，要求超过。'],
    [
      'income * monthsPerYear < standard * monthsPerYear',
      1_000,
      '符合：收入 × 12个月/年（10元/月 × 12个月/年 = 120元/年）低于standard × 12个月/年（863元/月 × 12个月/年 = 10,356元/年）。',
    ],
    [
      'income in [standard..standard * ratio)',
      90_000,
      '符合：收入（900元/月）达到或超过standard（863元/月）且低于standard × ratio（863元/月 × 150% = 1,294.50元/月）。',
    ],
  ])('%s, %i', (expression, income, sentence) => {
    expect(reasons(expression, { income })).toEqual([sentence]);
  });

  test.each([
    ['grade = "一级"', '二级', '不符合：等级为二级，要求是一级。'],
    ['grade != "无"', '一级', '符合：等级为一级。'],
    ['grade in ("一级", "二级")', '无', '不符合：等级为无，要求是一级或二级。'],
    ['not(grade in ("一级", "二级"))', '一级', '不符合：等级为一级，要求不是一级或二级。'],
    ['grade in kinds', '无', '不符合：等级为无，要求是“kinds”之一。'],
  ])('%s, %s', (expression, grade, sentence) => {
    expect(reasons(expression, { grade })).toEqual([sentence]);
  });

  test('a "not" in the bound of a range is told as it stands', () => {
    const bound = 'income in [0..(if not(size > 3) then standard else 0)]';
    const lines = explain(tree(bound, { income: 1, size: 2 }), 'zh');
    expect(lines).toContainEqual(expect.stringContaining('符合：人数（2）不超过3。'));
  });

  test('of days they say before and after', () => {
    expect(reasons('until >= today()', { until: '2026-02-28' })).toEqual([
      '不符合：到期日（2026年2月28日）早于认定之日（2026年3月1日），要求不早于。',
    ]);
    expect(reasons('until >= today()', { until: '2026-02-28' }, 'en')).toEqual([
      'Not met: 到期日 (2026-02-28) is before the day of the determination (2026-03-01); required: not before.',
    ]);
  });

  test('only what decides is told: of "and" what fails, of "or" what holds, and what is open while nothing fails', () => {
    const both = 'income < standard and not(employed)';
    expect(reasons(both, { income: 90_000, employed: false })).toEqual([
      '不符合：收入（900元/月）超过standard（863元/月），要求低于。',
    ]);
    expect(reasons(both, { income: 100, employed: true })).toEqual(['已就业：是（本人陈述），要求为否。']);
    expect(reasons(both, { income: null, employed: true })).toEqual(['已就业：是（本人陈述），要求为否。']);
    expect(reasons(both, { income: null, employed: false })).toEqual([
      '尚不能确定：收入（尚不清楚）是否低于standard（863元/月）。',
    ]);
    expect(reasons('income < standard or employed', { income: 100, employed: false })).toEqual([
      '符合：收入（1元/月）低于standard（863元/月）。',
    ]);
  });

  test('the title of a condition, where the outcome is shown beside it, is how it stands', () => {
    const told = tree('income < standard', { income: 90_000 });
    expect(explainTitle(told, 'zh')).toBe('result');
    expect(told.children.map((child) => explainTitle(child, 'zh'))).toEqual([
      '收入（900元/月）超过standard（863元/月），要求低于',
    ]);
  });

  test('members who matter are told by name, and what a fact that is no fails to be', () => {
    const members = [{ atSchool: true }, { atSchool: false }];
    const told = tree('every x in members satisfies x.atSchool', {}, 'flag', members);
    expect(explain(told, 'zh')).toEqual([
      `result：否${BASIS}`,
      '不符合：要求每名成员“在校”为是。',
      '成员2在校：否（本人陈述），要求为是。',
    ]);
    const nameOf = () => ({ zh: '小明', en: 'Xiaoming' });
    expect(explain(told, 'zh', { nameOf }).at(-1)).toBe('小明在校：否（本人陈述），要求为是。');
  });
});

describe('calculations', () => {
  const line = (expression: string, household: FactValues, members: readonly FactValues[] = [{}]) =>
    explain({ ...tree(expression, household, 'fen', members), children: [] }, 'zh').map((text) =>
      text.replace(BASIS, ''),
    );

  test('line by line: with names, with figures, and the result', () => {
    expect(line('max(0, standard * size - income)', { size: 3, income: 100_000 })).toEqual([
      'result = standard × 人数 − 收入，低于0的按0计',
      '= 863元/月 × 3 − 1,000元/月，低于0的按0计',
      '= 1,589元/月',
    ]);
  });

  test('brackets stand where the rule needs them, and only there', () => {
    const household = { income: 100_000, size: 2 };
    expect(line('standard * 3 - (income - standard)', household)[0]).toBe(
      'result = standard × 3 − （收入 − standard）',
    );
    expect(line('(standard * 3) - income + standard', household)[0]).toBe('result = standard × 3 − 收入 + standard');
    expect(line('(standard + income) * size', household)[1]).toBe('= （863元/月 + 1,000元/月） × 2');
    expect(line('floor(income / (size * 3))', household)[1]).toBe('= 1,000元/月 ÷ （2 × 3），不足1分的部分舍去');
  });

  test('a ratio is a percentage, and rounding to the yuan says so', () => {
    expect(line('ceiling(standard * ratio / 100) * 100', {})).toEqual([
      'result = standard × ratio，不足1元的按1元计',
      '= 863元/月 × 150%，不足1元的按1元计',
      '= 1,295元/月',
    ]);
  });

  test('of a choice the way that was taken, and why', () => {
    const rule = 'if employed then standard - income else 0';
    expect(line(rule, { employed: true, income: 300 })).toEqual([
      'result = standard − 收入，因为“已就业”为是',
      '= 863元/月 − 3元/月',
      '= 860元/月',
    ]);
    expect(line(rule, { employed: false, income: 300 })).toEqual(['result：0元/月，因为“已就业”为否']);
    expect(line('if income + standard < standard * 2 then standard else 0', { income: 300 })[0]).toBe(
      'result = standard，因为（收入 + standard）低于（standard × 2）',
    );
    expect(explain(tree(rule, { employed: false, income: 300 }, 'fen'), 'zh').at(-1)).toBe('已就业：否（本人陈述）。');
  });

  test('a total over members keeps its "not", and tells those who count', () => {
    const members = [
      { wage: 100, atSchool: false },
      { wage: 999, atSchool: true },
      { wage: 250, atSchool: false },
    ];
    expect(line('sum(members[not(atSchool)].wage)', {}, members)).toEqual([
      'result = 各成员工资合计（只算“在校”为否的）',
      '= 成员1 1元/月 + 成员3 2.50元/月',
      '= 3.50元/月',
    ]);
  });

  test('a look-up tells the row it found', () => {
    const told = tree('tariff[kind = grade][1].pays > 0', { grade: '二级' });
    expect(explain(told, 'zh').slice(1)).toEqual([
      '符合：tariff（pays）（200元）超过0元。',
      '等级为二级（本人陈述）。',
      'tariff（pays）为200元（按等级为二级的一行），依据《测试规定》第一条（测试县规定，自2025年1月1日起适用）。',
    ]);
  });
});

describe('for the people it is about', () => {
  test('the sentence of the rule stands for its reasons', () => {
    const variable = aVariable('result', 'flag', 'income < standard');
    const sentence = { zh: '收入要低于标准。', en: 'The income must be below the standard.' };
    const versions = variable.versions.map((version) => ({ ...version, sentence }));
    const determined = determinedBy([{ ...variable, versions }], { income: 100_000 }, [{}]);
    expect(explainBrief(explainValue(determined, 'result'), 'zh')).toEqual(['result：否。', '收入要低于标准。']);
    expect(explainBrief(explainValue(determined, 'result'), 'en')).toEqual([
      'result: no.',
      'The income must be below the standard.',
    ]);
  });

  test('without one they are told what decided, in one line', () => {
    expect(explainBrief(tree('income < standard and not(employed)', { income: 90_000, employed: true }), 'zh')).toEqual(
      ['result：否。', '收入（900元/月）超过standard（863元/月），要求低于；“已就业”为是，要求为否。'],
    );
  });

  test('refused for what another rule says, they are told what that comes from', () => {
    const variables = [
      aVariable('poor', 'flag', 'income < standard'),
      aVariable('needy', 'flag', 'poor and not(employed)'),
      aVariable('student', 'flag', 'atSchool and wage < standard', person),
      aVariable('result', 'flag', 'student and household.needy', person),
    ];
    const members = [
      { atSchool: false, wage: 0 },
      { atSchool: true, wage: 90_000 },
    ];
    const determined = determinedBy(variables, { income: 90_000, employed: true }, members);
    const inFull = rulesInFull(determined);
    const told = (index: number) => explainBrief(explainValue(determined, 'result', { index }), 'zh', { inFull });
    const needy = '“needy”为否：收入（900元/月）超过standard（863元/月），要求低于；“已就业”为是，要求为否。';
    expect(told(0)).toEqual(['成员1result：否。', '“student”为否：“在校”为否，要求为是。', needy]);
    expect(told(1)).toEqual([
      '成员2result：否。',
      '“student”为否：工资（900元/月）超过standard（863元/月），要求低于。',
      needy,
    ]);
    expect(told(0)).toHaveLength(3);
  });

  test('of several conditions together each is named, since nothing stands below', () => {
    const rule = '(income < standard or employed) and grade != "无"';
    const refused = tree(rule, { income: 90_000, employed: false, grade: '无' });
    expect(explainBrief(refused, 'zh')[1]).toContain('不符合：收入低于standard，或者“已就业”为是；');
    expect(explainBrief(refused, 'en')[1]).toContain('this is not so: ');
    const granted = tree(rule, { income: 80_000, employed: true, grade: '一级' });
    expect(explainBrief(granted, 'zh')[1]).toContain('收入低于standard，或者“已就业”为是；');
    for (const told of [refused, granted]) expect(explainBrief(told, 'zh').join('')).not.toContain('以下');
  });

  test('what is not known comes with what to ask, the fewest facts first', () => {
    const told = tree('(income < standard or employed) and grade != "无"', { grade: '一级' });
    expect(told.missing?.facts.map(({ id, isDecisive }) => [id, isDecisive])).toEqual([
      ['income', true],
      ['employed', false],
    ]);
    expect(explainBrief(told, 'zh')).toEqual([
      'result：尚不能确定。',
      '还需要了解（有的回答可以直接得出“是”）：收入。',
    ]);
    expect(explain(told, 'zh').slice(1, 3)).toEqual([
      '还需要了解（有的回答可以直接得出“是”）：收入。',
      '之后可能还要了解：已就业（是或否）。',
    ]);
  });
});

test('a variable is told once; one programme out of many can be told in full again', () => {
  const variables = [
    aVariable('total', 'fen', 'sum(members.wage)', MONTHLY),
    aVariable('poor', 'flag', 'total < standard'),
    aVariable('poorer', 'flag', 'total * 2 < standard'),
  ];
  const determined = determinedBy(variables, {}, [{ wage: 100 }, { wage: 200 }]);
  const [poor, poorer] = explainProgrammes(determined);
  if (!poor || !poorer) throw new Error('There are two programmes.');
  const linesWith = (text: string, lines: readonly string[]) => lines.filter((line) => line.startsWith(text)).length;
  const together = [...explain(poor.eligible, 'zh'), ...explain(poorer.eligible, 'zh')];
  expect(linesWith('total = ', together)).toBe(1);
  const [alone] = explainProgrammes(determined, { programme: 'poorer' });
  const full = toldInFull([poor.eligible, poorer.eligible], poorer.eligible);
  expect(new Set(explain(full, 'zh'))).toEqual(new Set(alone && explain(alone.eligible, 'zh')));
});
