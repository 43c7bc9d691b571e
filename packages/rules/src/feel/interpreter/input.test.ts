import { expect, test } from 'vitest';
import { askFeel } from '../../../testing/ask-feel.ts';

// A test that mentions ? answers by itself, however deep it stands; beside a figure any other truth would be refused.
test.each([
  '-? < 0',
  '? between 1 and 3',
  '1 between 0 and ?',
  '3 between ? and 3',
  '(for x in [?] return x)[1] = 2',
  '(for x in 1..? return x)[2] = 2',
  '(for x in [1] return x + ?)[1] = 3',
  'some x in [1] satisfies x < ?',
  'every x in [?] satisfies x = 2',
  'some x in 1..? satisfies x = 2',
  '? instance of number',
  '{a: ?}.a = 2',
  '[?, 3][1] = 2',
  '[1, 2][item = ?][1] = 2',
  '(function(a) a + ?)(1) = 3',
  'if ? = 2 then true else false',
  'if true then ? = 2 else false',
  'string(?) = "2"',
  'abs(n: ?) = 2',
  'string length("ab") = ?',
  '[1..?] = [1..2]',
  '[?..3] = [2..3]',
  '(>= ?) = (>= 2)',
  'not(? = 3)',
  '(? in (1, 2))',
  '? in [1, 2]',
])('the test %s holds for 2', (expression) => {
  expect(askFeel(expression, { input: 2 })).toBe('true');
});

test.each([
  ['? > 5 and ? < 8', null, 'null'],
  ['? = null', null, 'true'],
  ['false', 4, 'refused UNDECIDED'],
  ['true', null, 'refused UNDECIDED'],
  ['"b", string length("xy") = 3', null, 'refused UNDECIDED'],
  ['1 in (1, 2)', 5, 'refused UNDECIDED'],
  ['1 in (? , 2)', 5, 'refused UNDECIDED'],
  ['1 in (? > 0)', 5, 'refused UNDECIDED'],
  ['-', null, 'true'],
  ['not(-)', 7, 'refused SYNTAX'],
  ['< 5', 5, 'false'],
  ['<= 5', 5, 'true'],
  ['>= 5', 5, 'true'],
  ['> 5', 5, 'false'],
  ['= 5', 5, 'true'],
  ['!= 5', 5, 'false'],
  ['(5..7]', 5, 'false'],
  ['[5..7)', 7, 'false'],
  ['[5..7]', 7, 'true'],
  ['> "a"', 'b', 'true'],
  ['> 5', 'b', 'null'],
  ['foo', 5, 'refused UNKNOWN_NAME'],
  ['5, foo', 5, 'refused UNKNOWN_NAME'],
  ['', 5, 'refused ENDS_EARLY'],
])('the test %s of %j is %s', (expression, input, expected) => {
  expect(askFeel(expression, { input })).toBe(expected);
});

test('? is seen through the names of loops, and not outside of tests', () => {
  expect(askFeel('5 in (some x in [1, 9] satisfies ? > x)')).toBe('true');
  expect(askFeel('5 in (every x in [1, 9] satisfies ? > x)')).toBe('false');
  expect(askFeel('if true then 1 else ?')).toBe('refused NO_INPUT');
  expect(askFeel('[5 in (? > 1), ? > 1]')).toBe('refused NO_INPUT');
});
