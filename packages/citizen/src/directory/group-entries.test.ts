import type { DirectoryEntry } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { commonHours, groupEntries, matchesSearch } from './group-entries.ts';

const WINDOW: DirectoryEntry = {
  officeId: '6b1f1a52-0000-4000-8000-000000000001',
  name: '石婆店镇社会救助窗口',
  kind: 'township-window',
  regionCode: '341503110000',
  regionName: '石婆店镇',
  phone: '0564-0002009',
  address: '六安市裕安区石婆店镇为民服务中心一楼',
  openHours: null,
  dutyPhone: null,
};

test('township windows come first and the hotline is not listed twice', () => {
  const bureau = { ...WINDOW, kind: 'civil-affairs' } as const;
  const groups = groupEntries([bureau, { ...WINDOW, kind: 'charity' }, { ...WINDOW, kind: 'hotline' }, WINDOW]);
  expect(groups.map(({ group, entries }) => [group, entries.length])).toEqual([
    ['townships', 1],
    ['bureau', 1],
    ['partners', 1],
  ]);
});

test.each(['石婆店', '为民服务 石婆', '05640002009', '0564-0002009', ''])('%s finds the window', (typed) => {
  expect(matchesSearch(WINDOW, typed)).toBe(true);
});

test('another township is not found', () => {
  expect(matchesSearch(WINDOW, '苏埠')).toBe(false);
});

test('hours that all share are said once, others beside each window', () => {
  const open = { ...WINDOW, openHours: '周一至周五' };
  expect(commonHours([open, open])).toBe('周一至周五');
  expect(commonHours([open, WINDOW])).toBeUndefined();
  expect(commonHours([open])).toBeUndefined();
});
