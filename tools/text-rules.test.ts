import { expect, test } from 'vitest';
import { checkText } from './lib/text-rules.ts';

test('an ID number of a real region is refused', () => {
  expect(checkText('const id = "11010119900307' + '4477";')).toHaveLength(1);
  expect(checkText('id: 34242519550612' + '001x')).toHaveLength(1);
});

test('ID numbers of region 999999, hashes, amounts and times pass', () => {
  expect(checkText('999999199003074477 99999919900307447X')).toEqual([]);
  const digits = '11010119900307' + '4477';
  expect(checkText(`a${digits}1 sha512-a${digits}b ${digits}1234 0.${digits}`)).toEqual([]);
});

test('a to-do without an issue and a date is refused', () => {
  expect(checkText('// TO' + 'DO: later')).toHaveLength(1);
  expect(checkText('// TO' + 'DO(#7, 2026-12-01): county shapes')).toEqual([]);
});
