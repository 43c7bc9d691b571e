import { expect, test } from 'vitest';
import { askFeel } from '../../../testing/ask-feel.ts';

/** Does the pattern hold somewhere in the text, as XPath (F&O 3.1 §5.6) has it? */
function matches(text: string, pattern: string, flags = ''): string {
  return askFeel('matches(text, pattern, flags)', { context: { text, pattern, flags } });
}

test.each([
  ['a.b', 'axb', 'true'],
  ['a.b', 'a\nb', 'false'],
  ['a.b', 'a\rb', 'false'],
  ['a\\.b', 'a.b', 'true'],
  ['a\\.b', 'axb', 'false'],
  ['\\n\\r\\t', '\n\r\t', 'true'],
  ['\\\\', '\\', 'true'],
  ['^\\^\\$\\|\\?\\*\\+\\(\\)\\{\\}\\-\\[\\]$', '^$|?*+(){}-[]', 'true'],
  ['^\\s+$', ' \t\n\r', 'true'],
  ['\\s', '\u00a0', 'false'],
  ['^\\S+$', 'a\u00a0', 'true'],
  ['\\S', ' ', 'false'],
  ['^\\D$', 'a', 'true'],
  ['\\D', '7', 'false'],
  ['\\D', '٣', 'false'],
  ['^\\W+$', ' ,\u0007', 'true'],
  ['\\W', 'é李7', 'false'],
  ['^\\w+$', '7+<é', 'true'],
  ['\\w', ', \u0007', 'false'],
  ['^\\p{Lu}\\p{Ll}$', 'Aa', 'true'],
  ['^\\p{Lu}$', 'a', 'false'],
  ['^\\P{L}$', '7', 'true'],
  ['^[\\d\\p{Lu}-]+$', '7A-', 'true'],
  ['^[\\d]$', 'a', 'false'],
  ['^[^\\d]$', 'a', 'true'],
  ['^[^\\d]$', '7', 'false'],
  ['^[\\D]$', 'a', 'true'],
  ['^[\\n]$', '\n', 'true'],
  ['^[\\]]$', ']', 'true'],
  ['^[\\\\]$', '\\', 'true'],
  ['^[a\\-c]$', '-', 'true'],
  ['^[a\\-c]$', 'b', 'false'],
  ['^[.*]+$', '.*', 'true'],
  ['[.]', 'a', 'false'],
  ['^[a-c]+$', 'abc', 'true'],
  ['[b-c]', 'ad', 'false'],
  ['^[b-b]$', 'b', 'true'],
  ['^[\\t-\\r]$', '\n', 'true'],
  ['^[-a]+$', 'a-', 'true'],
  ['^[--]$', '-', 'true'],
  ['^[\\--a]$', '5', 'true'],
  ['^[+-\\-]$', ',', 'true'],
  ['^[a-c\\-e]+$', 'b-e', 'true'],
  ['^[a-c-]+$', 'b-', 'true'],
  ['^[a\\-[]$', 'a', 'null'],
  ['^[a-]+$', 'a-', 'true'],
  ['^[a-cx-z]+$', 'bxz', 'true'],
  ['[a-cx-z]', 'd', 'false'],
  ['^[🐎-🐏]$', '🐏', 'true'],
  ['^[^a]$', '🐎', 'true'],
  ['^[a^]+$', '^a', 'true'],
])('the pattern %j in %j: %s', (pattern, text, expected) => {
  expect(matches(text, pattern)).toBe(expected);
});

test.each([
  ['^a?$', ['', 'a'], ['aa']],
  ['^a*$', ['', 'a', 'aaaa'], ['b']],
  ['^a+$', ['a', 'aaaa'], ['', 'b']],
  ['^a{2}$', ['aa'], ['a', 'aaa']],
  ['^a{2,}$', ['aa', 'aaaaa'], ['a']],
  ['^a{2,3}$', ['aa', 'aaa'], ['a', 'aaaa']],
  ['^a{0,1}$', ['', 'a'], ['aa']],
  ['^a{0}$', [''], ['a']],
  ['^a{3,3}$', ['aaa'], ['aa', 'aaaa']],
  ['^(ab){2}c$', ['ababc'], ['abc', 'abababc']],
  ['^(ab|c){2}$', ['abc', 'cab', 'cc'], ['ab', 'c']],
  ['^a(|b)c$', ['ac', 'abc'], ['abbc']],
  ['^(a|b|)$', ['a', 'b', ''], ['ab']],
  ['a|^b$', ['xax', 'b'], ['xb']],
  ['^(?:ab)+$', ['abab'], ['aba']],
  ['^.{1000}$', ['a'.repeat(1000)], ['a'.repeat(999)]],
  ['a$|b', ['a', 'ba'], ['ax']],
])('the pattern %s takes the whole of %j and not %j', (pattern, those, others) => {
  for (const text of those) expect([text, matches(text, pattern)]).toEqual([text, 'true']);
  for (const text of others) expect([text, matches(text, pattern)]).toEqual([text, 'false']);
});

