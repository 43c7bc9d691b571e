import { expect, test } from 'vitest';
import { askFeel } from '../../../testing/ask-feel.ts';
import { evaluateFeel } from '../evaluate-feel.ts';

const HOUSEHOLD = {
  income: 800,
  'monthly income': 600,
  'income - exempt': 50,
  members: [
    { name: '甲', age: 70, 'has job': false },
    { name: '乙', age: 30, 'has job': true },
  ],
  'in a list': ['peter', 'mary'],
  'standard 2026': 863,
  'date of birth': { '@type': 'date', value: '1950-02-03' },
  家庭: { 人均收入: 684.85, 'a.b': 1 },
};

test.each([
  ['monthly income / 2', '300'],
  ['monthly   income', '600'],
  ['income - exempt', '50'],
  ['income-exempt', '50'],
  ['income - 1', '799'],
  ['members[age > 60].name', '["甲"]'],
  ['members[has job].name', '["乙"]'],
  ['members[1].age + 1', '71'],
  ['some m in members satisfies m.has job', 'true'],
  ['for i in in a list return i', '["peter", "mary"]'],
  ['count(in a list)', '2'],
  ['standard 2026 + 1', '864'],
  ['date of birth.year', '1950'],
  ['家庭.人均收入 < 863.00', 'true'],
  ['// a remark\n income /* and one more */ + 1', '801'],
  ['members[agee > 60]', 'refused UNKNOWN_NAME'],
  ['income + exempt', 'refused UNKNOWN_NAME'],
  ['false and exempt', 'refused UNKNOWN_NAME'],
  ['if true then 1 else exempt', 'refused UNKNOWN_NAME'],
  ['toString', 'refused UNKNOWN_NAME'],
  ['__proto__', 'refused UNKNOWN_NAME'],
  ['constructor("x")', 'refused UNKNOWN_FUNCTION'],
  ['income.constructor', 'null'],
  ['members.__proto__', '[null, null]'],
  ['{}.toString', 'null'],
  ['get value({}, "__proto__")', 'null'],
])('%s of the household is %s', (expression, expected) => {
  expect(askFeel(expression, { context: HOUSEHOLD })).toBe(expected);
});

test('prototype names are ordinary names when somebody gives them', () => {
  const context = JSON.parse('{"__proto__": 1, "constructor": {"toString": 2}}') as unknown;
  expect(askFeel('__proto__ + constructor.toString', { context })).toBe('3');
  expect(askFeel('{__proto__: 1, a: __proto__}')).toBe('{__proto__: 1, a: 1}');
  expect(askFeel('hasOwnProperty', { context })).toBe('refused UNKNOWN_NAME');
});

test('a name that could also be an operation is refused where only the element can tell', () => {
  expect(askFeel('[context put({a: 5, b: 2}, "a-b", 1)][a-b = 3]')).toBe('refused AMBIGUOUS_NAME');
});

test.each([
  ['', 1, 1],
  ['1 +', 1, 4],
  ['1 + foo', 1, 5],
  ['1 +\n  foo', 2, 3],
  ['"🐎" + foo', 1, 7],
  ['{a: 1,\r\n b: {c: bar}}', 2, 9],
])('the refusal of %j points at line %i, column %i', (expression, line, column) => {
  const answer = evaluateFeel({ expression });
  expect(answer).toMatchObject({ ok: false, refusal: { line, column } });
});

test('a refusal says in both languages what is wrong', () => {
  expect(evaluateFeel({ expression: 'incom > 3' })).toEqual({
    ok: false,
    refusal: {
      code: 'UNKNOWN_NAME',
      zh: '没有名为“incom”的事实或变量。',
      en: 'There is no fact or variable named “incom”.',
      line: 1,
      column: 1,
    },
  });
});

test.each([
  ['1 2', 'refused SYNTAX'],
  ['1; 2', 'refused SYNTAX'],
  ['a b c', 'refused UNKNOWN_NAME'],
  ['if 1 then 2', 'refused ENDS_EARLY'],
  ['[1,2', 'refused ENDS_EARLY'],
  ['{a 1}', 'refused SYNTAX'],
  ['@ "2026-03-01"', 'refused SYNTAX'],
  ['1..3', 'refused SYNTAX'],
  ['x => 1', 'refused CHAINED'],
  ['`a`', 'refused SYNTAX'],
  ['1 == 1', 'refused CHAINED'],
  ['true && false', 'refused SYNTAX'],
  ['a := 1', 'refused SYNTAX'],
  ['"\ud800"', 'refused SYNTAX'],
])('%s is %s', (expression, expected) => {
  expect(askFeel(expression)).toBe(expected);
});
