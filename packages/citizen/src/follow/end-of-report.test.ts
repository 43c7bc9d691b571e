import { expect, test } from 'vitest';
import { endOfReport, type Progress } from './end-of-report.ts';

const MERGED = { at: '2026-03-02T02:00:00.000Z', words: { zh: '已合并办理', en: 'Handled together' } };
const AIDED = { at: '2026-03-04T02:00:00.000Z', words: { zh: '办结：已给予救助', en: 'Closed: aid was given' } };
const PROGRESS: Progress = {
  receiptNo: 'BG20260302-000001-A',
  receivedAt: '2026-03-02T01:00:00.000Z',
  state: 'merged',
  outcome: MERGED.words,
  windowName: '甲镇救助窗口',
  windowPhone: null,
  steps: [MERGED],
  closedAt: MERGED.at,
  followUntil: null,
};

test('a report that was merged has not ended yet', () => {
  expect(endOfReport(PROGRESS)).toBeUndefined();
});

test('it ends as the one it joined', () => {
  expect(endOfReport({ ...PROGRESS, followUntil: '2026-08-31', steps: [MERGED, AIDED] })).toEqual(AIDED);
});

test('a report of its own ends with its outcome', () => {
  const closed = { ...PROGRESS, state: 'closed' as const, outcome: AIDED.words, closedAt: AIDED.at };
  expect(endOfReport(closed)).toEqual(AIDED);
});
