import { expect, test } from 'vitest';
import type { Column } from '../pack.ts';
import { expectedWords } from './expected-words.ts';

const free: Column = {
  id: 'value',
  label: { zh: '值', en: 'value' },
  unit: 'text',
  nullable: false,
  options: null,
  smallest: null,
  largest: null,
};

test.each<[Partial<Column>, string, string]>([
  [{ unit: 'table' }, '应为一张表，每行填满各列', 'must be a table with every column filled'],
  [
    { unit: 'fen' },
    '应为 0 至 100,000,000 元，最多两位小数',
    'must be 0 to 100,000,000 yuan with at most two decimals',
  ],
  [
    { unit: 'fen', smallest: 150, largest: 1_000 },
    '应为 1.50 至 10 元，最多两位小数',
    'must be 1.50 to 10 yuan with at most two decimals',
  ],
  [
    { unit: 'basisPoints', largest: 10_000 },
    '应为 0% 至 100%，最多两位小数',
    'must be 0% to 100% with at most two decimals',
  ],
  [
    { unit: 'months', smallest: 1, largest: 12, options: ['1'] },
    '应为 1 至 12 的整数',
    'must be a whole number from 1 to 12',
  ],
  [{ unit: 'years' }, '应为 0 至 1000 的整数', 'must be a whole number from 0 to 1000'],
  [{ unit: 'text', options: ['a', 'b'] }, '应为：a、b', 'must be one of a, b'],
  [{ unit: 'list', options: ['a', 'b'] }, '应为若干选项：a、b', 'must be a list of a, b'],
  [
    { unit: 'text', options: ['a', 'b'], labels: { a: { zh: '甲', en: 'first' } } },
    '应为：甲、b',
    'must be one of first, b',
  ],
  [{ unit: 'list' }, '应为若干选项', 'must be a list'],
  [
    { unit: 'limit' },
    '应为数目和单位，如“10 workingDays”',
    'must be a number with its clock, such as “10 workingDays”',
  ],
  [{ unit: 'flag' }, '应为是或否', 'must be yes or no'],
  [{ unit: 'date' }, '应为日历上有的日期', 'must be a day of the calendar'],
  [{ unit: 'text' }, '应为文字', 'must be text'],
])('of %o the office is told what is expected', (parts, zh, en) => {
  expect(expectedWords({ ...free, ...parts })).toEqual({ zh, en });
});
