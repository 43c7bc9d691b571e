import { expect, test } from 'vitest';
import { aHousehold, determinedBy, outlineOf } from '../../../testing/an-explained-rule.ts';
import type { Provenance } from '../../explanation/explanation.ts';
import type { FactPlace } from '../missing/fact-keys.ts';
import { explainProgrammes, explainValue, type ProgrammeExplanation } from './explain-programmes.ts';

/** Determined anew by every test: how rules are told is kept with them. */
const determined = () =>
  determinedBy(
    [
      ['need', 'fen', 'max(0, household.standardOf - wage)', { on: 'person', per: 'month' }],
      ['standardOf', 'fen', 'floor(standard * ratio)', { per: 'month' }],
      ['poor', 'flag', 'wage < household.standardOf and not(student) and household.employed', { on: 'person' }],
      ['paid', 'fen', 'sum(members[poor].need)', { per: 'month' }],
      ['anyPoor', 'flag', 'some x in members satisfies x.poor'],
      ['dear', 'flag', 'cost > household.savings', { on: 'event' }],
    ],
    aHousehold(
      { employed: true, savings: 5 },
      [{ wage: 100, student: false }, { wage: 200, student: true }, { wage: 300 }],
      [{ cost: 3 }, { cost: 9 }],
    ),
    [
      { programme: 'help', eligible: 'anyPoor', amount: 'paid', excludes: [] },
      { programme: 'other', eligible: 'poor', amount: 'need', excludes: [] },
      { programme: 'none', eligible: 'dear', amount: null, excludes: [] },
    ],
  );

function provenanceOf({ id, on, index }: FactPlace): Provenance {
  if (id === 'wage' && on === 'person' && index === 1) return 'document';
  return id === 'employed' && on === 'household' && index === 0 ? 'register' : 'observed';
}

test.each<[string, number, readonly string[]]>([
  [
    'need',
    1,
    [
      '成员2的need = standardOf − wage，低于0的按0计',
      '= 1,294.50元/月 − 2元/月，低于0的按0计',
      '= 1,292.50元/月。',
      '· standardOf = standard × ratio，不足1分的部分舍去',
      '· = 863元/月 × 150%，不足1分的部分舍去',
      '· = 1,294.50元/月。',
      '· · standard为863元（每月）。',
      '· · ratio为150%。',
      '· 成员2的wage为2元/月（书面材料）。',
    ],
  ],
  [
    'poor',
    0,
    [
      '成员1poor：是。',
      '· 符合：wage（1元/月）低于standardOf（1,294.50元/月）。',
      '· · 成员1的wage为1元/月（现场查看）。',
      '· · standardOf = standard × ratio，不足1分的部分舍去',
      '· · = 863元/月 × 150%，不足1分的部分舍去',
      '· · = 1,294.50元/月。',
      '· · · standard为863元（每月）。',
      '· · · ratio为150%。',
      '· 成员1student：否（现场查看）。',
      '· employed：是（平台记录）。',
    ],
  ],
  ['poor', 1, ['成员2poor：否。', '· 成员2student：是（现场查看），要求为否。']],
  [
    'poor',
    2,
    [
      '成员3poor：尚不能确定。',
      '还需要了解（有的回答可以直接得出结果）：成员3student（是或否）。',
      '· 成员3student：尚不清楚。',
    ],
  ],
  [
    'paid',
    0,
    [
      'paid：尚不能确定。',
      '还需要了解（有的回答可以直接得出结果）：成员3student（是或否）。',
      '· 成员1的need = standardOf − wage，低于0的按0计',
      '· = 1,294.50元/月 − 1元/月，低于0的按0计',
      '· = 1,293.50元/月。',
      '· · standardOf = standard × ratio，不足1分的部分舍去',
      '· · = 863元/月 × 150%，不足1分的部分舍去',
      '· · = 1,294.50元/月。',
      '· · · standard为863元（每月）。',
      '· · · ratio为150%。',
      '· · 成员1的wage为1元/月（现场查看）。',
      '· 成员3poor：尚不能确定。',
      '· · 成员3student：尚不清楚。',
      '· 成员3的need = standardOf − wage，低于0的按0计',
      '· = 1,294.50元/月 − 3元/月，低于0的按0计',
      '· = 1,291.50元/月。',
      '· · 成员3的wage为3元/月（现场查看）。',
    ],
  ],
  [
    'anyPoor',
    0,
    [
      'anyPoor：是。',
      '· 符合：至少一名成员“poor”为是。',
      '· · 成员1poor：是。',
      '· · · 符合：wage（1元/月）低于standardOf（1,294.50元/月）。',
      '· · · · 成员1的wage为1元/月（现场查看）。',
      '· · · · standardOf = standard × ratio，不足1分的部分舍去',
      '· · · · = 863元/月 × 150%，不足1分的部分舍去',
      '· · · · = 1,294.50元/月。',
      '· · · · · standard为863元（每月）。',
      '· · · · · ratio为150%。',
      '· · · 成员1student：否（现场查看）。',
      '· · · employed：是（平台记录）。',
    ],
  ],
  [
    'dear',
    1,
    [
      '事件2dear：是。',
      '· 符合：cost（0.09元）超过savings（0.05元）。',
      '· · 事件2的cost为0.09元（现场查看）。',
      '· · savings为0.05元（现场查看）。',
    ],
  ],
  ['wage', 1, ['成员2的wage为2元/月（书面材料）。']],
  ['employed', 0, ['employed：是（平台记录）。']],
])('%s of number %i is told with whose each figure is and where it came from', (id, index, lines) => {
  expect(outlineOf(explainValue(determined(), id, { index, provenanceOf }))).toEqual(lines);
});

