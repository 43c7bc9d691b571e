import { describe, expect, test } from 'vitest';
import { aParameter, policyOf } from '../../testing/a-policy.ts';
import { countedSince, readLadderCounting, windowKey } from './ladder-counting.ts';

function counting(scope: string, window: string) {
  const parameters = [
    aParameter('urgentRelief.ladderScope', 'text', scope),
    aParameter('urgentRelief.ladderWindow', 'text', window),
  ];
  return readLadderCounting(policyOf(...parameters));
}

describe('R-127 what the caps are counted per and over is the county’s to set', () => {
  test.each([
    ['household', 'incident'],
    ['household', 'calendarYear'],
    ['household', 'twelveMonths'],
    ['person', 'incident'],
    ['person', 'calendarYear'],
    ['person', 'twelveMonths'],
  ])('per %s and %s', (per, over) => {
    expect(counting(per, over)).toEqual({ known: true, per, over });
  });

  test('a unit or period nobody counts is unknown, never guessed', () => {
    expect(counting('village', 'incident')).toMatchObject({ known: false, id: 'urgentRelief.ladderScope' });
    expect(counting('household', 'decade')).toMatchObject({ known: false, id: 'urgentRelief.ladderWindow' });
    expect(readLadderCounting(policyOf())).toMatchObject({ known: false, id: 'urgentRelief.ladderScope' });
  });

  test('two incidents of a year share its counter; a new year has its own', () => {
    expect(windowKey('incident', 'a', '2026-03-01')).not.toBe(windowKey('incident', 'b', '2026-03-01'));
    expect(windowKey('calendarYear', 'a', '2026-01-01')).toBe(windowKey('calendarYear', 'b', '2026-12-31'));
    expect(windowKey('calendarYear', 'a', '2027-01-01')).not.toBe(windowKey('calendarYear', 'a', '2026-12-31'));
    expect(windowKey('twelveMonths', 'a', '2026-03-01')).toBe(windowKey('twelveMonths', 'b', '2029-03-01'));
  });

  test.each([
    ['2026-03-02', '2025-03-03'],
    ['2024-02-29', '2023-03-01'],
    ['2025-02-28', '2024-02-29'],
    ['2026-01-01', '2025-01-02'],
  ])('on %s aid counts since %s: the same day a year ago is over', (on, since) => {
    expect(countedSince('twelveMonths', on)).toBe(since);
    expect(countedSince('calendarYear', on)).toBeNull();
    expect(countedSince('incident', on)).toBeNull();
  });
});
