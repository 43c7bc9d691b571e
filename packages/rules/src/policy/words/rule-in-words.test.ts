import { expect, test } from 'vitest';
import { parseExpression } from '../../feel/syntax/parse.ts';
import { ruleInWords } from './rule-in-words.ts';
import type { RuleLabels } from './telling.ts';

const LABELS: Readonly<Record<string, { zh: string; en: string }>> = {
  household: { zh: '这一家', en: 'this family' },
  applicant: { zh: '申请人', en: 'the applicant' },
  income: { zh: '月收入', en: 'monthly income' },
  age: { zh: '年龄', en: 'age' },
  'dibao.standard': { zh: '低保标准', en: 'dibao standard' },
  'dibao.band': { zh: '分档', en: 'bands' },
  schooling: { zh: '就读', en: 'schooling' },
  kin: { zh: '已成年，或者已满十六周岁', en: 'is of age, or sixteen' },
  poor: { zh: '无劳动能力且无生活来源', en: 'cannot work and has no means' },
  tariff: { zh: '表', en: 'tariff' },
  born: { zh: '出生日期', en: 'day of birth' },
};
const OPTIONS: Readonly<Record<string, { zh: string; en: string }>> = {
  'kind urban': { zh: '城镇', en: 'urban' },
  'schooling none': { zh: '不在读', en: 'not at school' },
  'dibao.band none': { zh: '不分档', en: 'no bands' },
  'tariff.kind none': { zh: '无残疾', en: 'no disability' },
  'tariff.gives none': { zh: '不给', en: 'nothing' },
  'result none': { zh: '没有结果', en: 'no result' },
};
const COLUMNS: Readonly<Record<string, { zh: string; en: string }>> = {
  'tariff kind': { zh: '类别', en: 'kind of disability' },
  'tariff gives': { zh: '给多少', en: 'what it gives' },
  'tariff until': { zh: '截止日', en: 'last day' },
};
const names = new Map([
  ['born', new Map()],
  ['income', new Map()],
  ['age', new Map()],
  ['kind', new Map()],
  ['household', new Map([['income', new Map()]])],
  ['applicant', new Map([['income', new Map()]])],
  [
    'members',
    new Map([
      ['age', new Map()],
      ['income', new Map()],
    ]),
  ],
  ['schooling', new Map()],
  ['kin', new Map()],
  ['poor', new Map()],
  [
    'tariff',
    new Map([
      ['kind', new Map()],
      ['gives', new Map()],
      ['until', new Map()],
    ]),
  ],
  [
    'dibao',
    new Map([
      ['standard', new Map()],
      ['band', new Map()],
    ]),
  ],
]);

