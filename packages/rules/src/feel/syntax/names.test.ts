import { expect, test } from 'vitest';
import { askFeel } from '../../../testing/ask-feel.ts';
import { evaluateFeel } from '../evaluate-feel.ts';
import { NO_NAMES } from './names.ts';
import { parseExpression } from './parse.ts';
import { partsOf } from './parts.ts';
import { withParts } from './with-parts.ts';

const HOUSEHOLD = { members: [{ name: '甲', age: 70 }], inside: { members: [{ age: 1 }] } };

test.each([
  'foo',
  '-foo',
  'foo in (1)',
  '1 in (foo)',
  '1 in (1, foo)',
  'some x in [1] satisfies foo',
  'some x in foo satisfies true',
  'every x in 1..foo satisfies true',
  'for i in foo return i',
  'for i in 1..foo return i',
  'for i in [1], j in [foo] return i',
  'for i in [1] return foo',
  '[i, for i in [1] return i]',
  '[partial]',
  'foo[1]',
  'members[agee > 60]',
  'inside.members[agee > 60]',
  'members[1][agee > 60]',
  'members[name = "甲"][agee > 60]',
  'item',
  'abs(foo)',
  'abs(n: foo)',
  '(foo.x)(1)',
  '(function(a) foo)',
  '(function(a) a)(foo)',
  '[a, function(a) a]',
  '{a: foo}',
  '{a: 1, b: c, c: 1}',
  '[{a: 1}, a]',
  '[1..foo]',
  '[foo..1]',
  '(> foo)',
  '1 between foo and 2',
  '1 between 0 and foo',
  'foo between 0 and 1',
  'foo instance of number',
  'foo.x',
  'if foo then 1 else 2',
  'if true then 1 else foo',
  'true and foo',
  '[1, foo]',
])('in %s is a name nobody gave: refused though nothing asks for it', (expression) => {
  const answer = askFeel(`if true then 1 else ${expression}`, { context: HOUSEHOLD });
  expect(answer).toBe('refused UNKNOWN_NAME');
});

test('a function nobody gave is refused though nothing calls it', () => {
  expect(askFeel('if true then 1 else foo(1)')).toBe('refused UNKNOWN_FUNCTION');
  expect(askFeel('if true then 1 else members(1)', { context: HOUSEHOLD })).toBe('1');
});

test.each([
  ['members[age > 60].name', '["甲"]'],
  ['inside.members[age = 1].age', '[1]'],
  ['members[name = "甲"][age > 60].age', '[70]'],
  ['members[1][age > 60].age', '[70]'],
  ['(function(a) members[age > a].age)(60)', '[70]'],
  ['{limit: 60, old: members[age > limit]}.old.age', '[70]'],
  ['for m in members return m.age', '[70]'],
  ['for m in [members], n in m return n.age', '[70]'],
])('%s of the household is %s', (expression, expected) => {
  expect(askFeel(expression, { context: HOUSEHOLD })).toBe(expected);
});

test.each([
  [{ 'a  -  b': 3 }, 'a - b', '3'],
  [{ 'a -b': 3 }, 'a-b', '3'],
  [{ ' monthly   income ': 3 }, 'monthly income', '3'],
  [{ 'monthly\tincome': 3 }, 'monthly  income', '3'],
  [{ x: { 'a-b': 3, a: 5, b: 1 } }, 'x.a-b', '3'],
  [{ x: [{ 'a-b': 3, a: 5, b: 1 }] }, 'x[a-b = 3].a', '[5]'],
  [{ x: [[{ 'a-b': 3, a: 5, b: 1 }]] }, 'x[1][a-b = 3].a', '[5]'],
  [{ 'date and more': 3 }, 'date and more', '3'],
  [{ 'more 2': 3 }, 'more 2 + 1', '4'],
  [{ 'a/b': 3, a: 8, b: 2 }, 'a/b', '3'],
  [{ a: 8, b: 2 }, 'a/b', '4'],
  [{ 'a*b': 3, a: 8, b: 2 }, 'a * b', '3'],
  [{ "a's b": 3 }, "a's b", '3'],
  [{ for: 3 }, '1', '1'],
  [{ null: 3 }, 'null', 'null'],
])('with the names of %j, %s is %s', (context, expression, expected) => {
  expect(askFeel(expression, { context })).toBe(expected);
});