function told({ programme, index, eligible, amount }: ProgrammeExplanation): readonly string[] {
  return [`${programme} ${index}`, ...outlineOf(eligible), ...(amount ? ['amount', ...outlineOf(amount)] : [])];
}

test('of all programmes each thing is told once, and an amount only where one is due', () => {
  expect(explainProgrammes(determined()).flatMap(told)).toEqual([
    'help 0',
    'anyPoor：是。',
    '· 符合：至少一名成员“poor”为是。',
    '· · 成员1poor：是。',
    '· · · 符合：wage（1元/月）低于standardOf（1,294.50元/月）。',
    '· · · · 成员1的wage为1元/月（本人陈述）。',
    '· · · · standardOf = standard × ratio，不足1分的部分舍去',
    '· · · · = 863元/月 × 150%，不足1分的部分舍去',
    '· · · · = 1,294.50元/月。',
    '· · · · · standard为863元（每月）。',
    '· · · · · ratio为150%。',
    '· · · 成员1student：否（本人陈述）。',
    '· · · employed：是（本人陈述）。',
    'amount',
    'paid：尚不能确定。',
    '还需要了解（有的回答可以直接得出结果）：成员3student（是或否）。',
    '· 成员1的need = standardOf − wage，低于0的按0计',
    '· = 1,294.50元/月 − 1元/月，低于0的按0计',
    '· = 1,293.50元/月。',
    '· 成员3poor：尚不能确定。',
    '· · 成员3student：尚不清楚。',
    '· 成员3的need = standardOf − wage，低于0的按0计',
    '· = 1,294.50元/月 − 3元/月，低于0的按0计',
    '· = 1,291.50元/月。',
    '· · 成员3的wage为3元/月（本人陈述）。',
    'other 0',
    '成员1poor：是。',
    '· 符合：wage（1元/月）低于standardOf（1,294.50元/月）。',
    '· 成员1student：否（本人陈述）。',
    '· employed：是（本人陈述）。',
    'amount',
    '成员1的need = standardOf − wage，低于0的按0计',
    '= 1,294.50元/月 − 1元/月，低于0的按0计',
    '= 1,293.50元/月。',
    'other 1',
    '成员2poor：否。',
    '· 成员2student：是（本人陈述），要求为否。',
    'other 2',
    '成员3poor：尚不能确定。',
    '还需要了解（有的回答可以直接得出结果）：成员3student（是或否）。',
    '· 成员3student：尚不清楚。',
    'amount',
    '成员3的need = standardOf − wage，低于0的按0计',
    '= 1,294.50元/月 − 3元/月，低于0的按0计',
    '= 1,291.50元/月。',
    'none 0',
    '事件1dear：否。',
    '· 不符合：cost（0.03元）低于savings（0.05元），要求超过。',
    '· · 事件1的cost为0.03元（本人陈述）。',
    '· · savings为0.05元（本人陈述）。',
    'none 1',
    '事件2dear：是。',
    '· 符合：cost（0.09元）超过savings（0.05元）。',
    '· · 事件2的cost为0.09元（本人陈述）。',
  ]);
});

