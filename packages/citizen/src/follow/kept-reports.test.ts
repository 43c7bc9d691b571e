import { beforeEach, expect, test, vi } from 'vitest';
import { forgetReport, keepReport, listKeptReports } from './kept-reports.ts';

const FIRE = { receiptNo: 'BG20261121-000001-A', followCode: 'AAAAA', sentAt: '2026-11-21T13:00:00Z' };
const FLOOD = { ...FIRE, receiptNo: 'BG20261121-000002-B' };

beforeEach(() => {
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  });
});

test('the latest report stands first and none stands twice', () => {
  keepReport(FIRE);
  keepReport(FLOOD);
  keepReport(FIRE);
  expect(listKeptReports().map(({ receiptNo }) => receiptNo)).toEqual([FIRE.receiptNo, FLOOD.receiptNo]);
});

test('only number, code and time are remembered, not what was told', () => {
  keepReport({ ...FIRE, ...{ placeName: '三岔村' } });
  expect(listKeptReports()).toEqual([FIRE]);
});

test('a report that was removed is gone', () => {
  keepReport(FIRE);
  expect(forgetReport(FIRE.receiptNo)).toEqual([]);
  expect(listKeptReports()).toEqual([]);
});