test('names with operators are read up to a hundred of them and sixty characters each', () => {
  const named = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`a-${at}`, at]));
  expect(askFeel('a-7', { context: named(100) })).toBe('7');
  expect(askFeel('a-7', { context: named(101) })).toBe('refused TOO_LARGE');
  const long = `a-${'b'.repeat(58)}`;
  expect(askFeel(long, { context: { [long]: 7 } })).toBe('7');
  expect(askFeel(`${long}b`, { context: { [`${long}b`]: 7 } })).toBe('refused UNKNOWN_NAME');
});

test.each([
  ['1 + 0 ** 0', 1, 5],
  ['[1, 2,\n  odd(1.5)]', 2, 3],
  ['1 + (2 + foo)', 1, 10],
  ['1234567890 + 1 2', 1, 16],
  ['members[agee > 1]', 1, 9],
  ['{a: 1, a: 2}', 1, 8],
  ['@"10:00:00z"', 1, 2],
  ['  12345678901234567890123456789012345', 1, 3],
  ['1\r2', 2, 1],
])('the refusal of %j points at line %i, column %i', (expression, line, column) => {
  const answer = evaluateFeel({ expression, context: HOUSEHOLD });
  expect(answer).toMatchObject({ ok: false, refusal: { line, column } });
});

test.each([
  ['1 +', 'The expression ends too early: something is missing here, such as a value, a name or a closing bracket.'],
  ['1 2', 'Syntax error at “2”.'],
  ['1 ] abcdefghijklmnopqrstuvwxyz', 'Syntax error at “] abcdefghijklmnopqr”.'],
  ['a'.repeat(60), `There is no fact or variable named “${'a'.repeat(60)}”.`],
  ['a'.repeat(61), `There is no fact or variable named “${'a'.repeat(60)}…”.`],
])('the refusal of %j says what is wrong, not more than fits a line', (expression, en) => {
  expect(evaluateFeel({ expression })).toMatchObject({ ok: false, refusal: { en } });
});

test.each([
  [String.raw`"\d\u0041"`, String.raw`"\\dA"`],
  [String.raw`"\U10FFFF"`, JSON.stringify('\u{10ffff}')],
  [String.raw`"\u004"`, 'refused BAD_STRING'],
  [String.raw`"\b"`, 'refused BAD_STRING'],
  [String.raw`"\/"`, 'refused BAD_STRING'],
  ['""', '""'],
])('the literal %s reads %s', (expression, expected) => {
  expect(askFeel(expression)).toBe(expected);
});

test.each([
  '-2',
  '-(1 + 2)',
  'function(a) 5',
  '1 + 2',
  '1 < 2',
  'true and false',
  '1 between 2 and 3',
  '1 in (2, [3..4], > 5)',
  'if true then 1 else 2',
  'for i in [1], j in 2..3 return 4',
  'some i in [1] satisfies true',
  '1 instance of number',
  '{a: 1}.a',
  '[1, 2][3]',
  'abs(-1)',
  'abs(n: 2)',
  '(function(a: number) 5)(1)',
  '[]',
  '[1..2]',
  '(> 1)',
  '(< 1)',
  '{a: 1, b: {c: 2}}',
  '3',
  '5 in (?)',
])('the parts of %s are changed one by one, and the rest stays', (expression) => {
  const node = parseExpression(expression, NO_NAMES);
  expect(withParts(node, (part) => part)).toEqual(node);
  const mark = { kind: 'literal', value: 'marked', from: 0, to: 0 } as const;
  const seen: unknown[] = [];
  const changed = withParts(node, (part) => {
    seen.push(part);
    return mark;
  });
  expect(new Set(seen)).toEqual(new Set(partsOf(node)));
  expect(partsOf(changed)).toEqual(partsOf(node).map(() => mark));
});
