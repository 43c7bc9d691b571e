import { describe, expect, test } from 'vitest';
import { aFact, aRuleParameter, aRuleSet, aVariable } from '../../testing/a-rule.ts';
import { aTable, aTableVariable } from '../../testing/a-table.ts';
import { countProcessorTime } from '../../testing/processor-time.ts';
import { checkRules } from '../determination/check/check-rules.ts';
import { readFacts } from '../determination/facts/read-facts.ts';
import { readValue } from '../determination/facts/values.ts';
import { closuresFor } from '../determination/run/closures.ts';
import { rowFrom } from '../determination/run/policy-row.ts';
import type { FactValues } from '../household-facts.ts';
import type { ParameterValue, Unit } from '../policy/unit.ts';
import type { DecisionTable } from './decision-table.ts';
import { listTableGaps } from './list-table-gaps.ts';

const ON = '2026-03-01';

const BASE = aRuleSet({
  facts: [
    aFact('age', 'years', { largest: 120 }),
    aFact('income', 'fen', { per: 'month', largest: 1_000_000 }),
    aFact('kind', 'text', { options: ['urban', 'rural'] }),
    aFact('grade', 'text', { options: ['first', 'second', 'third', 'fourth'] }),
    aFact('isSole', 'flag'),
    aFact('diedOn', 'date'),
    aFact('cut', 'fen', { largest: 1_000 }),
    aFact('worth', 'fen', { largest: 1_000 }),
    aFact('share', 'basisPoints', { largest: 10_000 }),
    aFact('part', 'basisPoints', { largest: 10_000 }),
  ],
  parameters: [
    aRuleParameter('dibao.standard', 'fen', { per: 'month', largest: 1_000_000 }),
    aRuleParameter('dibao.edge', 'fen', { per: 'month', smallest: 2_000_000, largest: 3_000_000 }),
  ],
});

function checked(table: DecisionTable, unit: Unit = 'fen') {
  return checkRules({ ...BASE, variables: [aTableVariable('answer', unit, table)] }, ON);
}

function issuesOf(table: DecisionTable, unit: Unit = 'fen') {
  const result = checked(table, unit);
  return result.ok ? [] : result.issues;
}

function gapsOf(table: DecisionTable) {
  const result = checked(table);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return listTableGaps(result.rules).map(({ zh }) => zh);
}

function answer(table: DecisionTable, facts: FactValues, given: ReadonlyMap<string, ParameterValue> = new Map()) {
  const result = checked(table);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const read = readFacts(result.rules, { household: facts, members: [{}] });
  const row = rowFrom(result.rules, ON, given);
  if (!read.ok || !row.ok) throw new Error('no facts');
  closuresFor(result.rules)(read.values, row.row);
  return readValue(result.rules, read.values, 'answer');
}

const BY_GRADE = aTable(
  'U',
  ['grade'],
  [
    ['"first", "second"', '10000'],
    ['"third"', '5000'],
  ],
);

describe('a figure alone in a cell counts what its column counts', () => {
  test('years under an age, fen as a result', () => {
    const table = aTable('F', ['age', 'income'], [['< 18', '<= 86300', '10000']], { default: '0' });
    expect(answer(table, { age: 17, income: 86_300 })).toBe(10_000);
    expect(answer(table, { age: 17, income: 86_301 })).toBe(0);
  });

  test('in arithmetic it stays a bare number', () => {
    expect(issuesOf(aTable('F', ['age'], [['< 9 + 9', '1']]))).toMatchObject([{ code: 'UNITS_DIFFER' }]);
    expect(issuesOf(aTable('F', ['age'], [['-', '5 * 20']]))).toMatchObject([{ code: 'WRONG_RESULT' }]);
  });

  test.each([
    '? < 18',
    '18 > ?',
    '? between 0 and 17',
    '? in (0, [1..17])',
    '? in [0, 17]',
    '? < 5 or ? in [5..17]',
    '-(5), [0..17]',
  ])('under an age %s counts years', (cell) => {
    const table = aTable('F', ['age'], [[cell, '10000']], { default: '0' });
    expect([17, 18].map((age) => answer(table, { age }))).toEqual([10_000, 0]);
  });

  test.each([
    'income > 5 and ? > 1',
    '5 < income and ? > 1',
    'income between 1 and 2 and ? > 1',
    '(income in (1, 2)) and ? > 1',
  ])('under an age the figure beside an income is a bare number: %s', (cell) => {
    expect(issuesOf(aTable('F', ['age'], [[cell, '10000']]))).toMatchObject([{ code: 'UNITS_DIFFER' }]);
  });

  test('parameters keep their unit', () => {
    expect(issuesOf(aTable('F', ['age'], [['< dibao.standard', '1']]))).toMatchObject([{ code: 'UNITS_DIFFER' }]);
    expect(issuesOf(aTable('F', ['income'], [['-', 'dibao.standard']]))).toMatchObject([{ code: 'WRONG_RESULT' }]);
  });
});