function words(source: string, id: string | null = null) {
  const labels: RuleLabels = {
    labelOf: (name) => LABELS[name],
    columnOf: (table, column) => COLUMNS[`${table} ${column}`],
    isDay: (name) => name === 'born' || name === 'tariff.until',
    optionOf: (option, owner) => OPTIONS[`${owner} ${option}`],
  };
  return ruleInWords(parseExpression(source, names), source, labels, id);
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
    'the sum of monthly income of members with “age is below 18”',
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
  ['every m in members satisfies m.age < 3', '每个家庭成员都满足：年龄低于3', 'every one of members: age is below 3'],
  [
    'some m in members, n in members satisfies m.age < 3',
    '至少有一个家庭成员、家庭成员满足：年龄低于3',
    'at least one of members, members: age is below 3',
  ],
  ['-income', '-月收入', '-monthly income'],
  ['-abs(income)', '-（月收入的绝对值）', '-(the size of monthly income)'],
  ['-(income + 1) < 0', '（-（月收入 + 1））低于0', '(-(monthly income + 1)) is below 0'],
  ['(income < age) = true', '（月收入低于年龄）为是', '(monthly income is below age) is yes'],
  ['kind != false', 'kind不为否', 'kind is not no'],
  ['kind = "rural"', 'kind为“rural”', 'kind is “rural”'],
  ['income = null', '月收入为null', 'monthly income is null'],
  ['age between 16 and 60', '年龄在16至60之间', 'age is between 16 and 60'],
  ['age in (16..60]', '年龄在16（不含）至60之间', 'age is from 16 (excluded) to 60'],
  ['age in <= 16', '年龄不超过16', 'age is at most 16'],
  ['age in > 60', '年龄高于60', 'age is above 60'],
  ['age in (< 16, != 20)', '年龄低于16或不等于20', 'age is below 16 or is not 20'],
  ['age in ([1..3], 5)', '年龄在1至3之间或为5', 'age is from 1 to 3 or is 5'],
  ['kind in ("urban", "b")', 'kind属于“城镇”、“b”', 'kind is one of “urban”, “b”'],
  ['kind in ["urban", "b"]', 'kind属于“城镇”、“b”', 'kind is one of “urban”, “b”'],
  ['kind in "urban"', 'kind属于“城镇”', 'kind is one of “urban”'],
  ['sum([income, 2])', '（月收入、2）的合计', 'the sum of (monthly income, 2)'],
  ['[1..2]', '在1至2之间', 'is from 1 to 2'],
  ['age > @"P18Y"', '年龄高于18年', 'age is above 18 years'],
  ['@"P12M"', '12个月', '12 months'],
  ['@"P3D"', '3天', '3 days'],
  ['@"P1Y2M"', 'P1Y2M', 'P1Y2M'],
  ['@"2026-03-01"', '2026-03-01', '2026-03-01'],
  ['date(2026, 3, 1).year', '（2026、3、1）的年份', 'year of (2026, 3, 1)'],
  ['applicant.income', '申请人的月收入', 'monthly income of the applicant'],
  ['dibao.kind', 'kind', 'kind'],
  ['members[1].income', '家庭成员的月收入', 'monthly income of members'],
  [
    'count(members[age < 18]) > 2',
    '符合“年龄低于18”的家庭成员的数目高于2',
    'the number of members with “age is below 18” is above 2',
  ],
  ['today()', '当日', 'today'],
  ['not(income < 1)', '不满足（月收入低于1）', 'not (monthly income is below 1)'],
  ['abs(income)', '月收入的绝对值', 'the size of monthly income'],
  ['income - abs(age)', '月收入 − 年龄的绝对值', 'monthly income − the size of age'],
  ['income - max(age, 1)', '月收入 − （年龄与1中较大的）', 'monthly income − (the larger of age and 1)'],
  ['min(income, age)', '月收入与年龄中较小的', 'the smaller of monthly income and age'],
  ['max(income, age, 1)', '月收入、年龄、1中最大的', 'the greatest of monthly income, age, 1'],
  ['max(0, income - age)', '月收入 − 年龄，低于0的按0计', 'monthly income − age, at least 0'],
  ['max(income, 0) + 1', '（月收入，低于0的按0计） + 1', '(monthly income, at least 0) + 1'],
  [
    'max(if age < 1 then 2 else 3, 0)',
    '（如果年龄低于1，则2；否则3），低于0的按0计',
    '(if age is below 1, then 2; otherwise 3), at least 0',
  ],
  ['min(income, 0)', '月收入与0中较小的', 'the smaller of monthly income and 0'],
  ['min(members.age) - 1', '年龄中最小的 − 1', 'the least of age − 1'],
  ['modulo(income, 2) - 1', 'modulo（月收入、2） − 1', 'modulo(monthly income, 2) − 1'],
  ['max(c: 1, d: 2) - 1', 'max(c: 1, d: 2) − 1', 'max(c: 1, d: 2) − 1'],
  ['(function(a, b) a)(1, 2) - 1', '(function(a, b) a)(1, 2) − 1', '(function(a, b) a)(1, 2) − 1'],
  [
    'age in ([1..3], 5) and income > 1',
    '（年龄在1至3之间或为5），且月收入高于1',
    '(age is from 1 to 3 or is 5) and monthly income is above 1',
  ],
  ['ceiling(income / 3)', '（月收入 ÷ 3）进位取整', '(monthly income ÷ 3) rounded up'],
  ['round down(income, 2)', '（月收入）舍去2位以后的小数', '(monthly income) rounded down to 2 decimals'],
  ['round up(income, age)', '（月收入）进位到年龄位小数', '(monthly income) rounded up to age decimals'],
  ['round half up(income, 0)', '（月收入）四舍五入到0位小数', '(monthly income) rounded to 0 decimals'],
  ['round half down(income, 0)', '（月收入）五舍六入到0位小数', '(monthly income) rounded half down to 0 decimals'],
  [
    'years and months duration(@"2020-01-01", today()).years',
    '2020-01-01至当日的期间的整年数',
    'full years of the time from 2020-01-01 to today',
  ],
  ['modulo(income, age + 1)', 'modulo（月收入、（年龄 + 1））', 'modulo(monthly income, (age + 1))'],
  [
    'modulo(dividend: income, divisor: 2)',
    'modulo(dividend: income, divisor: 2)',
    'modulo(dividend: income, divisor: 2)',
  ],
  ['(function(a) a)(1)', '(function(a) a)(1)', '(function(a) a)(1)'],
  ['for m in members return m.age', 'for m in members return m.age', 'for m in members return m.age'],
  [
    'income < 1 and (if age < 2 then true else false)',
    '月收入低于1，且（如果年龄低于2，则是；否则否）',
    'monthly income is below 1 and (if age is below 2, then yes; otherwise no)',
  ],
  [
    'income < 1 or age < 2 or age > 3',
    '月收入低于1，或年龄低于2，或年龄高于3',
    'monthly income is below 1 or age is below 2 or age is above 3',
  ],
])('“%s” is read as a sentence with the labels in it', (source, zh, en) => {
  expect(words(source)).toEqual({ zh, en });
});