test.each([
  'a**',
  'a+*',
  'a*??',
  'a{2}{3}',
  'a{2}*',
  '*a',
  '+',
  '?',
  'a|*',
  '{2}',
  'a{',
  'a{}',
  'a{,2}',
  'a{2',
  'a{2,',
  'a{2,3',
  'a{2;3}',
  'a{3,2}',
  'a{x}',
  'a}',
  ']',
  'a]',
  '(',
  '(a',
  'a)',
  ')',
  '(?a)',
  '(?:a',
  '(?<n>a)',
  '[',
  '[]',
  '[^]',
  '[a',
  '[a[b]]',
  '[b-a]',
  '[a-\\d]',
  '\\',
  'a\\',
  '\\q',
  '\\0',
  '\\p',
  '\\pL',
  '\\p{L',
  '\\p{}',
  '\\p{Xx}',
  '\\p{XIs}',
  '\\p{l}',
  '\\u0041',
  '\\x41',
])('%j is no pattern, which makes the answer null', (pattern) => {
  expect(matches('a', pattern)).toBe('null');
});

test.each([
  ['^*', 'UNDECIDED'],
  ['$+', 'UNDECIDED'],
  ['[a-c-e]', 'UNDECIDED'],
  ['[+--]', 'UNDECIDED'],
  ['[--a]', 'UNDECIDED'],
  ['[a-z-[aeiou]]', 'OUTSIDE_SUBSET'],
  ['[-[a]]', 'OUTSIDE_SUBSET'],
  ['[a-[]', 'OUTSIDE_SUBSET'],
  ['(a)\\1', 'OUTSIDE_SUBSET'],
  ['\\i', 'OUTSIDE_SUBSET'],
  ['\\I', 'OUTSIDE_SUBSET'],
  ['\\c', 'OUTSIDE_SUBSET'],
  ['\\C', 'OUTSIDE_SUBSET'],
  ['[\\c]', 'OUTSIDE_SUBSET'],
  ['\\p{IsGreek}', 'OUTSIDE_SUBSET'],
  ['a{1001}', 'TOO_MUCH_WORK'],
  ['a{0,1001}', 'TOO_MUCH_WORK'],
  ['a{99999}', 'TOO_MUCH_WORK'],
  [`a{${'0'.repeat(4)}1}`, 'TOO_MUCH_WORK'],
  ['(a{100}){100}', 'TOO_MUCH_WORK'],
  [`${'('.repeat(50)}a${')'.repeat(50)}`, 'TOO_DEEP'],
  ['a'.repeat(5000), 'TOO_MUCH_WORK'],
  ['a'.repeat(5001), 'TOO_LONG'],
])('%j is refused: %s', (pattern, code) => {
  expect(matches('a', pattern)).toBe(`refused ${code}`);
});

test('patterns are read up to their limits', () => {
  expect(matches('a'.repeat(1000), '^a{1000}$')).toBe('true');
  expect(matches('a', '^a{0001}$')).toBe('true');
  expect(matches('a', `${'('.repeat(49)}a${')'.repeat(49)}`)).toBe('true');
  // Depth is what is open at one place, not how many there are.
  expect(matches('a'.repeat(60), `^${'(a)'.repeat(60)}$`)).toBe('true');
  // 3,000 steps: one a character, and where the whole begins, ends and is found.
  expect(matches('a', 'a'.repeat(2997))).toBe('false');
  expect(matches('a', 'a'.repeat(2998))).toBe('refused TOO_MUCH_WORK');
});

test.each([
  ['i', 'aBc', '^AbC$', 'true'],
  ['', 'aBc', '^AbC$', 'false'],
  ['i', 'B', '^[a-c]$', 'true'],
  ['i', 'b', '^[A-C]$', 'true'],
  ['', 'b', '^[A-C]$', 'false'],
  ['i', 'a', '^\\p{Lu}$', 'false'],
  ['i', '-', '^\\-$', 'true'],
  ['i', 'É', '^é$', 'true'],
  ['i', 'ß', '^[A-Z]$', 'false'],
  ['s', 'a\n\rb', '^a..b$', 'true'],
  ['s', 'A', '^a$', 'false'],
  ['x', 'ab', '^ a\tb\n\r$', 'true'],
  ['x', 'a b', '^a[ ]b$', 'true'],
  ['x', 'a]b', '^a [\\]] b$', 'true'],
  ['x', 'a\\b', '^a [\\\\] b$', 'true'],
  ['x', '] ', '^ [\\] ]+ $', 'true'],
  ['x', 'a  b', '^a[ x]{2} b$', 'true'],
  ['x', 'a c', '^[ab ]+ c$', 'true'],
  ['x', 'A', '^a$', 'false'],
  ['x', 'a\nb', '^a.b$', 'false'],
  ['', 'ab', '^a b$', 'false'],
  ['is', 'A\nb', '^a.B$', 'true'],
  ['xi', 'AB', '^a b$', 'true'],
  ['ii', 'A', '^a$', 'true'],
  ['m', 'a', 'a', 'true'],
  ['m', 'a', 'a$', 'refused OUTSIDE_SUBSET'],
  ['m', 'a', '^a', 'refused OUTSIDE_SUBSET'],
  ['q', 'a', 'a', 'refused OUTSIDE_SUBSET'],
  ['g', 'a', 'a', 'null'],
  ['I', 'a', 'a', 'null'],
])('with the flags %j, %j has %j: %s', (flags, text, pattern, expected) => {
  expect(matches(text, pattern, flags)).toBe(expected);
});

