import { expect, test } from 'vitest';
import { parseDates } from './parse-dates.ts';

test('single days and runs of days are read, one a line', () => {
  expect(parseDates('2027-01-01\n2027-02-27 至 2027-03-01')).toEqual({
    dates: ['2027-01-01', '2027-02-27', '2027-02-28', '2027-03-01'],
    wrong: [],
  });
});

test('what is no date is named, so that nothing is left out silently', () => {
  expect(parseDates('2027-02-30\n春节\n2027-03-01至2027-02-27').wrong).toEqual([
    '2027-02-30',
    '春节',
    '2027-03-01至2027-02-27',
  ]);
});