test.each([
  ['income - abs(age)', 'abs(income - age)'],
  ['-abs(1)', 'abs(-1)'],
  ['income - max(age, 1)', 'max(income - age, 1)'],
  ['max(age, 1) - income', 'max(age, 1 - income)'],
  ['max(0, min(age, 1), income)', 'max(min(0, age, 1), income)'],
  ['if age < 1 then 0 else max(1, income)', 'max(if age < 1 then 0 else 1, income)'],
  ['(some m in members satisfies m.age < 3) and income > 1', 'some m in members satisfies m.age < 3 and income > 1'],
  ['age in (< 3, > 60) and income > 1', 'age < 3 or age > 60 and income > 1'],
  ['(income - age) * 2', 'income - age * 2'],
  ['(if age < 1 then age < 2 else age < 3) and income < 1', 'if age < 1 then age < 2 else age < 3 and income < 1'],
])('“%s” does not read as “%s” does', (one, other) => {
  const [first, second] = [words(one), words(other)];
  expect(first.zh).not.toBe(second.zh);
  expect(first.en).not.toBe(second.en);
});

test('of several tests a condition that follows does not count as the last', () => {
  expect(words('age in (< 3, > 60) and income > 1')).toEqual({
    zh: '（年龄低于3或高于60），且月收入高于1',
    en: '(age is below 3 or is above 60) and monthly income is above 1',
  });
  expect(words('(age in < 3) and kind in ("urban", "b")')).toEqual({
    zh: '年龄低于3，且kind属于“城镇”、“b”',
    en: 'age is below 3 and kind is one of “urban”, “b”',
  });
});

test('a name of several parts is quoted among other conditions, and alone is not', () => {
  expect(words('kin and (age < 3 or kin)')).toEqual({
    zh: '“已成年，或者已满十六周岁”，且（年龄低于3，或“已成年，或者已满十六周岁”）',
    en: '“is of age, or sixteen” and (age is below 3 or “is of age, or sixteen”)',
  });
  expect(words('kin').zh).toBe('已成年，或者已满十六周岁');
  expect(words('poor and age < 3').zh).toBe('“无劳动能力且无生活来源”，且年龄低于3');
});

test.each([
  ['schooling = "none"', '就读为“不在读”'],
  ['"none" != schooling', '“不在读”不为就读'],
  ['applicant.schooling = "none"', '申请人的就读为“不在读”'],
  ['schooling in ("none")', '就读属于“不在读”'],
  ['dibao.band = "none"', '分档为“不分档”'],
  ['tariff[kind = "none"].gives = "none"', '表（类别为“无残疾”的一行）的给多少为“不给”'],
  ['tariff[kind = "none"][1].gives = "none"', '表（类别为“无残疾”的一行）的给多少为“不给”'],
  ['if schooling = "none" then "none" else "other"', '如果就读为“不在读”，则“没有结果”；否则“other”'],
])('an option is called as what it stands beside calls it: %s', (source, zh) => {
  expect(words(source, 'result').zh).toBe(zh);
});

test.each([
  ['born < today()', '出生日期早于当日', 'day of birth is before today'],
  ['today() <= applicant.born', '当日不晚于申请人的出生日期', 'today is not after day of birth of the applicant'],
  ['age > @"2020-01-01"', '年龄晚于2020-01-01', 'age is after 2020-01-01'],
  [
    'born + @"P1Y" * age >= age',
    '（出生日期 + 1年 × 年龄）不早于年龄',
    '(day of birth + 1 years × age) is not before age',
  ],
  ['date(2026, 3, 1) > age', '（2026、3、1）晚于年龄', '(2026, 3, 1) is after age'],
  ['(if age < 3 then born else today()) > age', '（如果年龄低于3，则出生日期；否则当日）晚于年龄', null],
  [
    'tariff[until < age].until > age',
    '表（截止日早于年龄的一行）的截止日晚于年龄',
    'last day of tariff (the row where last day is before age) is after age',
  ],
  ['age in (< @"2020-01-01")', '年龄早于2020-01-01', 'age is before 2020-01-01'],
  ['(today() - born).days < 30', '（当日 − 出生日期）的天数低于30', 'days of (today − day of birth) is below 30'],
  ['today() - born < age', '（当日 − 出生日期）低于年龄', '(today − day of birth) is below age'],
  ['@"P18Y" < age', '18年低于年龄', '18 years is below age'],
])('days are earlier or later: %s', (source, zh, en) => {
  expect(words(source).zh).toBe(zh);
  if (en !== null) expect(words(source).en).toBe(en);
});