test('in brief what decides is told, but not why that is so; of what is open only what to ask', () => {
  expect(explainProgrammes(determined(), { programme: 'other', extent: 'brief' }).flatMap(told)).toEqual([
    'other 0',
    '成员1poor：是。',
    '· 符合：wage（1元/月）低于standardOf（1,294.50元/月）。',
    '· · 成员1的wage为1元/月（本人陈述）。',
    '· · standardOf：1,294.50元/月。',
    '· 成员1student：否（本人陈述）。',
    '· employed：是（本人陈述）。',
    'amount',
    '成员1的need = standardOf − wage，低于0的按0计',
    '= 1,294.50元/月 − 1元/月，低于0的按0计',
    '= 1,293.50元/月。',
    'other 1',
    '成员2poor：否。',
    '· 成员2student：是（本人陈述），要求为否。',
    'other 2',
    '成员3poor：尚不能确定。',
    '还需要了解（有的回答可以直接得出结果）：成员3student（是或否）。',
    'amount',
    '成员3的need = standardOf − wage，低于0的按0计',
    '= 1,294.50元/月 − 3元/月，低于0的按0计',
    '= 1,291.50元/月。',
    '· 成员3的wage为3元/月（本人陈述）。',
  ]);
});

test('a fact of the household in a rule of a member or of an event is told as the household’s, in its own words', () => {
  const facts = aHousehold(
    { door: 'green', savings: 1 },
    [{ hat: 'red' }, { hat: 'blue' }],
    [
      { urgent: true, cost: 5 },
      { urgent: false, cost: 7 },
    ],
  );
  const rules = determinedBy(
    [
      ['fits', 'flag', 'household.door = "red" and hat = "blue"', { on: 'person' }],
      ['grave', 'flag', 'urgent and cost > household.savings', { on: 'event' }],
    ],
    facts,
  );
  expect(outlineOf(explainValue(rules, 'fits', { index: 1 }))).toEqual([
    '成员2fits：否。',
    '· 不符合：door为door:green，要求是door:red。',
    '· · door为door:green（本人陈述）。',
  ]);
  expect(outlineOf(explainValue(rules, 'grave', { index: 0 }))).toEqual([
    '事件1grave：是。',
    '· 事件1urgent：是（本人陈述）。',
    '· 符合：cost（0.05元）超过savings（0.01元）。',
    '· · 事件1的cost为0.05元（本人陈述）。',
    '· · savings为0.01元（本人陈述）。',
  ]);
  expect(outlineOf(explainValue(rules, 'grave', { index: 1 }))).toEqual([
    '事件2grave：否。',
    '· 事件2urgent：否（本人陈述），要求为是。',
  ]);
});

