import { describe, expect, test } from 'vitest';
import { aFact, aRuleParameter, aRuleSet } from '../../testing/a-rule.ts';
import { aTable, aTableVariable } from '../../testing/a-table.ts';
import { checkRules } from '../determination/check/check-rules.ts';
import { checkCells } from './check-cells.ts';
import type { DecisionTable } from './decision-table.ts';
import { listTableGaps } from './list-table-gaps.ts';

const BASE = aRuleSet({
  facts: [
    aFact('age', 'count', { largest: 120 }),
    aFact('loss', 'count', { smallest: -50, largest: 50 }),
    aFact('limit', 'count', { largest: 120 }),
    aFact('kind', 'text', { options: ['urban', 'rural', 'other'] }),
    aFact('isSole', 'flag'),
    aFact('isOld', 'flag'),
    aFact('since', 'date'),
    aFact('until', 'date'),
    aFact('share', 'basisPoints', { largest: 10_000 }),
    aFact('waited', 'months', { largest: 100 }),
    aFact('wage', 'count', { on: 'person', largest: 120 }),
    aFact('rent', 'count', { on: 'person', largest: 120 }),
  ],
  parameters: [
    aRuleParameter('low', 'count', { largest: 120 }),
    aRuleParameter('high', 'count', { largest: 120 }),
    aRuleParameter('top', 'count', { smallest: 100, largest: 110 }),
    aRuleParameter('fixed', 'count', { smallest: 18, largest: 18 }),
    aRuleParameter('kinds', 'list', { options: ['urban', 'rural', 'other'] }),
  ],
});

function told(table: DecisionTable): readonly string[] {
  const checked = checkRules({ ...BASE, variables: [aTableVariable('answer', 'count', table)] }, '2026-03-01');
  if (!checked.ok) return checked.issues.map(({ code, en }) => `${code} ${en}`);
  return listTableGaps(checked.rules).map(({ en }) => en);
}

