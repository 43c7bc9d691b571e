import { expect, test } from 'vitest';
import { askFeel } from '../../../testing/ask-feel.ts';

/** One value of each kind. */
const VALUES = {
  number: '2',
  text: '"a"',
  truth: 'true',
  nothing: 'null',
  date: '@"2026-03-01"',
  time: '@"10:00:00"',
  moment: '@"2026-03-01T10:00:00"',
  days: '@"P1D"',
  months: '@"P1M"',
  list: '[1, 2]',
  context: '{a: 1}',
  range: '[1..2]',
  function: '(function(x) x)',
} as const;
type Kind = keyof typeof VALUES;
const isKind = (name: string): name is Kind => name in VALUES;
const KINDS = Object.keys(VALUES).filter(isKind);

/** DMN 1.4 tables 44 to 52; whatever is not there is null. */
const RESULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '+': {
    'number number': '4',
    'text text': '"aa"',
    'date days': '@"2026-03-02"',
    'days date': '@"2026-03-02"',
    'date months': '@"2026-04-01"',
    'months date': '@"2026-04-01"',
    'time days': '@"10:00:00"',
    'days time': '@"10:00:00"',
    'moment days': '@"2026-03-02T10:00:00"',
    'days moment': '@"2026-03-02T10:00:00"',
    'moment months': '@"2026-04-01T10:00:00"',
    'months moment': '@"2026-04-01T10:00:00"',
    'days days': '@"P2D"',
    'months months': '@"P2M"',
  },
  '-': {
    'number number': '0',
    'date date': '@"PT0S"',
    'time time': '@"PT0S"',
    'moment moment': '@"PT0S"',
    'date moment': 'refused UNDECIDED',
    'moment date': 'refused UNDECIDED',
    'date days': '@"2026-02-28"',
    'date months': '@"2026-02-01"',
    'time days': '@"10:00:00"',
    'moment days': '@"2026-02-28T10:00:00"',
    'moment months': '@"2026-02-01T10:00:00"',
    'days days': '@"PT0S"',
    'months months': '@"P0M"',
  },
  '*': {
    'number number': '4',
    'number days': '@"P2D"',
    'days number': '@"P2D"',
    'number months': '@"P2M"',
    'months number': '@"P2M"',
  },
  '/': {
    'number number': '1',
    'days number': '@"PT12H"',
    'months number': '@"P0M"',
    'days days': '1',
    'months months': '1',
  },
  '**': { 'number number': '4' },
};

const PAIRS = KINDS.flatMap((left) => KINDS.map((right) => [left, right] as const));

test.each(Object.keys(RESULTS))('%s of two kinds is what the standard has, and null of all others', (operator) => {
  for (const [left, right] of PAIRS) {
    const expression = `${VALUES[left]} ${operator} ${VALUES[right]}`;
    const expected = RESULTS[operator]?.[`${left} ${right}`] ?? 'null';
    expect([expression, askFeel(expression)]).toEqual([expression, expected]);
  }
});

const ORDERED: readonly Kind[] = ['number', 'text', 'date', 'time', 'moment', 'days', 'months'];

test.each(['<', '<=', '>', '>='])('%s orders values of one kind only', (operator) => {
  for (const [left, right] of PAIRS) {
    const expression = `${VALUES[left]} ${operator} ${VALUES[right]}`;
    const isOrdered = left === right && ORDERED.includes(left);
    const ofOneKind = isOrdered ? String(operator.includes('=')) : 'null';
    const expected = isUndecided(left, right) ? 'refused UNDECIDED' : ofOneKind;
    expect([expression, askFeel(expression)]).toEqual([expression, expected]);
  }
});

test('only values of one kind are equal; beside null nothing is, of two kinds it is not known', () => {
  for (const [left, right] of PAIRS) {
    if (left === 'function' && right !== 'nothing') continue;
    const expression = `${VALUES[left]} = ${VALUES[right]}`;
    expect([expression, askFeel(expression)]).toEqual([expression, equality(left, right)]);
  }
  expect(askFeel('(function(x) x) = (function(x) x)')).toBe('refused UNDECIDED');
});

function equality(left: Kind, right: Kind): string {
  if (left === right) return 'true';
  if (isUndecided(left, right)) return 'refused UNDECIDED';
  return left === 'nothing' || right === 'nothing' ? 'false' : 'null';
}

/** Engines differ on whether a date is its midnight. */
function isUndecided(left: Kind, right: Kind): boolean {
  return [left, right].includes('date') && [left, right].includes('moment');
}

test('a minus turns numbers and durations, and nothing else', () => {
  const turned: Partial<Record<Kind, string>> = { number: '-2', days: '@"-P1D"', months: '@"-P1M"' };
  for (const kind of KINDS) expect([kind, askFeel(`-${VALUES[kind]}`)]).toEqual([kind, turned[kind] ?? 'null']);
});

test('a property nobody has is null, of a list one null each', () => {
  for (const kind of KINDS)
    expect([kind, askFeel(`${VALUES[kind]}.nobody`)]).toEqual([kind, kind === 'list' ? '[null, null]' : 'null']);
});