test('a rule that was told for one programme is told without its reasons for the next', () => {
  const rules = determinedBy(
    [
      ['poor', 'flag', 'income < standard'],
      ['poorer', 'flag', 'poor and income * 2 < standard'],
    ],
    aHousehold({ income: 5 }),
    [
      { programme: 'help', eligible: 'poor', amount: null, excludes: [] },
      { programme: 'more', eligible: 'poorer', amount: null, excludes: [] },
    ],
  );
  expect(explainProgrammes(rules).flatMap(told)).toEqual([
    'help 0',
    'poor：是。',
    '· 符合：income（0.05元/月）低于standard（863元/月）。',
    '· · income为0.05元/月（本人陈述）。',
    '· · standard为863元（每月）。',
    'more 0',
    'poorer：是。',
    '· poor：是。',
    '· 符合：income × 2（0.05元/月 × 2 = 0.10元/月）低于standard（863元/月）。',
  ]);
});

test('figures of members, of events and of the household are told once each', () => {
  const facts = aHousehold(
    { savings: 1 },
    [
      { wage: 3, born: '2019-01-01', hat: 'red', ill: false },
      { wage: 4, born: '2018-01-01', hat: 'blue', ill: false },
    ],
    [{ cost: 5 }, { cost: 6 }],
  );
  const rules = determinedBy(
    [
      ['twice', 'fen', 'cost * 2', { on: 'event' }],
      ['result', 'flag', 'young and dear'],
      [
        'young',
        'flag',
        'every x in members satisfies x.wage > 0 and x.born < opening and x.born < today() and x.hat != "green" and not(x.ill)',
      ],
      ['dear', 'flag', 'every x in events satisfies x.cost > 0 and x.twice > savings and x.twice > x.cost'],
    ],
    facts,
  );
  const lines = outlineOf(explainValue(rules, 'result'));
  const told = lines
    .map((line) => line.replaceAll('· ', ''))
    .filter((line) => /^(成员|事件)\d的(wage|born|hat|cost|twice)(为| =)/.test(line));
  expect(told).toEqual([
    '成员1的wage为0.03元/月（本人陈述）。',
    '成员1的born为2019年1月1日（本人陈述）。',
    '成员1的hat为hat:red（本人陈述）。',
    '成员2的wage为0.04元/月（本人陈述）。',
    '成员2的born为2018年1月1日（本人陈述）。',
    '成员2的hat为hat:blue（本人陈述）。',
    '事件1的cost为0.05元（本人陈述）。',
    '事件1的twice = cost × 2',
    '事件2的cost为0.06元（本人陈述）。',
    '事件2的twice = cost × 2',
  ]);
});

test('while it is not known who counts, no figure of theirs stands in the total', () => {
  const members = [{ wage: 1, ill: true }, { wage: 2 }, { wage: 3, ill: false }];
  const total = (expression: string, unit: 'fen' | 'count') => {
    const { formula } = explainValue(
      determinedBy([['total', unit, expression, unit === 'fen' ? { per: 'month' } : {}]], aHousehold({}, members)),
      'total',
    );
    return formula?.kind === 'total' ? formula.parts : null;
  };
  const first = { on: 'person', index: 0 };
  expect(total('sum(members[ill].wage)', 'fen')).toMatchObject([
    { id: 'wage', value: 1, unit: 'fen', who: first },
    { id: null, value: null, unit: 'count' },
  ]);
  expect(total('count(members[ill])', 'count')).toMatchObject([
    { id: null, value: 1, unit: 'count', who: first },
    { id: null, value: null, unit: 'count' },
  ]);
});

test('a statement is known by its rule and its place in it', () => {
  const rule = 'some x in members satisfies x.wage > income and (x.student or x.ill or x.wage > rent)';
  const facts = aHousehold({ income: 3, rent: 2 }, [{ wage: 5, student: true }]);
  const [members] = explainValue(determinedBy([['result', 'flag', rule]], facts), 'result').children;
  const [member] = members?.children ?? [];
  const ids = [members, member, ...(member?.children ?? [])].map((one) => one?.id);
  expect(ids).toEqual(['result@0', 'result@0', 'result@28', 'result@49']);
});

test('what nobody defined is not explained', () => {
  expect(() => explainValue(determined(), 'nothing')).toThrow('There is no fact or variable nothing.');
});
