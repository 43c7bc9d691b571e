import { expect, test } from 'vitest';
import { askFeel } from '../../testing/ask-feel.ts';

// Where each limit begins; hostile.test.ts holds that nothing takes long.

test('an expression has 5,000 characters', () => {
  expect(askFeel(`1${' '.repeat(4999)}`)).toBe('1');
  expect(askFeel(`1${' '.repeat(5000)}`)).toBe('refused TOO_LONG');
});

test('an expression has 200 levels, each operator of a chain is one', () => {
  expect(askFeel(`${'1+'.repeat(198)}1`)).toBe('199');
  expect(askFeel(`${'1+'.repeat(200)}1`)).toBe('refused TOO_DEEP');
});

test('levels that stand beside each other do not add up', () => {
  const part = `${'('.repeat(90)}1${')'.repeat(90)}`;
  expect(askFeel(`${part} + ${part} + ${part}`)).toBe('3');
});

test('a value has 100,000 elements and 100 levels', () => {
  const ones = (length: number) => ({ list: Array.from({ length }, () => 1) });
  expect(askFeel('count(list)', { context: ones(99_996) })).toBe('99996');
  expect(askFeel('count(list)', { context: ones(100_000) })).toBe('refused TOO_LARGE');
  const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
  expect(askFeel('count(list)', { context: { list: nested(99) } })).toBe('1');
  expect(askFeel('count(list)', { context: { list: nested(100) } })).toBe('refused TOO_LARGE');
  const inside = (levels: number): unknown => (levels === 0 ? 1 : { a: inside(levels - 1) });
  expect(askFeel('x.a.a = null', { context: { x: inside(99) } })).toBe('false');
  expect(askFeel('1', { context: { x: inside(100) } })).toBe('refused TOO_LARGE');
  const tagged = (levels: number): unknown =>
    levels === 0 ? 1 : { '@type': 'context', value: { a: tagged(levels - 1) } };
  expect(askFeel('1', { context: { x: tagged(101) } })).toBe('refused TOO_LARGE');
});

test('names count towards the size of a context, and 64 characters for one', () => {
  const context = (characters: number) => ({ a: 'x'.repeat(characters) });
  expect(askFeel('string length(a + a)', { context: context(1_599_968) })).toBe('3199936');
  expect(askFeel('string length(a + a)', { context: context(1_599_969) })).toBe('refused TOO_LARGE');
  expect(askFeel('1', { context: { ['k'.repeat(6_400_000)]: 1 } })).toBe('refused TOO_LARGE');
});

test('an evaluation has a million steps and 500 levels', () => {
  const loop = (length: number) => `count(for i in 1..${length}, j in 1..50 return 1)`;
  expect(askFeel(loop(1_000))).toBe('50000');
  expect(askFeel(`[${Array.from({ length: 10 }, () => loop(1_000)).join(', ')}]`)).toBe('refused TOO_MUCH_WORK');
  const deep = (levels: number) =>
    `(function(f, n) f(f, n))(function(f, n) if n = 0 then 0 else 1 + f(f, n - 1), ${levels})`;
  expect(askFeel(deep(100))).toBe('100');
  expect(askFeel(deep(300))).toBe('refused TOO_MUCH_WORK');
});

test('levels of evaluation that are left do not count', () => {
  const once = '(function(f, n) f(f, n))(function(f, n) if n = 0 then 0 else 1 + f(f, n - 1), 100)';
  expect(askFeel(`${once} + ${once} + ${once} + ${once}`)).toBe('400');
});

test.each([
  ['many values compared', 'sum(for i in 1..2000 return if list = list then 1 else 0)'],
  ['many values given to functions', 'sum(for i in 1..2000 return count(list))'],
  ['many tests', 'for i in 1..2000 return 1 in (list)'],
  ['many distinct values', 'count(distinct values(list2))'],
  ['what is there so far, again and again', 'count(for i in 1..9000 return count(partial))'],
  ['many properties', 'for i in 1..2000 return list.a'],
])('the steps of %s are counted', (_, expression) => {
  const context = {
    list: Array.from({ length: 1_000 }, () => 1),
    list2: Array.from({ length: 3_000 }, (_, index) => index),
  };
  expect(askFeel(expression, { context })).toBe('refused TOO_MUCH_WORK');
});