describe('a mistake is shown at its cell', () => {
  test.each<[string, DecisionTable, object]>([
    [
      'an unknown option',
      aTable(
        'U',
        ['kind', 'grade'],
        [
          ['-', '"first"', '1'],
          ['-', '"fifth"', '2'],
        ],
      ),
      {
        code: 'UNKNOWN_OPTION',
        path: ['rules', 1, 'when', 1],
        line: 1,
        column: 1,
        zh: expect.stringMatching(/^第 2 行第 2 格：没有选项“fifth”/),
      },
    ],
    [
      'an unknown name in an input',
      aTable('U', ['kind', 'grad'], [['-', '-', '1']]),
      {
        path: ['inputs', 1, 'expression'],
        zh: '第 2 列条件：没有名为“grad”的事实、变量或参数，是否指“grade”？',
        en: expect.stringMatching(/^Input 2: /),
      },
    ],
    [
      'a syntax error behind a good part',
      aTable('U', ['age'], [['> 5,\n 6 6', '1']]),
      { code: 'SYNTAX', path: ['rules', 0, 'when', 0], line: 2, column: 4 },
    ],
    [
      'a result of another unit',
      aTable(
        'F',
        ['age'],
        [
          ['< 5', '1'],
          ['-', 'kind'],
        ],
      ),
      { code: 'KINDS_DIFFER' },
    ],
    [
      'a null that somebody wrote',
      aTable('F', ['age'], [['-', 'null']]),
      { code: 'OUTSIDE', path: ['rules', 0, 'result'] },
    ],
    [
      'a null behind an else',
      aTable('F', ['age'], [['-', 'if isSole then 0 else null']]),
      { code: 'OUTSIDE', path: ['rules', 0, 'result'], column: 23 },
    ],
    [
      'the ? of a test inside a test',
      aTable('F', ['age'], [['income in (? > 5)', '1']]),
      { code: 'OUTSIDE', path: ['rules', 0, 'when', 0], column: 12 },
    ],
    [
      'the ? of a test inside a test with ?',
      aTable('F', ['age'], [['? in (? > 5)', '1']]),
      { code: 'OUTSIDE', path: ['rules', 0, 'when', 0], column: 7 },
    ],
    [
      'a ? as the end of a stretch',
      aTable('F', ['age'], [['[?..5]', '1']]),
      { code: 'OUTSIDE', path: ['rules', 0, 'when', 0], column: 2 },
    ],
    [
      'an unknown name in a result',
      aTable('F', ['age'], [['-', 'incom']]),
      {
        path: ['rules', 0, 'result'],
        zh: expect.stringMatching(/^第 1 行结果：/),
        en: expect.stringMatching(/^Row 1, result: /),
      },
    ],
    [
      'an unknown name in the default',
      aTable('F', ['age'], [['< 5', '1']], { default: 'incom' }),
      {
        path: ['default'],
        zh: expect.stringMatching(/^默认结果：/),
        en: expect.stringMatching(/^Default result: /),
      },
    ],
    [
      'a default of another kind',
      aTable('F', ['age'], [['< 5', '1']], { default: '"urban"' }),
      { code: 'KINDS_DIFFER' },
    ],
    ['a cell too few', aTable('U', ['kind', 'grade'], [['-', '1']]), { code: 'TABLE_CELLS', path: ['rules', 0] }],
    [
      'a cell nothing can pass',
      aTable('U', ['age'], [['> 120', '1']]),
      { code: 'TABLE_NEVER', path: ['rules', 0, 'when', 0] },
    ],
    [
      'a default that is never used',
      aTable('U', ['age'], [['-', '1']], { complete: true, default: '0' }),
      { code: 'TABLE_DEFAULT' },
    ],
    ['no rule', aTable('U', ['age'], []), { code: 'TABLE_SIZE', path: [] }],
    [
      'a quotient as input',
      aTable('U', ['income / 3'], [['> 5', '1']]),
      { code: 'DIVISION', path: ['inputs', 0, 'expression'] },
    ],
  ])('%s', (_, table, issue) => {
    expect(issuesOf(table)).toMatchObject([issue]);
  });
});

