import { expect, test } from 'vitest';
import { aComparison, aFigure, anOperation, aSide, inWords } from '../../testing/a-formula.ts';
import type { Combination, Comparison, FlagTest, Formula, Membership, OfMembers, Within } from './formula.ts';
import { sayCondition } from './say-condition.ts';
import { sayStatement } from './say-statement.ts';
import { startSaying } from './start-saying.ts';

const a = aFigure(100, 'fen', { label: inWords('甲', 'a') });
const b = aFigure(250, 'fen', { label: inWords('乙', 'b') });
const open = aFigure(null, 'fen', { label: inWords('丙', 'c') });
const day = aFigure('2026-02-28', 'date', { label: inWords('到期日', 'end') });
const today = aFigure('2026-03-01', 'date', { label: inWords('今天', 'today') });
const grade = aFigure('二级', 'text', { label: inWords('等级', 'grade'), option: inWords('二级', 'two') });
const asGrade = aFigure('二级', 'text', { label: inWords('原等级', 'former grade'), option: inWords('二级', 'two') });
const one = aFigure('一级', 'text', { option: inWords('一级', 'one') });
const two = aFigure('二级', 'text', { option: inWords('二级', 'two') });
const kinds = aFigure(null, 'list', { id: 'kinds', label: inWords('清单', 'kinds') });
const age = aFigure(59, 'years', { label: inWords('年龄', 'age') });
const employed: Formula = {
  kind: 'flag',
  expected: true,
  of: aFigure(true, 'flag', { label: inWords('已就业', 'employed') }),
};
const isOpen: FlagTest = {
  ...employed,
  expected: false,
  of: aFigure(true, 'flag', { label: inWords('在校', 'at school') }),
};
const sum = anOperation('+', a, b);

const among = (parts: Partial<Membership> = {}): Membership => {
  return { kind: 'membership', isNegated: false, of: aSide(grade), among: [one, two], ...parts };
};
const between = (parts: Partial<Within> = {}): Within => {
  const sides = { of: aSide(a), low: aSide(b), high: aSide(open) };
  return { kind: 'within', isNegated: false, ...sides, isLowIncluded: true, isHighIncluded: true, ...parts };
};
const both = (...parts: readonly Formula[]): Combination => ({ kind: 'combination', operator: 'and', parts });
const either = (...parts: readonly Formula[]): Combination => ({ kind: 'combination', operator: 'or', parts });
const members = (parts: Partial<OfMembers> = {}): OfMembers => {
  return { kind: 'members', quantifier: 'some', over: 'person', where: null, condition: employed, ...parts };
};

test.each<[Formula, string, string]>([
  [aComparison('=', a, b), '甲等于乙', 'a is equal to b'],
  [aComparison('!=', a, b), '甲不等于乙', 'a is not equal to b'],
  [aComparison('<', a, b), '甲低于乙', 'a is below b'],
  [aComparison('<=', a, b), '甲不超过乙', 'a is not above b'],
  [aComparison('>', a, sum), '甲超过（甲 + 乙）', 'a is above (a + b)'],
  [aComparison('>=', sum, b), '（甲 + 乙）达到或超过乙', '(a + b) is at or above b'],
  [aComparison('>=', a, aFigure(100, 'fen')), '甲达到或超过1元', 'a is at or above 1 yuan'],
  [aComparison('=', day, today), '到期日就是今天', 'end is the same as today'],
  [aComparison('<', day, today), '到期日早于今天', 'end is before today'],
  [aComparison('=', grade, one), '等级是一级', 'grade is one'],
  [aComparison('!=', grade, one), '等级不是一级', 'grade is not one'],
  [aComparison('=', grade, asGrade), '等级等于原等级', 'grade is equal to former grade'],
  [
    aComparison('=', grade, anOperation('least', a, b)),
    '等级等于（甲与乙中较小的）',
    'grade is equal to (the smaller of a and b)',
  ],
  [aComparison('<', grade, one), '等级低于一级', 'grade is below one'],
  [aComparison('=', a, aFigure(5, 'fen')), '甲等于0.05元', 'a is equal to 0.05 yuan'],
  [among(), '等级是一级或二级', 'grade is one or two'],
  [among({ isNegated: true, among: [one] }), '等级不是一级', 'grade is not one'],
  [among({ among: [kinds, one] }), '等级是“清单”之一或一级', 'grade is one of “kinds” or one'],
  [between(), '甲达到或超过乙且不超过丙', 'a is at or above b and not above c'],
  [between({ isLowIncluded: false, isHighIncluded: false }), '甲超过乙且低于丙', 'a is above b and below c'],
  [
    between({ isNegated: true }),
    '甲不在这一范围：达到或超过乙且不超过丙',
    'a is not both at or above b and not above c',
  ],
  [employed, '“已就业”为是', '“employed” is yes'],
  [isOpen, '“在校”为否', '“at school” is no'],
  [{ kind: 'flag', expected: true, of: aComparison('<', a, b) }, '“甲低于乙”为是', '“a is below b” is yes'],
  [{ kind: 'flag', expected: true, of: aFigure(true, 'flag') }, '“是”为是', '“yes” is yes'],
  [both(employed, isOpen), '“已就业”为是，且“在校”为否', '“employed” is yes and “at school” is no'],
  [
    either(employed, both(isOpen, employed)),
    '“已就业”为是，或者（“在校”为否，且“已就业”为是）',
    '“employed” is yes or (“at school” is no and “employed” is yes)',
  ],
  [members(), '至少一名成员“已就业”为是', 'for at least one member: “employed” is yes'],
  [members({ over: 'event' }), '至少一次事件“已就业”为是', 'for at least one event: “employed” is yes'],
  [members({ quantifier: 'every' }), '每名成员“已就业”为是', 'for every member: “employed” is yes'],
  [
    members({ quantifier: 'every', over: 'event', where: isOpen }),
    '每次事件（只算“在校”为否的）“已就业”为是',
    'for every event (only where “at school” is no): “employed” is yes',
  ],
  [
    { kind: 'chosen', holds: null, condition: employed, ifSo: isOpen, otherwise: employed },
    '“已就业”为是时为“在校”为否，否则为“已就业”为是',
    '“at school” is no where “employed” is yes, otherwise “employed” is yes',
  ],
  [
    { kind: 'chosen', holds: null, condition: employed, ifSo: null, otherwise: isOpen },
    '“已就业”为是时为，否则为“在校”为否',
    ' where “employed” is yes, otherwise “at school” is no',
  ],
  [sum, '甲 + 乙', 'a + b'],
])('a rule states its condition: %#', (formula, zh, en) => {
  const said = [sayCondition(formula, startSaying('zh', {})), sayCondition(formula, startSaying('en', {}))];
  expect(said).toEqual([zh, en]);
});