test.each([
  ['(a)(b)?', '[$1$2]', 'a', '[a]'],
  ['(a)|(b)', '[$1$2]', 'ab', '[a][b]'],
  ['a', '[$0]', 'bab', 'b[a]b'],
  ['(a)(b)', '$2$1', 'ab', 'ba'],
  ['(a)', '$12', 'a', 'a2'],
  ['(a)', '$123', 'a', 'a23'],
  ['(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)', '$11$10', 'abcdefghijk', 'kj'],
  ['(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)', '$11', 'abcdefghij', 'a1'],
  ['(a)', '$2', 'a', ''],
  ['a', '$1', 'a', ''],
  ['a', '\\\\\\$1', 'a', '\\$1'],
  ['(?:a)(b)', '$1', 'ab', 'b'],
  ['(a+?)(a*)', '$1,$2', 'aaa', 'a,aa'],
  ['(a{1,2}?)(a*)', '$1,$2', 'aaa', 'a,aa'],
  ['(a{1,2})(a*)', '$1,$2', 'aaa', 'aa,a'],
  ['(a??)(a+)', '$1,$2', 'aa', ',aa'],
  ['(a|ab)(c|bcd)', '$1,$2', 'abcd', 'a,bcd'],
  ['b', '', 'abcb', 'ac'],
  ['🐎', '[$0]', 'a🐎b', 'a[🐎]b'],
  ['^a', 'x', 'aa', 'xa'],
  ['a$', 'x', 'aa', 'ax'],
  ['a', '\n$0', 'ba', 'b\na'],
])('%j by %j in %j gives %j', (pattern, replacement, text, expected) => {
  const context = { text, pattern, replacement };
  expect(askFeel('replace(text, pattern, replacement)', { context })).toBe(JSON.stringify(expected));
});

test.each([
  ['a', '\\', 'UNDECIDED'],
  ['a', '\\n', 'UNDECIDED'],
  ['a', '$', 'UNDECIDED'],
  ['a', '$a', 'UNDECIDED'],
  ['a*', 'x', 'UNDECIDED'],
  ['a|', 'x', 'UNDECIDED'],
  ['^', 'x', 'UNDECIDED'],
  ['$', 'x', 'UNDECIDED'],
  ['^$', 'x', 'UNDECIDED'],
])('to replace %j by %j is refused', (pattern, replacement, code) => {
  const context = { text: 'ab', pattern, replacement };
  expect(askFeel('replace(text, pattern, replacement)', { context })).toBe(`refused ${code}`);
});

test('what cannot be replaced in is told before anything is looked for', () => {
  expect(askFeel('replace("b", "a", "$")')).toBe('"b"');
  expect(askFeel('replace("", "a", "x")')).toBe('""');
  expect(askFeel('replace("abc", "(", "x")')).toBe('null');
  expect(askFeel('replace("aBc", "b", "x", "i")')).toBe('"axc"');
  expect(askFeel('replace("abc", "b", "x", "g")')).toBe('null');
  expect(askFeel('replace("abc", "b", "x", null)')).toBe('"axc"');
});

test.each([
  ['abc', 'b', '["a", "c"]'],
  ['abc', 'x', '["abc"]'],
  ['bab', 'b', '["", "a", ""]'],
  ['a1b22c', '\\d+', '["a", "b", "c"]'],
  ['🐎,🐏', ',', '["🐎", "🐏"]'],
  ['', ',', 'refused UNDECIDED'],
  ['abc', 'x*', 'refused UNDECIDED'],
  ['abc', '[', 'null'],
])('%j split by %j is %s', (text, delimiter, expected) => {
  expect(askFeel('split(text, delimiter)', { context: { text, delimiter } })).toBe(expected);
});

test('the steps of a match count among those of the evaluation', () => {
  const context = { text: 'a'.repeat(100_000) };
  expect(askFeel('matches(text, "b")', { context })).toBe('false');
  expect(askFeel('for i in 1..10 return matches(text, "b")', { context })).toBe('refused TOO_MUCH_WORK');
});