describe('overlaps, reach and gaps', () => {
  test('the message names both rows and an example that fits both', () => {
    const table = aTable(
      'U',
      ['age', 'kind'],
      [
        ['< 18', '-', '1'],
        ['>= 60', '-', '2'],
        ['[10..70]', '"rural"', '3'],
      ],
    );
    expect(issuesOf(table).map(({ zh, en }) => [zh, en])).toEqual([
      [
        '第 3 行：与第 1 行重叠，例如：age [10..17]，kind "rural"。',
        'Row 3: This rule overlaps with row 1, for example: age [10..17], kind "rural".',
      ],
      [
        '第 3 行：与第 2 行重叠，例如：age [60..70]，kind "rural"。',
        'Row 3: This rule overlaps with row 2, for example: age [60..70], kind "rural".',
      ],
    ]);
  });

  test('under A rows may overlap when their results are the same', () => {
    const rows = (second: string) =>
      aTable(
        'A',
        ['age', 'isSole'],
        [
          ['< 18', '-', '100'],
          ['-', 'true', second],
        ],
        { default: '0' },
      );
    expect(issuesOf(rows('100.0'))).toEqual([]);
    expect(issuesOf(rows('101'))).toMatchObject([{ code: 'TABLE_OVERLAP_DIFFERS', path: ['rules', 1] }]);
  });

  test.each<[string, string, Unit, boolean]>([
    ['cut', 'cut', 'fen', true],
    ['cut', 'worth', 'fen', false],
    ['cut', '5', 'fen', false],
    ['0.5', '0.50', 'basisPoints', true],
    ['0.25 + 0.25', '0.5', 'basisPoints', true],
    ['0.5', '5', 'basisPoints', false],
    ['share', 'share', 'basisPoints', true],
    ['share', 'part', 'basisPoints', false],
    // The same whole number behind both, with another point in it.
    ['count(members)', 'count(members) * 0.1', 'basisPoints', false],
    ['count(members)', 'count(members)', 'basisPoints', true],
    ['isSole', 'isSole', 'flag', true],
    ['true', 'true', 'flag', true],
    ['true', 'false', 'flag', false],
    ['diedOn', 'diedOn', 'date', true],
  ])('under A %s and %s as %s: the same is %s', (one, other, unit, isSame) => {
    const table = aTable(
      'A',
      ['age'],
      [
        ['-', one],
        ['-', other],
      ],
    );
    expect(issuesOf(table, unit).map(({ code }) => code)).toEqual(isSame ? [] : ['TABLE_OVERLAP_DIFFERS']);
  });

  test('a row below those that hold in all of its cases is never reached', () => {
    const table = aTable(
      'F',
      ['age', 'kind'],
      [
        ['< 60', '-', '1'],
        ['-', '"rural"', '2'],
        ['>= 60', '"urban"', '3'],
        ['> 80', '-', '4'],
      ],
    );
    expect(issuesOf(table)).toMatchObject([{ code: 'TABLE_UNREACHABLE', path: ['rules', 3] }]);
  });

  test('the same end on both sides of a parameter meets, without a gap or an overlap', () => {
    const table = aTable(
      'U',
      ['income'],
      [
        ['< dibao.standard', '1'],
        ['>= dibao.standard', '2'],
      ],
      { complete: true },
    );
    expect(issuesOf(table)).toEqual([]);
    expect(answer(table, { income: 5 }, new Map([['dibao.standard', 5]]))).toBe(2);
  });

  test('two parameters whose order nobody states may cross, unless their figures cannot', () => {
    const rows = (upper: string) =>
      aTable(
        'U',
        ['income'],
        [
          ['< dibao.standard', '1'],
          [`> ${upper}`, '2'],
        ],
      );
    expect(issuesOf(rows('2 * dibao.standard'))).toMatchObject([{ code: 'TABLE_OVERLAP' }]);
    const reach = aTable('U', ['income'], [['> dibao.edge', '1']]);
    expect(issuesOf(reach)).toMatchObject([{ code: 'TABLE_NEVER' }]);
  });

  test('between the last of February and the first of March is no gap', () => {
    const table = aTable(
      'U',
      ['diedOn'],
      [
        ['<= @"2026-02-28"', '1'],
        ['>= @"2026-03-01"', '2'],
      ],
      { complete: true },
    );
    expect(issuesOf(table)).toEqual([]);
    const leap = aTable(
      'U',
      ['diedOn'],
      [
        ['<= @"2024-02-28"', '1'],
        ['>= @"2024-03-01"', '2'],
      ],
      { complete: true },
    );
    expect(issuesOf(leap)).toMatchObject([
      { code: 'TABLE_INCOMPLETE', zh: '声明完整，但有情形没有规则适用：diedOn 2024-02-29。' },
    ]);
  });

  test('gaps are listed with the options and the stretch they cover', () => {
    expect(gapsOf(BY_GRADE)).toEqual(['没有规则适用的情形：grade "fourth"。']);
    expect(
      gapsOf(
        aTable(
          'U',
          ['age'],
          [
            ['< 18', '1'],
            ['> 20, 30', '2'],
          ].slice(0, 1),
        ),
      ),
    ).toEqual(['没有规则适用的情形：age [18..120]。']);
    expect(gapsOf({ ...BY_GRADE, default: '0' })).toEqual([]);
  });

  test('a rule without a table has no gaps, beside one that has', () => {
    const variables = [aVariable('plain', 'fen', 'cut'), aTableVariable('answer', 'fen', BY_GRADE)];
    const result = checkRules({ ...BASE, variables }, ON);
    expect(result.ok && listTableGaps(result.rules).map(({ id }) => id)).toEqual(['answer']);
  });

  test('too many cases are refused in a moment', () => {
    const inputs = ['age', 'income', 'kind', 'grade'];
    const rows = Array.from({ length: 200 }, (_, row) => [
      `(${row % 60}..${60 + (row % 50)}]`,
      `(${row * 37}..${900_000 - row * 91}]`,
      '-',
      row % 3 === 0 ? '"first"' : 'not("second")',
      String(row),
    ]);
    const spent = countProcessorTime();
    expect(issuesOf(aTable('F', inputs, rows))[0]?.code).toMatch(/TABLE_/);
    expect(spent()).toBeLessThan(8_000);
  });
});

