import { expect, test } from 'vitest';
import { aComparison, aFigure, anOperation, inWords } from '../../testing/a-formula.ts';
import type { ChosenFormula, Formula, RoundedFormula, TotalFormula } from './formula.ts';
import { sayFormula } from './say-formula.ts';
import { startSaying } from './start-saying.ts';

const a = aFigure(100, 'fen', { label: inWords('甲', 'a') });
const b = aFigure(250, 'fen', { label: inWords('乙', 'b') });
const c = aFigure(null, 'fen', { label: inWords('丙', 'c') });
const zero = aFigure(0, 'fen');
const noughtNamed = aFigure(0, 'fen', { label: inWords('零', 'nought') });
const employed = aFigure(true, 'flag', { label: inWords('已就业', 'employed') });
const isEmployed: Formula = { kind: 'flag', expected: true, of: employed };
const sum = anOperation('+', a, b);
const product = anOperation('*', a, b);
const days = anOperation('daysBetween', a, b);

function chosen(parts: Partial<ChosenFormula> = {}): ChosenFormula {
  return { kind: 'chosen', holds: null, condition: isEmployed, ifSo: a, otherwise: b, ...parts };
}

function rounded(way: RoundedFormula['way'], to = 100, of: Formula = a, unit: RoundedFormula['unit'] = 'fen'): Formula {
  return { kind: 'rounded', way, to, unit, of };
}

const wageOf = (index: number, value: number | null) =>
  aFigure(value, 'fen', { label: inWords('工资', 'wage'), who: { on: 'person', index } });

function total(parts: Partial<TotalFormula> = {}): TotalFormula {
  const item = aFigure(null, 'fen', { label: inWords('工资', 'wage') });
  return { kind: 'total', fold: 'sum', over: 'person', item, where: null, parts: null, ...parts };
}

const said = (formula: Formula, mode: 'names' | 'figures') => [
  sayFormula(formula, mode, startSaying('zh', {})),
  sayFormula(formula, mode, startSaying('en', {})),
];