const compared = (operator: Comparison['operator'], left: number | null, right: number | null) =>
  aComparison(operator, { ...a, value: left }, { ...b, value: right });

test.each<[Formula, 'yes' | 'no' | 'unknown' | null, string, string]>([
  [compared('<', 1, 2), 'yes', '甲（0.01元）低于乙（0.02元）', 'a (0.01 yuan) is below b (0.02 yuan)'],
  [compared('<', 1, 2), null, '甲（0.01元）低于乙（0.02元）', 'a (0.01 yuan) is below b (0.02 yuan)'],
  [
    compared('=', 1, 2),
    'no',
    '甲（0.01元）不等于乙（0.02元），要求等于',
    'a (0.01 yuan) is not equal to b (0.02 yuan); required: equal to',
  ],
  [
    compared('!=', 2, 2),
    'no',
    '甲（0.02元）等于乙（0.02元），要求不等于',
    'a (0.02 yuan) is equal to b (0.02 yuan); required: not equal to',
  ],
  // What is told may be cut; the comparison itself was exact.
  [
    compared('!=', 2, 3),
    'no',
    '甲（0.02元）等于乙（0.03元），要求不等于',
    'a (0.02 yuan) is equal to b (0.03 yuan); required: not equal to',
  ],
  [
    compared('<', 2, 2),
    'no',
    '甲（0.02元）等于乙（0.02元），要求低于',
    'a (0.02 yuan) is equal to b (0.02 yuan); required: below',
  ],
  [
    compared('<', 3, 2),
    'no',
    '甲（0.03元）超过乙（0.02元），要求低于',
    'a (0.03 yuan) is above b (0.02 yuan); required: below',
  ],
  [
    compared('<=', 3, 2),
    'no',
    '甲（0.03元）超过乙（0.02元），要求不超过',
    'a (0.03 yuan) is above b (0.02 yuan); required: not above',
  ],
  [
    compared('>', 2, 2),
    'no',
    '甲（0.02元）等于乙（0.02元），要求超过',
    'a (0.02 yuan) is equal to b (0.02 yuan); required: above',
  ],
  [
    compared('>', 1, 2),
    'no',
    '甲（0.01元）低于乙（0.02元），要求超过',
    'a (0.01 yuan) is below b (0.02 yuan); required: above',
  ],
  [
    compared('>=', 1, 2),
    'no',
    '甲（0.01元）低于乙（0.02元），要求达到或超过',
    'a (0.01 yuan) is below b (0.02 yuan); required: at or above',
  ],
  [
    compared('<', null, 2),
    'unknown',
    '甲（尚不清楚）是否低于乙（0.02元）',
    'whether a (not yet known) is below b (0.02 yuan)',
  ],
  [
    aComparison('>=', day, today),
    'no',
    '到期日（2026年2月28日）早于今天（2026年3月1日），要求不早于',
    'end (2026-02-28) is before today (2026-03-01); required: not before',
  ],
  [
    aComparison('<=', today, day),
    'no',
    '今天（2026年3月1日）晚于到期日（2026年2月28日），要求不晚于',
    'today (2026-03-01) is after end (2026-02-28); required: not after',
  ],
  [
    aComparison('>=', age, aFigure(60, 'years')),
    'no',
    '年龄（59岁）低于60年，要求达到或超过',
    'age (59 years) is below 60 years; required: at or above',
  ],
  [
    { ...compared('<', 1, 2), left: aSide(sum, { value: 350, unit: 'fen' }) },
    'yes',
    '甲 + 乙（1元 + 2.50元 = 3.50元）低于乙（0.02元）',
    'a + b (1 yuan + 2.50 yuan = 3.50 yuan) is below b (0.02 yuan)',
  ],
  [
    { ...compared('<', 1, 2), left: aSide(sum) },
    'unknown',
    '甲 + 乙（尚不清楚）是否低于乙（0.02元）',
    'whether a + b (not yet known) is below b (0.02 yuan)',
  ],
  [aComparison('=', grade, two), 'yes', '等级为二级', 'grade is two'],
  [aComparison('!=', grade, one), 'yes', '等级为二级', 'grade is two'],
  [aComparison('=', grade, one), 'no', '等级为二级，要求是一级', 'grade is two; required: one'],
  [aComparison('!=', grade, two), 'no', '等级为二级，要求不是二级', 'grade is two; required: not two'],
  [
    aComparison('=', { ...grade, value: null, option: undefined }, one),
    'unknown',
    '“等级”尚不清楚，要求是一级',
    '“grade” is not yet known; required: one',
  ],
  [
    aComparison('=', grade, asGrade),
    'yes',
    '等级（二级）等于原等级（二级）',
    'grade (two) is equal to former grade (two)',
  ],
  [among(), 'yes', '等级为二级', 'grade is two'],
  [among({ among: [one] }), 'no', '等级为二级，要求是一级', 'grade is two; required: one'],
  [among({ isNegated: true }), 'no', '等级为二级，要求不是一级或二级', 'grade is two; required: not one or two'],
  [among(), 'unknown', '“等级”尚不清楚，要求是一级或二级', '“grade” is not yet known; required: one or two'],
  [among({ among: [one, kinds] }), 'yes', '等级为二级，属于一级或“清单”之一', 'grade is two, one or one of “kinds”'],
  [among({ among: [aComparison('<', a, b)] }), 'yes', '等级为二级，即是甲低于乙', 'grade is two, that is a is below b'],
  [
    between({ high: aSide(b) }),
    'yes',
    '甲（1元）达到或超过乙（2.50元）且不超过乙（2.50元）',
    'a (1 yuan) is at or above b (2.50 yuan) and not above b (2.50 yuan)',
  ],
  [
    between({ isNegated: true, isLowIncluded: false, isHighIncluded: false }),
    'yes',
    '甲（1元）不在这一范围：超过乙（2.50元）且低于丙（尚不清楚）',
    'a (1 yuan) is not both above b (2.50 yuan) and below c (not yet known)',
  ],
  [employed, 'yes', '“已就业”为是', '“employed” is yes'],
  [employed, 'no', '“已就业”为否，要求为是', '“employed” is no; required: yes'],
  [employed, 'unknown', '“已就业”尚不清楚', '“employed” is not yet known'],
  [isOpen, 'yes', '“在校”为否', '“at school” is no'],
  [isOpen, 'no', '“在校”为是，要求为否', '“at school” is yes; required: no'],
  [both(), 'yes', '以下各项都成立', 'all of the following'],
  [both(), 'no', '以下要求没有全部达到', 'not all that is required'],
  [both(), 'unknown', '以下各项还不清楚', 'the following is not yet known'],
  [both(), null, '以下各项还不清楚', 'the following is not yet known'],
  [either(), 'yes', '以下至少一项成立', 'at least one of the following'],
  [either(), 'no', '以下各项都没有达到', 'none of the following'],
  [either(), 'unknown', '以下各项还不清楚', 'the following is not yet known'],
  [members(), 'yes', '至少一名成员“已就业”为是', 'for at least one member: “employed” is yes'],
  [members(), 'no', '要求至少一名成员“已就业”为是', 'required for at least one member: “employed” is yes'],
  [members(), 'unknown', '要求至少一名成员“已就业”为是', 'required for at least one member: “employed” is yes'],
  [sum, 'yes', '甲 + 乙', 'a + b'],
])('how it is with a condition: %#', (formula, outcome, zh, en) => {
  const said = [
    sayStatement(formula, outcome, startSaying('zh', {})),
    sayStatement(formula, outcome, startSaying('en', {})),
  ];
  expect(said).toEqual([zh, en]);
});