describe('hostile tables end soon, in a refusal', () => {
  test.each<[string, DecisionTable, string]>([
    ['ten megabytes in a cell', aTable('U', ['age'], [['5'.repeat(10_000_000), '1']]), 'TABLE_SIZE'],
    ['a long cell', aTable('U', ['age'], [['5,'.repeat(20_000), '1']]), 'TOO_LONG'],
    ['a million cells', aTable('U', ['age'], [Array.from({ length: 1_000_000 }, () => '-')]), 'TABLE_SIZE'],
    [
      'a million rows',
      aTable(
        'U',
        ['age'],
        Array.from({ length: 1_000_000 }, () => ['-', '1']),
      ),
      'TABLE_SIZE',
    ],
    ['deep parentheses', aTable('U', ['age'], [[`${'('.repeat(400)}5${')'.repeat(400)}`, '1']]), 'TOO_DEEP'],
    ['a prototype as input', aTable('U', ['__proto__'], [['-', '1']]), 'UNKNOWN_NAME'],
    ['a prototype in a cell', aTable('U', ['age'], [['constructor', '1']]), 'UNKNOWN_NAME'],
    ['itself as input', aTable('U', ['answer'], [['> 0', '1']]), 'CYCLE'],
    ['itself in a cell', aTable('U', ['income'], [['< answer', '1']]), 'CYCLE'],
    ['ends beyond counting', aTable('U', ['age'], [['< 9'.padEnd(400, '9'), '1']]), 'BAD_NUMBER'],
    [
      'more parameters than can be ordered',
      aTable(
        'F',
        ['income'],
        [[Array.from({ length: 9 }, (_, index) => `< ${index + 2} * dibao.standard`).join(', '), '1']],
      ),
      'TABLE_TOO_MANY',
    ],
  ])('%s', (_, table, code) => {
    const spent = countProcessorTime();
    expect(issuesOf(table)).toMatchObject([{ code }]);
    expect(spent()).toBeLessThan(5_000);
  });

  test('two hundred rows still become a rule', () => {
    const rows = Array.from({ length: 200 }, (_, row) => [`[${row * 10}..${row * 10 + 9}]`, String(row)]);
    const table = aTable('U', ['income'], rows, { default: '0' });
    expect(answer(table, { income: 1_995 })).toBe(199);
    expect(answer(table, { income: 2_000 })).toBe(0);
  });
});