test.each<[string, Formula, string, string]>([
  ['a sum', sum, '甲 + 乙', 'a + b'],
  ['a sum of sums', anOperation('+', sum, sum), '甲 + 乙 + 甲 + 乙', 'a + b + a + b'],
  [
    'a sum with a phrase',
    anOperation('+', days, days),
    '（从甲到乙的天数） + （从甲到乙的天数）',
    '(days from a to b) + (days from a to b)',
  ],
  ['a difference', anOperation('-', sum, product), '甲 + 乙 − 甲 × 乙', 'a + b − a × b'],
  [
    'a difference from a sum',
    anOperation('-', days, sum),
    '（从甲到乙的天数） − （甲 + 乙）',
    '(days from a to b) − (a + b)',
  ],
  ['a product', anOperation('*', product, product), '甲 × 乙 × 甲 × 乙', 'a × b × a × b'],
  ['a product of sums', anOperation('*', sum, sum), '（甲 + 乙） × （甲 + 乙）', '(a + b) × (a + b)'],
  ['a quotient', anOperation('/', product, c), '甲 × 乙 ÷ 丙', 'a × b ÷ c'],
  ['a quotient by a product', anOperation('/', sum, product), '（甲 + 乙） ÷ （甲 × 乙）', '(a + b) ÷ (a × b)'],
  ['a quotient in a product', anOperation('*', anOperation('/', a, b), c), '甲 ÷ 乙 × 丙', 'a ÷ b × c'],
  ['what is left, in a product', anOperation('*', anOperation('-', a, b), c), '（甲 − 乙） × 丙', '(a − b) × c'],
  ['a negation', anOperation('negate', a), '−甲', '−a'],
  ['a negated product', anOperation('negate', product), '−（甲 × 乙）', '−(a × b)'],
  ['a negation in a product', anOperation('*', anOperation('negate', a), b), '−甲 × 乙', '−a × b'],
  ['by a negation', anOperation('/', a, anOperation('negate', b)), '甲 ÷ （−乙）', 'a ÷ (−b)'],
  ['without its sign', anOperation('absolute', a), '甲（不计正负）', 'a (without its sign)'],
  [
    'a product without its sign',
    anOperation('/', a, anOperation('absolute', product)),
    '甲 ÷ （甲 × 乙）（不计正负）',
    'a ÷ (a × b) (without its sign)',
  ],
  [
    'full months beyond full years',
    anOperation('monthsBeyondYears', a, b),
    '从甲到乙满年之外的整月数',
    'full months beyond full years from a to b',
  ],
  ['full months', anOperation('monthsBetween', a, b), '从甲到乙的整月数', 'full months from a to b'],
  [
    'full years from a sum',
    anOperation('yearsBetween', sum, sum),
    '从（甲 + 乙）到（甲 + 乙）的周年数',
    'full years from (a + b) to (a + b)',
  ],
  [
    'the least of three',
    anOperation('least', a, sum, days),
    '甲、甲 + 乙、（从甲到乙的天数）中最小的',
    'the smallest of a, a + b, (days from a to b)',
  ],
  [
    'by the greatest of three',
    anOperation('/', a, anOperation('greatest', a, b, c)),
    '甲 ÷ 甲、乙、丙中最大的',
    'a ÷ the largest of a, b, c',
  ],
  ['the lesser of two', anOperation('least', sum, b), '（甲 + 乙）与乙中较小的', 'the smaller of (a + b) and b'],
  [
    'by the greater of two',
    anOperation('/', a, anOperation('greatest', b, sum)),
    '甲 ÷ 乙与（甲 + 乙）中较大的',
    'a ÷ the larger of b and (a + b)',
  ],
  ['not below nought', anOperation('greatest', zero, sum), '甲 + 乙，低于0的按0计', 'a + b, at least 0'],
  [
    'not below nought, the other way round',
    anOperation('greatest', days, zero),
    '（从甲到乙的天数），低于0的按0计',
    '(days from a to b), at least 0',
  ],
  [
    'not below nought, in a sum',
    anOperation('+', anOperation('greatest', a, zero), b),
    '（甲，低于0的按0计） + 乙',
    '(a, at least 0) + b',
  ],
  ['at most nought', anOperation('least', a, zero), '甲与0元中较小的', 'the smaller of a and 0 yuan'],
  [
    'the greater of two of which none is a bare nought',
    anOperation('greatest', noughtNamed, aFigure(100, 'fen')),
    '零与1元中较大的',
    'the larger of nought and 1 yuan',
  ],
  ['rounded down', rounded('floor', 100), '甲，不足1元的部分舍去', 'a, rounded down to 1 yuan'],
  ['rounded towards nought', rounded('down', 1), '甲，不足1分的部分舍去', 'a, rounded towards zero to 0.01 yuan'],
  ['rounded up', rounded('ceiling', 10), '甲，不足1角的按1角计', 'a, rounded up to 0.10 yuan'],
  ['rounded away from nought', rounded('up', 100), '甲，不足1元的按1元计', 'a, rounded up to 1 yuan'],
  ['rounded half up', rounded('half up', 1, a, 'count'), '甲，四舍五入到1', 'a, rounded to the nearest 1'],
  [
    'rounded half down, in a sum',
    anOperation('+', rounded('half down', 1_000, sum), b),
    '（甲 + 乙，五舍六入到10元） + 乙',
    '(a + b, rounded to the nearest 10 yuan, halves down) + b',
  ],
  ['a choice', chosen(), '“已就业”为是时为甲，否则为乙', 'a where “employed” is yes, otherwise b'],
  [
    'a choice that is open',
    chosen({ holds: 'unknown', ifSo: sum, otherwise: days }),
    '“已就业”为是时为甲 + 乙，否则为（从甲到乙的天数）',
    'a + b where “employed” is yes, otherwise (days from a to b)',
  ],
  [
    'a choice in a sum',
    anOperation('+', chosen(), b),
    '（“已就业”为是时为甲，否则为乙） + 乙',
    '(a where “employed” is yes, otherwise b) + b',
  ],
  ['a choice taken', chosen({ holds: 'yes', otherwise: null }), '甲，因为“已就业”为是', 'a, because “employed” is yes'],
  ['a choice not taken', chosen({ holds: 'no', ifSo: null }), '乙，因为“已就业”为否', 'b, because “employed” is no'],
  [
    'a choice taken, in a sum',
    anOperation('+', chosen({ holds: 'yes' }), b),
    '（甲，因为“已就业”为是） + 乙',
    '(a, because “employed” is yes) + b',
  ],
  [
    'of one choice in the other the last',
    chosen({ holds: 'no', otherwise: chosen({ holds: 'yes' }) }),
    '甲，因为“已就业”为是',
    'a, because “employed” is yes',
  ],
  [
    'a choice by something that has no short opposite',
    chosen({ holds: 'no', condition: chosen() }),
    '乙，因为不符合：“已就业”为是时为甲，否则为乙',
    'b, because this is not so: a where “employed” is yes, otherwise b',
  ],
  [
    'a choice by a comparison that fails',
    chosen({ holds: 'no', condition: aComparison('<', a, b) }),
    '乙，因为甲达到或超过乙',
    'b, because a is at or above b',
  ],
  ['a condition in a sum', anOperation('+', isEmployed, b), '（“已就业”为是） + 乙', '(“employed” is yes) + b'],
  ['a total', total(), '各成员工资合计', 'total wage of the members'],
  [
    'a total whose figures are known',
    total({ parts: [wageOf(0, 100)] }),
    '各成员工资合计',
    'total wage of the members',
  ],
  ['a total of events', total({ over: 'event' }), '各次工资合计', 'total wage of the events'],
  [
    'by a total of sums',
    anOperation('/', a, total({ item: sum })),
    '甲 ÷ 各成员（甲 + 乙）合计',
    'a ÷ total (a + b) of the members',
  ],
  [
    'by a total of those who count',
    anOperation('/', a, total({ where: isEmployed })),
    '甲 ÷ 各成员工资合计（只算“已就业”为是的）',
    'a ÷ total wage of the members (only where “employed” is yes)',
  ],
  [
    'somebody’s tie to another, which is no possession',
    aFigure('spouse', 'text', {
      label: inWords('与申请人的关系', 'relation to the applicant'),
      who: { on: 'person', index: 1 },
    }),
    '成员2与申请人的关系',
    'member 2: relation to the applicant',
  ],
  [
    'somebody’s figure',
    aFigure(1, 'fen', { label: inWords('工资收入', 'x'), who: { on: 'person', index: 1 } }),
    '成员2的工资收入',
    'member 2: x',
  ],
  [
    'one that has an owner',
    aFigure(1, 'fen', { label: inWords('缴纳的税款', 'x'), who: { on: 'person', index: 1 } }),
    '成员2缴纳的税款',
    'member 2: x',
  ],
  [
    'one that has it in brackets',
    aFigure(1, 'fen', { label: inWords('工资（税后的）', 'x'), who: { on: 'person', index: 1 } }),
    '成员2的工资（税后的）',
    'member 2: x',
  ],
  [
    'one of an event',
    aFigure(1, 'fen', { label: inWords('急救费用中已付的部分', 'x'), who: { on: 'event', index: 1 } }),
    '事件2的急救费用中已付的部分',
    'event 2: x',
  ],
  ['a number of members', total({ fold: 'count', item: null }), '成员人数', 'number of members'],
  ['a number of events', total({ fold: 'count', over: 'event', item: null }), '次数', 'number of events'],
  ['the least of them', total({ fold: 'least' }), '各成员中最低的工资', 'lowest wage of the members'],
  [
    'the greatest of them',
    total({ fold: 'greatest', over: 'event' }),
    '各次中最高的工资',
    'highest wage of the events',
  ],
])('with names: %s', (_, formula, zh, en) => {
  expect(said(formula, 'names')).toEqual([zh, en]);
});