test.each([
  ['@"2026-03-02" > @"2026-03-01"', 'true'],
  ['@"10:00:01" > @"10:00:00"', 'true'],
  ['@"P2D" > @"P1D"', 'true'],
  ['@"P2M" > @"P1M"', 'true'],
  ['@"P1D" > @"P2D"', 'false'],
  ['@"P1M" > @"P2M"', 'false'],
  ['2 > 10', 'false'],
  ['-2 > -10', 'true'],
  ['1 = 10', 'false'],
  ['@"P1D" = @"P2D"', 'false'],
  ['@"2026-03-02" = @"2026-03-01"', 'false'],
  ['"a" < "ab"', 'true'],
  ['"b" < "ab"', 'false'],
  ['"ab" < "a"', 'false'],
  ['"a" <= "a"', 'true'],
  ['"a" < "a"', 'false'],
  ['"a🐎" < "a～"', 'false'],
  ['"🐎～" < "🐏"', 'true'],
  [String.raw`"a" < "a\u0000"`, 'true'],
  [String.raw`"a\u0000" < "a"`, 'false'],
  ['"🐏" < "🐎"', 'false'],
  ['"Z" < "a"', 'true'],
  ['{a: 1} = {a: 1, b: 2}', 'false'],
  ['{a: 1, b: 2} = {a: 1}', 'false'],
  ['{a: 1, b: null} = {a: 1, c: null}', 'false'],
  ['{a: 1, b: null} = {c: 1, b: null}', 'false'],
  ['[1..3] = (1..3]', 'false'],
  ['[1..3] = [1..4]', 'false'],
  ['[1..3] = [2..3]', 'false'],
  ['[1, 2] = [1]', 'false'],
  ['[null] = [1]', 'false'],
  ['{a: 1, b: "x"} instance of context<a: number, b: number>', 'false'],
  ['{a: 1, b: 2} instance of context<a: number, b: number>', 'true'],
  ['null instance of Null', 'refused UNDECIDED'],
  ['1 instance of Null', 'false'],
  ['@"P1Y" instance of years  and months   duration', 'true'],
  ['[[1]] instance of list<list<number>>', 'true'],
  ['[[1], ["a"]] instance of list<list<number>>', 'false'],
  ['{a: null} instance of context<a: number>', 'refused UNDECIDED'],
])('%s is %s', (expression, expected) => {
  expect(askFeel(expression)).toBe(expected);
});

test.each([
  ['@"P1D" * 0', '@"PT0S"'],
  ['@"P1D" * 1e2', '@"P100D"'],
  ['@"P1D" * 0.001', '@"PT1M26.4S"'],
  ['@"P1D" * -1', '@"-P1D"'],
  ['@"P1M" * 2.9', '@"P2M"'],
  ['@"P1M" * -2.9', '@"-P2M"'],
  ['@"P10D" / 100', '@"PT2H24M"'],
  ['@"P10M" / 1e1', '@"P1M"'],
  ['@"P1D" / 0.5', '@"P2D"'],
  ['@"P1M" / 0.1', '@"P10M"'],
  ['@"P1D" / 3', '@"PT8H"'],
  ['@"P1D" / 7', 'refused UNDECIDED'],
  ['@"P1M" / 0', 'null'],
  ['@"P1D" / @"P0D"', 'null'],
  ['@"P3M" / @"P2M"', '1.5'],
  ['@"PT1H" / @"P1D"', '0.04166666666666666666666666666666667'],
  ['@"P1M" * 11999999988', '@"P999999999Y"'],
  ['@"P1M" * 11999999989', 'refused DATE_RANGE'],
  ['@"P1M" * -11999999989', 'refused DATE_RANGE'],
  ['@"P1M" * 1e12', 'refused DATE_RANGE'],
  ['@"P1M" * 1e30', 'refused DATE_RANGE'],
  ['@"P1M" * -1e300', 'refused DATE_RANGE'],
  ['@"P1D" * 1e300', 'refused DATE_RANGE'],
  ['@"P1D" / 1e300', 'refused UNDECIDED'],
  ['@"P1M" / 1e300', '@"P0M"'],
])('%s is %s', (expression, expected) => {
  expect(askFeel(expression)).toBe(expected);
});

test.each([
  ['(function(r) 1 in r)([1..5))', 'true'],
  ['(function(r) 5 in r)([1..5))', 'false'],
  ['(function(r) 0 in r)([1..5))', 'false'],
  ['(function(r) 1 in r)((1..5])', 'false'],
  ['(function(r) 5 in r)((1..5])', 'true'],
  ['(function(r) 6 in r)((1..5])', 'false'],
  ['(function(r) 6 in r)((> 5))', 'true'],
  ['(function(r) 5 in r)((> 5))', 'false'],
  ['(function(r) 5 in r)((>= 5))', 'true'],
  ['(function(r) 5 in r)((< 5))', 'false'],
  ['(function(r) 5 in r)((<= 5))', 'true'],
  ['(function(r) null in r)((<= 5))', 'null'],
  ['(function(r) "a" in r)([1..5])', 'null'],
  ['5 in [1, (> 4)]', 'true'],
  ['3 in [1, (> 4)]', 'false'],
  ['(< 5).start included', 'false'],
  ['(<= 5).start included', 'false'],
  ['(< 5).end included', 'false'],
  ['(> 5).start included', 'false'],
  ['(>= 5).start included', 'true'],
  ['(>= 5).end included', 'false'],
  ['[1..1].end', '1'],
  ['[1..2].start included', 'true'],
  ['{r: [null..1]}', 'refused UNDECIDED'],
  ['(!=3) = [3..3]', 'refused OUTSIDE_SUBSET'],
])('%s is %s', (expression, expected) => {
  expect(askFeel(expression)).toBe(expected);
});