describe('what is not known', () => {
  const table = aTable(
    'F',
    ['age', 'isSole'],
    [
      ['< 18', 'true', '2'],
      ['< 18', '-', '1'],
      ['-', 'true', '1'],
      ['-', '-', '0'],
    ],
  );

  test('stays unknown unless the rules that may still fit agree', () => {
    expect(answer(table, { age: 10 })).toBeNull();
    expect(answer(table, { age: 30 })).toBeNull();
    expect(answer(table, { isSole: false })).toBeNull();
    expect(answer(table, { age: 30, isSole: false })).toBe(0);
    const agreeing = aTable(
      'F',
      ['age'],
      [
        ['< 18', '5'],
        ['>= 60', '5'],
        ['-', '5'],
      ],
    );
    expect(answer(agreeing, {})).toBe(5);
  });

  test('a case without a rule is not known; so is a sum with a part that is not', () => {
    expect(answer(BY_GRADE, { grade: 'fourth' })).toBeNull();
    const sum = aTable(
      'C+',
      ['age', 'isSole'],
      [
        ['< 18', '-', '100'],
        ['-', 'true', '20'],
      ],
    );
    expect(answer(sum, { age: 3, isSole: true })).toBe(120);
    expect(answer(sum, { age: 30, isSole: false })).toBe(0);
    expect(answer(sum, { age: 3 })).toBeNull();
    expect(answer({ ...sum, default: '7' }, { age: 30, isSole: false })).toBe(7);
  });

  test('a sum has its other result only where no rule at all fits', () => {
    const rows = [
      ['< 18', '-', '100'],
      ['-', 'true', '20'],
    ];
    const sum = aTable('C+', ['age', 'isSole'], rows, { default: '7' });
    const found = [3, 30].map((age) => [true, false].map((isSole) => answer(sum, { age, isSole })));
    expect(found).toEqual([
      [120, 100],
      [20, 7],
    ]);
    const always = aTable('C+', ['age', 'isSole'], [['-', '-', '0'], ...rows], { default: '7' });
    expect(answer(always, { age: 30, isSole: false })).toBe(0);
  });

  test('of three rows that leave no gap each has its own result', () => {
    const table = aTable(
      'U',
      ['age'],
      [
        ['< 18', '1'],
        ['[18..60)', '2'],
        ['>= 60', '3'],
      ],
      { complete: true },
    );
    expect([17, 18, 60].map((age) => answer(table, { age }))).toEqual([1, 2, 3]);
  });

  test('where the table is complete, the last row stands for what remains', () => {
    const complete = aTable(
      'U',
      ['age'],
      [
        ['< 18', '5'],
        ['>= 18', '5'],
      ],
      { complete: true },
    );
    expect(answer(complete, {})).toBe(5);
    expect(answer({ ...complete, complete: false }, {})).toBeNull();
  });
});