const parts = [wageOf(0, 100), wageOf(2, 250)];

test.each<[string, Formula, string, string]>([
  ['a sum', anOperation('+', a, c), '1元 + 尚不清楚', '1 yuan + not yet known'],
  ['a choice taken', chosen({ holds: 'yes' }), '1元', '1 yuan'],
  ['a choice with nothing told of the way taken', chosen({ holds: 'yes', ifSo: null }), '', ''],
  [
    'of a choice in the other the way taken',
    anOperation('*', chosen({ holds: 'no', otherwise: sum }), b),
    '（1元 + 2.50元） × 2.50元',
    '(1 yuan + 2.50 yuan) × 2.50 yuan',
  ],
  ['a total', total({ parts }), '成员1 1元 + 成员3 2.50元', 'member 1 1 yuan + member 3 2.50 yuan'],
  [
    'a total in a product',
    anOperation('*', total({ parts }), b),
    '（成员1 1元 + 成员3 2.50元） × 2.50元',
    '(member 1 1 yuan + member 3 2.50 yuan) × 2.50 yuan',
  ],
  [
    'a total of one in a product',
    anOperation('*', total({ parts: [wageOf(0, 100)] }), b),
    '成员1 1元 × 2.50元',
    'member 1 1 yuan × 2.50 yuan',
  ],
  [
    'a total of sums',
    total({ parts: [sum, product] }),
    '（1元 + 2.50元） + 1元 × 2.50元',
    '(1 yuan + 2.50 yuan) + 1 yuan × 2.50 yuan',
  ],
  ['a total of nobody', anOperation('/', a, total({ parts: [] })), '1元 ÷ 0', '1 yuan ÷ 0'],
  ['the least of nobody', anOperation('/', a, total({ fold: 'least', parts: [] })), '1元 ÷ 没有', '1 yuan ÷ none'],
  [
    'the least of them',
    anOperation('/', a, total({ fold: 'least', parts })),
    '1元 ÷ 成员1 1元、成员3 2.50元中最小的',
    '1 yuan ÷ the smallest of member 1 1 yuan, member 3 2.50 yuan',
  ],
  [
    'the greatest of them',
    total({ fold: 'greatest', parts }),
    '成员1 1元、成员3 2.50元中最大的',
    'the largest of member 1 1 yuan, member 3 2.50 yuan',
  ],
  ['a number of members', anOperation('/', a, total({ fold: 'count', parts })), '1元 ÷ 2人', '1 yuan ÷ 2'],
  ['a number of events', total({ fold: 'count', over: 'event', parts }), '2次', '2'],
  ['a number of nobody', total({ fold: 'count', parts: [] }), '0人', '0'],
  [
    'a number that is open',
    total({ fold: 'count', parts: [wageOf(0, 1), wageOf(1, null)] }),
    '尚不清楚',
    'not yet known',
  ],
])('with figures: %s', (_, formula, zh, en) => {
  expect(said(formula, 'figures')).toEqual([zh, en]);
});
