import { expect, test } from 'vitest';
import { aHousehold, determinedBy, outlineOf } from '../../../testing/an-explained-rule.ts';
import type { Provenance } from '../../explanation/explanation.ts';
import type { FactPlace } from '../missing/fact-keys.ts';
import { explainProgrammes, explainValue, type ProgrammeExplanation } from './explain-programmes.ts';

const DETERMINED = determinedBy(
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
      '还需要了解（知道了就可能确定）：成员3student（是或否）。',
      '· 成员3student：尚不清楚。',
    ],
  ],
  [
    'paid',
    0,
    [
      'paid：尚不能确定。',
      '还需要了解（知道了就可能确定）：成员3student（是或否）。',
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
  expect(outlineOf(explainValue(DETERMINED, id, { index, provenanceOf }))).toEqual(lines);
});

function told({ programme, index, eligible, amount }: ProgrammeExplanation): readonly string[] {
  return [`${programme} ${index}`, ...outlineOf(eligible), ...(amount ? ['amount', ...outlineOf(amount)] : [])];
}

test('of all programmes each thing is told once, and an amount only where one is due', () => {
  expect(explainProgrammes(DETERMINED).flatMap(told)).toEqual([
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
    '还需要了解（知道了就可能确定）：成员3student（是或否）。',
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
    '还需要了解（知道了就可能确定）：成员3student（是或否）。',
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
  expect(explainProgrammes(DETERMINED, { programme: 'other', extent: 'brief' }).flatMap(told)).toEqual([
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
    '还需要了解（知道了就可能确定）：成员3student（是或否）。',
    'amount',
    '成员3的need = standardOf − wage，低于0的按0计',
    '= 1,294.50元/月 − 3元/月，低于0的按0计',
    '= 1,291.50元/月。',
    '· 成员3的wage为3元/月（本人陈述）。',
  ]);
});

test('what nobody defined is not explained', () => {
  expect(() => explainValue(DETERMINED, 'nothing')).toThrow('There is no fact or variable nothing.');
});
