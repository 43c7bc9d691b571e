import { expect, test } from 'vitest';
import { parseExpression } from '../../feel/syntax/parse.ts';
import { ruleInWords } from './rule-in-words.ts';

const LABELS: Readonly<Record<string, { zh: string; en: string }>> = {
  income: { zh: '月收入', en: 'monthly income' },
  age: { zh: '年龄', en: 'age' },
  'dibao.standard': { zh: '低保标准', en: 'dibao standard' },
};
const names = new Map([
  ['income', new Map()],
  ['age', new Map()],
  ['kind', new Map()],
  ['household', new Map([['income', new Map()]])],
  [
    'members',
    new Map([
      ['age', new Map()],
      ['income', new Map()],
    ]),
  ],
  ['dibao', new Map([['standard', new Map()]])],
]);

function words(source: string) {
  return ruleInWords(parseExpression(source, names), source, {
    labelOf: (id) => LABELS[id],
    optionOf: (option) => (option === 'urban' ? { zh: '城镇', en: 'urban' } : undefined),
  });
}

test.each([
  ['income <= dibao.standard', '月收入不超过低保标准', 'monthly income is at most dibao standard'],
  ['income < 863 and age >= 18', '月收入低于863，且年龄不低于18', 'monthly income is below 863 and age is at least 18'],
  [
    '(income < 1 or age < 2) and age > 3',
    '（月收入低于1，或年龄低于2），且年龄高于3',
    '(monthly income is below 1 or age is below 2) and age is above 3',
  ],
  [
    'if age < 16 then 0 else income',
    '如果年龄低于16，则0；否则月收入',
    'if age is below 16, then 0; otherwise monthly income',
  ],
  ['kind = "urban"', 'kind为“城镇”', 'kind is “urban”'],
  [
    'sum(members[age < 18].income)',
    '符合“年龄低于18”的家庭成员的月收入的合计',
    'the sum of monthly income of members with age is below 18',
  ],
  ['floor(income * 0.3)', '（月收入 × 0.3）舍去小数', '(monthly income × 0.3) rounded down'],
  ['(income + age).years', '（月收入 + 年龄）的整年数', 'full years of (monthly income + age)'],
  ['household.income', '月收入', 'monthly income'],
  ['age in [16..60)', '年龄在16至60（不含）之间', 'age is from 16 to 60 (excluded)'],
  ['(income + 1) * 2', '（月收入 + 1） × 2', '(monthly income + 1) × 2'],
  ['income + age + 1 - 2', '月收入 + 年龄 + 1 − 2', 'monthly income + age + 1 − 2'],
  ['income - (age - 1)', '月收入 − （年龄 − 1）', 'monthly income − (age − 1)'],
  ['income - age * 2 / 3', '月收入 − 年龄 × 2 ÷ 3', 'monthly income − age × 2 ÷ 3'],
  ['income / (age * 2)', '月收入 ÷ （年龄 × 2）', 'monthly income ÷ (age × 2)'],
  ['(income ** 2) ** 3 + 1', '（月收入 ^ 2） ^ 3 + 1', '(monthly income ^ 2) ^ 3 + 1'],
  [
    'some m in members satisfies m.age < 3',
    '至少有一个家庭成员满足：年龄低于3',
    'at least one of members: age is below 3',
  ],
])('“%s” is read as a sentence with the labels in it', (source, zh, en) => {
  expect(words(source)).toEqual({ zh, en });
});
