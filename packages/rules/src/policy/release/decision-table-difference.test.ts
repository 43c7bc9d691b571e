import { expect, test } from 'vitest';
import type { DecisionTable } from '../../decision-table/decision-table.ts';
import { decisionTableDifference } from './decision-table-difference.ts';

const people = { expression: 'people', label: { zh: '人数', en: 'people' } };
const kind = { expression: 'kind' };
const narrow: DecisionTable = {
  hitPolicy: 'U',
  inputs: [people],
  rules: [
    { when: ['<= 2'], result: '1' },
    { when: ['> 2'], result: '2' },
  ],
};
const wide: DecisionTable = {
  ...narrow,
  inputs: [people, kind],
  rules: [
    { when: ['<= 2', '"a"'], result: '1' },
    { when: ['> 2', '-'], result: '2' },
  ],
};

test.each<[string, DecisionTable | undefined, DecisionTable | undefined, readonly [string, string][]]>([
  ['nothing, where all stays', narrow, { ...narrow }, []],
  ['nothing, where there is none', undefined, undefined, []],
  [
    'a cell',
    wide,
    { ...wide, rules: [{ when: ['<= 2', '"b"'], result: '1' }, ...wide.rules.slice(1)] },
    [['第1行“kind”由"a"改为"b"', 'row 1, “kind”: "a" becomes "b"']],
  ],
  [
    'a column that is added: the cells of the others let everything pass',
    narrow,
    wide,
    [
      ['第2列设为kind', 'column 2 is set to kind'],
      ['第1行“kind”由-改为"a"', 'row 1, “kind”: - becomes "a"'],
    ],
  ],
  [
    'a column that is dropped',
    wide,
    narrow,
    [
      ['删去第2列（kind）', 'drops column 2 (kind)'],
      ['第1行“kind”由"a"改为-', 'row 1, “kind”: "a" becomes -'],
    ],
  ],
  [
    'what a column tests, with the label of the new one',
    narrow,
    {
      ...narrow,
      inputs: [{ expression: 'adults', label: { zh: '成人', en: 'adults' } }],
      rules: [{ when: ['< 2'], result: '1' }, ...narrow.rules.slice(1)],
    },
    [
      ['第1列由people改为adults', 'column 1: people becomes adults'],
      ['第1行“成人”由<= 2改为< 2', 'row 1, “adults”: <= 2 becomes < 2'],
    ],
  ],
  ['which rows count', narrow, { ...narrow, hitPolicy: 'F' }, [['命中策略由U改为F', 'hit policy: U becomes F']]],
  [
    'the result where no row fits: set',
    narrow,
    { ...narrow, default: '0' },
    [['其他情形的结果设为0', 'result where no row fits is set to 0']],
  ],
  [
    'the result where no row fits: another',
    { ...narrow, default: '0' },
    { ...narrow, default: '1' },
    [['其他情形的结果由0改为1', 'result where no row fits: 0 becomes 1']],
  ],
  [
    'the result where no row fits: dropped',
    { ...narrow, default: '0' },
    narrow,
    [['删去其他情形的结果（0）', 'drops result where no row fits (0)']],
  ],
  [
    'every row of a new table, and its result elsewhere',
    undefined,
    { ...wide, default: '0' },
    [
      ['增加第1行：人数 <= 2、kind "a"、结果 1', 'adds row 1: people <= 2, kind "a", result 1'],
      ['增加第2行：人数 > 2、kind -、结果 2', 'adds row 2: people > 2, kind -, result 2'],
      ['其他情形的结果设为0', 'result where no row fits is set to 0'],
    ],
  ],
  [
    'every row of one that ends',
    { ...narrow, default: '0' },
    undefined,
    [
      ['删去第1行：人数 <= 2、结果 1', 'drops row 1: people <= 2, result 1'],
      ['删去第2行：人数 > 2、结果 2', 'drops row 2: people > 2, result 2'],
    ],
  ],
])('of decision tables is told %s', (_, before, after, rows) => {
  expect(decisionTableDifference(before, after)).toEqual(rows.map(([zh, en]) => ({ zh, en })));
});

test('money is written in fen, and told in yuan too', () => {
  const table = (result: string, otherwise: string): DecisionTable => ({
    hitPolicy: 'U',
    inputs: [{ expression: 'a' }],
    rules: [{ when: ['true'], result }],
    default: otherwise,
  });
  expect(decisionTableDifference(table('500', '0'), table('need / 2', '123450'), 'fen')).toEqual([
    { zh: '第1行“结果”由500分（5元）改为need / 2', en: 'row 1, “result”: 500 fen (5 yuan) becomes need / 2' },
    {
      zh: '其他情形的结果由0分（0元）改为123450分（1,234.50元）',
      en: 'result where no row fits: 0 fen (0 yuan) becomes 123450 fen (1,234.50 yuan)',
    },
  ]);
  expect(decisionTableDifference(table('500', '0'), table('600', '0'), 'count')[0]?.zh).toContain('由500改为600');
});
