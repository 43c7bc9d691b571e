import type { PolicyColumn } from '@yimen/contracts';
import type { Words } from '@yimen/ui';
import { describe, expect, test } from 'vitest';
import { type Cell, pasted, readCell, readRow, showCell, typedRow } from './grid-cells.ts';

const zh = (words: Words) => words.zh;
const en = (words: Words) => words.en;
const column = (id: string, unit: PolicyColumn['unit']): PolicyColumn => ({
  id,
  label: { zh: id, en: id },
  unit,
  nullable: true,
  options: null,
  smallest: null,
  largest: null,
});
const COLUMNS = [column('level', 'text'), column('cap', 'fen'), column('share', 'basisPoints'), column('act', 'flag')];
const ROW = { level: 'village', cap: 100_050, share: 3000, act: true };

describe('a cell', () => {
  test.each([
    ['fen', 100_050, '1,000.50'],
    ['basisPoints', 3000, '30'],
    ['flag', false, '否'],
    ['list', ['a', 'b'], 'a、b'],
    ['count', 7, '7'],
    ['fen', null, ''],
  ] as const)('of %s is typed as people write it and read back the same', (unit, cell, typed) => {
    const kept = structuredClone(cell) as Cell; // the same without `readonly`
    expect(showCell(kept, { unit }, zh)).toBe(typed);
    expect(readCell(typed, { unit })).toEqual(kept);
  });

  test.each([
    ['fen', '12.345'],
    ['count', '1.5'],
    ['flag', 'maybe'],
  ] as const)('of %s that cannot be read is not guessed: %s', (unit, typed) => {
    expect(readCell(typed, { unit })).toBeUndefined();
  });
});

describe('an option', () => {
  const level = {
    unit: 'text' as const,
    optionWords: { village: { zh: '村（社区）', en: 'Village' }, county: { zh: '县级', en: 'County' } },
  };

  test('is typed as it is called, in the language of the reader', () => {
    expect([showCell('village', level, zh), showCell('village', level, en)]).toEqual(['村（社区）', 'Village']);
    expect(showCell('elsewhere', level, zh)).toBe('elsewhere');
    expect([showCell(true, { unit: 'flag' }, zh), showCell(false, { unit: 'flag' }, en)]).toEqual(['是', 'no']);
  });

  test.each(['村（社区）', 'Village', 'village', ' village '])('is read from “%s”', (typed) => {
    expect(readCell(typed, level)).toBe('village');
  });

  test('of a list too, also where what it is called has spaces in it', () => {
    const when = {
      unit: 'list' as const,
      optionWords: { bank: { zh: '银行发放', en: 'Paid by bank' }, cash: { zh: '现金发放', en: 'Paid in cash' } },
    };
    expect(showCell(['bank', 'cash'], when, zh)).toBe('银行发放、现金发放');
    expect(readCell(showCell(['bank', 'cash'], when, en), when)).toEqual(['bank', 'cash']);
    expect(readCell('现金发放，bank; 汇款', when)).toEqual(['cash', 'bank', '汇款']);
  });

  test('is its code where two are called the same, or one as the code of another', () => {
    const other = { zh: '其他', en: 'Other' };
    const kind = { unit: 'text' as const, optionWords: { a: other, b: other, c: { zh: 'a', en: 'C' } } };
    for (const option of ['a', 'b', 'c']) {
      expect(showCell(option, kind, zh)).toBe(option);
      expect(readCell(showCell(option, kind, en), kind)).toBe(option);
    }
  });

  test('of a list that may be empty stays an empty list', () => {
    expect(readCell(showCell([], { unit: 'list' }, zh), { unit: 'list', nullable: false })).toEqual([]);
    expect(readCell('', { unit: 'list', nullable: true })).toBeNull();
  });

  test('that there is none of stays what was typed, for the check to name', () => {
    expect(readCell('省级', level)).toBe('省级');
  });
});

test('a row survives being edited without a change, and what cannot be read stays for the check to name', () => {
  const typed = typedRow(ROW, COLUMNS, zh);
  expect(readRow(typed, COLUMNS)).toEqual(ROW);
  expect(readRow({ ...typed, cap: '千元' }, COLUMNS)).toEqual({ ...ROW, cap: '千元' });
});

test('rows from a spreadsheet go over the cells from the one that has the focus, and add rows at the end', () => {
  const rows = [typedRow(ROW, COLUMNS, zh), typedRow({ ...ROW, level: 'county' }, COLUMNS, zh)];
  const after = pasted(rows, COLUMNS, { row: 1, column: 1 }, '2,000\t40\r\n3000\t50\t否\tbeyond\r\n');
  expect(after.map(({ level, cap, share, act }) => [level, cap, share, act])).toEqual([
    ['village', '1,000.50', '30', '是'],
    ['county', '2,000', '40', '是'],
    ['', '3000', '50', '否'],
  ]);
});
