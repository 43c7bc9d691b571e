import { expect, test } from 'vitest';
import { checkText } from './lib/text-rules.ts';

test('an ID number of a real region is refused', () => {
  expect(checkText('const id = "11010119900307' + '4477";')).toHaveLength(1);
  expect(checkText('id: 34242519550612' + '001x')).toHaveLength(1);
});

test('ID numbers of region 999999, hashes, amounts and times pass', () => {
  expect(checkText('999999199003074477 99999919900307447X')).toEqual([]);
  expect(
    checkText('a1101011990030744771 sha512-a110101199003074477b 1101011990030744771234 0.110101199003074477'),
  ).toEqual([]);
});

test('a to-do without an issue and a date is refused', () => {
  expect(checkText('// TO' + 'DO: later')).toHaveLength(1);
  expect(checkText('// TO' + 'DO(#7, 2026-12-01): county shapes')).toEqual([]);
});