const CASES: readonly (readonly [string, readonly string[], readonly (readonly string[])[], readonly string[]])[] = [
  [
    'between two stretches of numbers',
    ['age'],
    [
      ['< 18', '1'],
      ['[60..120]', '2'],
    ],
    ['No rule fits: age [18..59].'],
  ],
  [
    'one number',
    ['age'],
    [
      ['< 18', '1'],
      ['> 18', '2'],
    ],
    ['No rule fits: age 18.'],
  ],
  [
    'of several stretches the first',
    ['age'],
    [
      ['[10..20]', '1'],
      ['[30..40]', '2'],
      ['> 41', '3'],
    ],
    ['No rule fits: age [0..9].'],
  ],
  [
    'numbers below nought',
    ['loss'],
    [
      ['< -5', '1'],
      ['> 5', '2'],
    ],
    ['No rule fits: loss [-5..5].'],
  ],
  [
    'one number below nought',
    ['loss'],
    [
      ['<= -5', '1'],
      ['>= -5', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: loss -5.'],
  ],
  ['all options that are left', ['kind'], [['"urban"', '1']], ['No rule fits: kind "rural", "other".']],
  [
    'yes and no',
    ['isSole', 'isOld'],
    [
      ['true', '-', '1'],
      ['false', 'true', '2'],
    ],
    ['No rule fits: isSole false, isOld false.'],
  ],
  [
    'yes and no in two columns',
    ['isSole', 'isOld'],
    [
      ['true', '-', '1'],
      ['-', 'false', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: isSole true, isOld false.'],
  ],
  [
    'days',
    ['since'],
    [
      ['< @"2026-01-01"', '1'],
      ['> @"2026-01-31"', '2'],
    ],
    ['No rule fits: since [2026-01-01..2026-01-31].'],
  ],
  [
    'days that two rows have',
    ['since'],
    [
      ['<= @"2026-01-31"', '1'],
      ['>= @"2026-01-01"', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: since [2026-01-01..2026-01-31].'],
  ],
  [
    'the figure of a parameter itself',
    ['age'],
    [
      ['< low', '1'],
      ['> low', '2'],
    ],
    ['No rule fits: age [0..120] (= low).'],
  ],
  [
    'the figure of a parameter in two rows',
    ['age'],
    [
      ['<= low', '1'],
      ['>= low', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: age [0..120] (= low).'],
  ],
  [
    'two parameters that may cross',
    ['age'],
    [
      ['< low', '1'],
      ['> high', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: age [0..120] (< low) (> high).'],
  ],
  [
    'another fact that parts two rows',
    ['age'],
    [
      ['< limit', '1'],
      ['>= limit', '2'],
    ],
    [],
  ],
  [
    'another fact in two rows',
    ['age'],
    [
      ['<= limit', '1'],
      ['>= limit', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: age [0..120] (= limit).'],
  ],
  [
    'a figure and a parameter that may cross',
    ['age'],
    [
      ['< low', '1'],
      ['>= 60', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: age [60..120] (< low).'],
  ],
  [
    'twice the input, from both sides',
    ['age'],
    [
      ['2 * ? < 60', '1'],
      ['? * 2 > 58', '2'],
    ],
    [],
  ],
  [
    'a sum is not looked into: rather one overlap too many',
    ['age'],
    [
      ['? + 5 < 60', '1'],
      ['? > 70', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: age [71..120].'],
  ],
  [
    'the input on the right',
    ['age'],
    [
      ['18 > ?', '1'],
      ['17 < ?', '2'],
    ],
    [],
  ],
  [
    'the input on the right, with a gap',
    ['age'],
    [
      ['18 >= ?', '1'],
      ['20 <= ?', '2'],
    ],
    ['No rule fits: age 19.'],
  ],
  [
    'one figure and all others',
    ['age'],
    [
      ['= 5', '1'],
      ['!= 5', '2'],
    ],
    [],
  ],
  ['all but one figure', ['age'], [['< 5, > 5', '1']], ['No rule fits: age 5.']],
  [
    'a cell nothing can pass',
    ['age', 'isSole'],
    [
      ['?  > 500', '-', '1'],
      ['-', '-', '2'],
    ],
    ['TABLE_NEVER Row 1, cell 1: No value can pass this cell.'],
  ],
  [
    'two rows for everything',
    ['age', 'isSole'],
    [
      ['-', '-', '1'],
      ['-', '-', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: everything.'],
  ],
  [
    'all options but one',
    ['kind'],
    [
      ['not("urban")', '1'],
      ['"rural"', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: kind "rural".'],
  ],
  [
    'a list and its opposite',
    ['kind'],
    [
      ['? in kinds', '1'],
      ['not(? in kinds)', '2'],
    ],
    [],
  ],
  [
    'a list and one option',
    ['kind'],
    [
      ['? in kinds', '1'],
      ['"urban"', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: kind "urban".'],
  ],
  [
    'a test with ? where yes or no is asked',
    ['isSole'],
    [
      ['true', '1'],
      ['? = false', '2'],
    ],
    ['UNDECIDED Row 2, cell 1: The standard leaves the result open: ? in a column of yes or no.'],
  ],
  [
    'a computed input',
    ['age + loss'],
    [
      ['< 5', '1'],
      ['> 5', '2'],
    ],
    ['No rule fits: age + loss 5.'],
  ],
  ['a condition as input', ['age > 5'], [['true', '1']], ['No rule fits: age > 5 false.']],
  [
    'a cell of another kind',
    ['age'],
    [
      ['isOld', '1'],
      ['isSole', '2'],
    ],
    ['KINDS_DIFFER Row 1, cell 1: These do not go together: number and yes or no.'],
  ],
  [
    'two conditions in a cell',
    ['age'],
    [
      ['? > 5 and ? < 8', '1'],
      ['8', '2'],
      ['<= 6', '3'],
    ],
    ['TABLE_OVERLAP Row 3: This rule overlaps with row 1, for example: age 6.'],
  ],
  [
    'one of two conditions in a cell',
    ['age'],
    [
      ['? < 5 or ? > 8', '1'],
      ['[6..9]', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: age 9.'],
  ],
  [
    'a computed figure',
    ['age'],
    [
      ['< 10 + 8', '1'],
      ['>= 18', '2'],
    ],
    [],
  ],
  [
    'a parameter of one figure only, which may not be known',
    ['age'],
    [
      ['< fixed', '1'],
      ['> fixed', '2'],
    ],
    ['No rule fits: age [0..120] (= fixed).'],
  ],
  [
    'several times a parameter, which has no name',
    ['age'],
    [
      ['< 2 * low', '1'],
      ['> 2 * low', '2'],
    ],
    ['No rule fits: age [0..120] (= …).'],
  ],
  [
    'less than nought times the input',
    ['age'],
    [
      ['-1 * ? <= low', '1'],
      ['-1 * ? >= low', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: age [0..120].'],
  ],
  [
    'twice the input, and a gap behind its half',
    ['age'],
    [
      ['2 * ? < 60', '1'],
      ['> 40', '2'],
    ],
    ['No rule fits: age [30..40].'],
  ],
  [
    'the input on both sides',
    ['age'],
    [
      ['? > 2 * ?', '1'],
      ['? <= 2 * ?', '2'],
    ],
    [],
  ],
  [
    'twice another fact, which is not the input',
    ['age'],
    [
      ['limit * 2 < 60 and ? >= 0', '1'],
      ['>= 30', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: age [30..120].'],
  ],
  [
    'the greatest figure is below no parameter',
    ['age'],
    [
      ['< 120', '1'],
      ['? >= 120 and ? >= low', '2'],
    ],
    [],
  ],
  [
    'figures above all that a parameter can be',
    ['age'],
    [
      ['<= 110', '1'],
      ['? > 110 and ? > top', '2'],
    ],
    [],
  ],
  [
    'the greatest a parameter can be',
    ['age'],
    [
      ['< 110', '1'],
      ['? = 110 and ? > top', '2'],
      ['> 110', '3'],
    ],
    ['No rule fits: age 110 (= top).'],
  ],
  [
    'figures below all that a parameter can be',
    ['age'],
    [
      ['? < 100 and ? < top', '1'],
      ['>= 100', '2'],
    ],
    [],
  ],
  [
    'the least a parameter can be',
    ['age'],
    [
      ['< 100', '1'],
      ['? = 100 and ? < top', '2'],
      ['> 100', '3'],
    ],
    ['No rule fits: age 100 (= top).'],
  ],
  [
    'the least a parameter can be is above no parameter',
    ['age'],
    [
      ['< 100', '1'],
      ['? = 100 and ? <= top', '2'],
      ['> 100', '3'],
    ],
    [],
  ],
  [
    'twice the input above all that a parameter can be',
    ['age'],
    [
      ['< 56', '1'],
      ['? >= 56 and 2 * ? > top', '2'],
    ],
    [],
  ],
  [
    'twice the input where it may reach a parameter',
    ['age'],
    [
      ['? < 56 and 2 * ? <= top', '1'],
      ['>= 56', '2'],
    ],
    ['No rule fits: age [0..55] (> top).'],
  ],
  [
    'below the least there is',
    ['age'],
    [
      ['<= -5', '1'],
      ['-', '2'],
    ],
    ['TABLE_NEVER Row 1, cell 1: No value can pass this cell.'],
  ],
  ['the greatest there is', ['age'], [['< 120', '1']], ['No rule fits: age 120.']],
  [
    'a condition that always holds beside one that does not',
    ['age'],
    [
      ['? < 18 or true', '1'],
      ['? > 60 and true', '2'],
    ],
    ['TABLE_OVERLAP Row 2: This rule overlaps with row 1, for example: age [61..120].'],
  ],
  [
    'an empty list',
    ['age'],
    [
      ['? in []', '1'],
      ['-', '2'],
    ],
    ['TABLE_NEVER Row 1, cell 1: No value can pass this cell.'],
  ],
  ['several tests with ? in a cell', ['age'], [['? < 5, ? > 8, 7', '1']], ['No rule fits: age [5..6].']],
  ['several tests of which none may hold', ['age'], [['not(? < 5, ? > 8, 7)', '1']], ['No rule fits: age [0..4].']],
  ['yes and no beside another fact', ['isSole'], [['isOld', '1']], ['No rule fits: isSole false, true.']],
  [
    'a ratio',
    ['share'],
    [
      ['> 0.25', '1'],
      ['< 0.1', '2'],
    ],
    ['No rule fits: share [0.1..0.25].'],
  ],
  [
    'a duration in months',
    ['waited * @"P1M"'],
    [
      ['< @"P6M"', '1'],
      ['> @"P1Y"', '2'],
    ],
    ['No rule fits: waited * @"P1M" [@"P6M"..@"P12M"].'],
  ],
  [
    'a duration in days',
    ['until - since'],
    [
      ['< @"P6D"', '1'],
      ['> @"P6D"', '2'],
    ],
    ['No rule fits: until - since @"P6D".'],
  ],
];

test.each(CASES)('%s', (_, inputs, rows, words) => {
  expect(told(aTable('U', inputs, rows))).toEqual(words);
});

test.each([
  ['rent', 'No rule fits: wage [0..120] (= rent).'],
  ['household.limit', 'No rule fits: wage [0..120] (= limit).'],
])('in a table on members a fact is named, of the member or of the household: %s', (other, words) => {
  const rows = [
    [`< ${other}`, '1'],
    [`> ${other}`, '2'],
  ];
  const variables = [aTableVariable('answer', 'count', aTable('U', ['wage'], rows), { on: 'person' })];
  const checked = checkRules({ ...BASE, variables }, '2026-03-01');
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  expect(listTableGaps(checked.rules).map(({ en }) => en)).toEqual([words]);
});

test('where rows overlap everywhere, that is told in both languages', () => {
  const table = aTable(
    'U',
    ['age'],
    [
      ['-', '1'],
      ['-', '2'],
    ],
  );
  const checked = checkRules({ ...BASE, variables: [aTableVariable('answer', 'count', table)] }, '2026-03-01');
  expect(checked.ok ? [] : checked.issues.map(({ zh, en }) => [zh, en])).toEqual([
    ['第 2 行：与第 1 行重叠，例如：任何情形。', 'Row 2: This rule overlaps with row 1, for example: everything.'],
  ]);
});

test('a gap is told in the words of the columns, in both languages', () => {
  const { inputs, ...table } = aTable(
    'F',
    ['age', 'kind', 'isSole'],
    [
      ['< 18', '-', '-', '1'],
      ['-', '"urban", "rural"', '-', '2'],
    ],
  );
  const labelled = inputs.map((input, index) =>
    index === 0 ? { ...input, label: { zh: '年龄', en: 'the age' } } : input,
  );
  const set = { ...BASE, variables: [aTableVariable('answer', 'count', { ...table, inputs: labelled })] };
  const checked = checkRules(set, '2026-03-01');
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  expect(listTableGaps(checked.rules).map(({ zh, en }) => [zh, en])).toEqual([
    ['没有规则适用的情形：年龄 [18..120]，kind "other"。', 'No rule fits: the age [18..120], kind "other".'],
  ]);
});

describe('a table from outside, before anybody knows its names', () => {
  const problems = (table: DecisionTable) =>
    checkCells('answer', table).map(({ code, path, line, column }) => [code, path, line, column]);

  test('may name what nobody here knows', () => {
    expect(problems(aTable('U', ['score', 'rank(x)'], [['< base', '"a"', 'base * 2']], { default: 'other' }))).toEqual(
      [],
    );
  });

  test('may leave out the other result', () => {
    expect(problems(aTable('U', ['score'], [['< base', '"a"']]))).toEqual([]);
  });

  test('is refused for its shape first', () => {
    expect(problems(aTable('U', ['a b c ('], []))).toEqual([['TABLE_SIZE', [], null, null]]);
  });

  test('has every cell that no name could make right shown at its place', () => {
    const table = aTable(
      'U',
      ['a +', 'b'],
      [
        ['1', '> 5,\n 6 6', '7'],
        ['-', '-', '('],
      ],
      { default: '1 1' },
    );
    expect(problems(table)).toEqual([
      ['ENDS_EARLY', ['inputs', 0, 'expression'], 1, 4],
      ['ENDS_EARLY', ['rules', 1, 'result'], 1, 2],
      ['SYNTAX', ['default'], 1, 3],
      ['SYNTAX', ['rules', 0, 'when', 1], 2, 4],
    ]);
  });
});
