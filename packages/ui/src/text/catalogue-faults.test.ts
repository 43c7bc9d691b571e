import { expect, test } from 'vitest';
import { findCatalogueFaults } from './catalogue-faults.ts';

test('a sound catalogue has no faults', () => {
  const zh = { download: '下载 CSV', left: '还剩 {days} 天' };
  const en = { download: 'Download CSV', left: '{days} {days|day|days} left' };
  expect(findCatalogueFaults({ zh, en })).toEqual([]);
});

test.each([
  [{ save: 'Save' }, { save: 'Save' }, 'save: English in Chinese: Save'],
  [{ save: '保存' }, { save: '保存' }, 'save: Chinese in English: 保'],
  [{ save: '' }, { save: 'Save' }, 'save: missing in one language'],
  [{ left: '还剩 {days} 天' }, { left: '{count} left' }, 'left: values differ: days and count'],
])('names what is wrong: %o', (zh, en, fault) => {
  expect(findCatalogueFaults({ zh, en } as Parameters<typeof findCatalogueFaults>[0])).toEqual([fault]);
});
