import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askFeel } from '../../testing/ask-feel.ts';
import { countProcessorTime } from '../../testing/processor-time.ts';
import { evaluateFeel } from './evaluate-feel.ts';
import { LIMITS } from './limits.ts';

/** Far above what each takes; a runaway would need minutes. */
const SECONDS = 5;
const FULL = LIMITS.expressionLength;

function filled(part: string): string {
  return part.repeat(Math.ceil(FULL / part.length)).slice(0, FULL);
}

function doubling(first: string, next: (before: string) => string): string {
  const entries = Array.from({ length: 40 }, (_, index) => `b${index + 1}: ${next(`b${index}`)}`);
  return `{b0: ${first}, ${entries.join(', ')}}`;
}

test.each([
  ['ten megabytes', '1+'.repeat(5_000_000), 'refused TOO_LONG'],
  ['a long sum', `${'1+'.repeat(300)}1`, 'refused TOO_DEEP'],
  ['deep parentheses', `${'('.repeat(300)}1${')'.repeat(300)}`, 'refused TOO_DEEP'],
  ['deep lists', `${'['.repeat(300)}1${']'.repeat(300)}`, 'refused TOO_DEEP'],
  ['a full line of brackets', filled('['), 'refused SYNTAX'],
  ['a full line of ifs', filled('if a then '), 'refused ENDS_EARLY'],
  ['a full line of quotes', filled('"'), 'refused SYNTAX'],
  ['a full line of questions', filled('? '), 'refused SYNTAX'],
  ['strings that double', doubling('"aaaaaaaaaa"', (before) => `${before} + ${before}`), 'refused TOO_LARGE'],
  ['lists that double', doubling('[1]', (before) => `[${before}, ${before}]`), 'refused TOO_LARGE'],
  ['lists in lists', doubling('1', (before) => `[${before}]`), undefined],
  ['three nested loops', 'for i in 1..999, j in 1..999, k in 1..999 return i', 'refused TOO_MUCH_WORK'],
  ['a list too long', 'for i in 1..999999999 return i', 'refused TOO_MUCH_WORK'],
  ['endless calls', '(function(f) f(f))(function(f) f(f))', 'refused TOO_MUCH_WORK'],
  ['what is there so far', 'for i in 1..100000 return partial', 'refused TOO_LARGE'],
  ['a pattern with nested repeats', `matches("${'a'.repeat(2000)}", "(a+)+b")`, 'false'],
  ['a pattern that multiplies', 'matches("a", "((a{1,900}){1,900}){1,900}")', 'refused TOO_MUCH_WORK'],
  ['a replacement that grows', `replace("${'a'.repeat(2000)}", "a", "${'$0'.repeat(900)}")`, undefined],
  ['a large power', '1.0000000001 ** 999999999', 'refused NUMBER_RANGE'],
  ['a large exponent', 'exp(1e5)', 'refused NUMBER_RANGE'],
  ['a long duration', `duration("P${'9'.repeat(400)}D")`, 'refused DATE_RANGE'],
  ['many distinct values', 'distinct values(for i in 1..90000 return i)', 'refused TOO_MUCH_WORK'],
  ['many declared names', `{${Array.from({ length: 500 }, (_, index) => `a${index}: ${index}`).join(',')}}`, undefined],
])('%s: bounded in time', (_, expression, expected) => {
  const spent = countProcessorTime();
  const answer = askFeel(expression);
  expect(spent()).toBeLessThan(SECONDS * 1000);
  if (expected !== undefined) expect(answer).toBe(expected);
});

test('long facts are read in a moment', () => {
  const long = 300_000;
  const context = {
    zeros: `1${'0'.repeat(long)}1`,
    moment: `10:00:00.${'0'.repeat(long)}1`,
    span: `PT1.${'0'.repeat(long)}1S`,
    blanks: ' '.repeat(long),
    brackets: '['.repeat(long),
    [' '.repeat(long)]: 1,
    many: Array.from({ length: 8_000 }, (_, index) => ({ [`a${index}`]: index })),
    texts: ['a'.repeat(long), ...Array.from({ length: 10_000 }, () => 'a')],
    ...Object.fromEntries(Array.from({ length: 95 }, (_, index) => [`x-${'y'.repeat(50)}-${index}`, 1])),
  };
  const spent = countProcessorTime();
  expect(askFeel('number(zeros)', { context })).toBe('refused BAD_NUMBER');
  expect(askFeel('time(moment)', { context })).toBe('refused UNDECIDED');
  expect(askFeel('duration(span)', { context })).toBe('refused UNDECIDED');
  expect(askFeel('matches("a", brackets, "x")', { context })).toBe('refused TOO_LONG');
  expect(askFeel('string length(blanks)', { context })).toBe(String(long));
  expect(askFeel('many[a7999 > 0].a7999', { context })).toBe('[7999]');
  expect(askFeel('min(texts)', { context })).toBe('"a"');
  expect(askFeel(`blanks${'[1]'.repeat(1_600)}`, { context })).toContain('refused');
  expect(spent()).toBeLessThan(8 * SECONDS * 1000);
});

test('a context cannot contain itself, be too large or too deep', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['a'] = cyclic;
  expect(askFeel('1', { context: cyclic })).toBe('refused TOO_LARGE');
  expect(askFeel('1', { context: { a: Array.from({ length: 200_000 }, () => 1) } })).toBe('refused TOO_LARGE');
  expect(askFeel('1', { context: [] })).toBe('refused BAD_CONTEXT');
  expect(askFeel('1', { context: { a: undefined } })).toBe('refused BAD_CONTEXT');
  expect(askFeel('1', { context: { a: { '@type': 'date', value: '2026-02-30' } } })).toBe('refused BAD_CONTEXT');
  expect(askFeel('1', { context: { a: Number.NaN } })).toBe('refused BAD_NUMBER');
  const names = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`a-${index}`, 1]));
  expect(askFeel('1', { context: names })).toBe('refused TOO_LARGE');
});

const WORDS =
  'a b income - + * / ** = != < <= > >= ( ) [ ] { } , : . .. " @ ? 1 0.5 "x" @"2026-03-01" true false null if then else for in return ' +
  'some every satisfies and or between instance of number list < > function count( not( date( item // /* */ 家 🐎 \\ $ ` ; __proto__';

test('whatever the text, there is an answer or a refusal, never an exception', () => {
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...WORDS.split(' ')), { maxLength: 25 }).map((words) => words.join(' ')),
    fc.array(fc.constantFrom(...WORDS.split(' ')), { maxLength: 25 }).map((words) => words.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  const context = { a: 1, b: [1, { a: 2 }], income: null, 'a - b': 3 };
  fc.assert(
    fc.property(texts, (expression) => {
      const answer = evaluateFeel({ expression, context });
      expect(typeof answer.ok).toBe('boolean');
      if (!answer.ok) expect(answer.refusal.column).toBeGreaterThan(0);
      evaluateFeel({ expression, context, input: 1 });
    }),
    { numRuns: 1500 },
  );
});