test.each([
  ['(function(a, b) 1)(1)', 'null'],
  ['(function(a) 1)(1, 2)', 'null'],
  ['(function(a) 1)(a: 1, b: 2)', 'null'],
  ['(function(a, b) 1)(a: 1, c: 2)', 'null'],
  ['(function() 1)()', '1'],
  ['(function(t: time) t)(@"2026-03-01")', 'null'],
  ['(function(t: date and time) t)(1)', 'null'],
  ['(function(t: list<number>) t)(@"2026-03-01")', 'null'],
  ['(function(a: list<number>) a)([1, "x"])', 'null'],
  ['(function(a: number) a)([])', 'null'],
  ['(function(a: number) a = null)([null])', 'null'],
  ['nothing(1)', 'null'],
  ['figure(1)', 'null'],
  ['abs(n: 1, n: 2)', 'refused TWICE'],
  ['[context put({a: {b: 2}}, "a.b", 1)][a.b = 2]', 'refused AMBIGUOUS_NAME'],
])('%s is %s', (expression, expected) => {
  expect(askFeel(expression, { context: { nothing: null, figure: 1 } })).toBe(expected);
});

test.each([
  ['[][1]', 'null'],
  ['[][-1]', 'null'],
  ['[][true]', '[]'],
  ['[][false]', '[]'],
  ['[][item = 1 and true]', '[]'],
  ['[][item between 1 and 2]', '[]'],
  ['[][item in (1, 2)]', '[]'],
  ['[][some x in [1] satisfies x = item]', '[]'],
  ['[][item instance of number]', '[]'],
  // What a condition without elements would have been, only its form can tell.
  ['[][1.5]', 'refused UNDECIDED'],
  ['[]["a"]', 'refused UNDECIDED'],
  ['[][@"2026-03-01"]', 'refused UNDECIDED'],
  ['[][null]', 'refused UNDECIDED'],
  ['[][item]', 'refused UNDECIDED'],
  ['[][1 + 1]', 'refused UNDECIDED'],
  ['[][not(item)]', 'refused UNDECIDED'],
  ['[1, 2][1 + 1]', '2'],
  ['[1, 2][item + 1]', 'refused UNDECIDED'],
  ['[true, 1][item]', 'refused UNDECIDED'],
  ['[1, true][item]', 'refused UNDECIDED'],
  ['[{item: 5}][item = 5]', '[{item: 5}]'],
])('%s is %s', (expression, expected) => {
  expect(askFeel(expression)).toBe(expected);
});

test.each([
  ['for i in 1..2 return partial', '[[], [[]]]'],
  ['for i in 2..2 return i', '[2]'],
  ['for i in 1..1.5 return i', 'refused UNDECIDED'],
  ['for i in 1.."a" return i', 'refused UNDECIDED'],
  ['for i in 1..2, j in 3..4 return count(partial)', '[0, 1, 2, 3]'],
  ['for i in 1..2 return {a: count(partial)}.a', '[0, 1]'],
  ['for i in 1..2 return if true then count(partial) else 0', '[0, 1]'],
  ['for i in 1..2 return -count(partial)', '[0, -1]'],
  ['for i in 1..2 return count(partial) between 0 and 0', '[true, false]'],
  ['for i in 1..2 return 0 between 0 and count(partial)', '[true, true]'],
  ['for i in 1..2 return count(partial) in (0, 5)', '[true, false]'],
  ['for i in 1..2 return 1 in (count(partial))', '[false, true]'],
  ['for i in 1..2 return some x in partial satisfies true', '[false, true]'],
  ['for i in 1..2 return some x in [1] satisfies count(partial) = x', '[false, true]'],
  ['for i in 1..2 return every x in 1..count(partial) satisfies x = 1', '[false, true]'],
  ['for i in 1..2 return (function(a) count(partial))(1)', '[0, 1]'],
  ['for i in 1..2 return partial instance of list<Any>', '[true, true]'],
  ['for i in 1..2 return [0..count(partial)].end', '[0, 1]'],
  ['for i in 1..2 return [count(partial)..9].start', '[0, 1]'],
  ['for i in 1..2 return [count(partial), 5][1]', '[0, 1]'],
  ['for i in 1..2 return [5, 6][item - 5 = count(partial)][1]', '[5, 6]'],
  ['for i in 1..2 return count(list: partial)', '[0, 1]'],
  ['for i in 1..2 return true and count(partial) = 0', '[true, false]'],
])('%s is %s', (expression, expected) => {
  expect(askFeel(expression)).toBe(expected);
});
