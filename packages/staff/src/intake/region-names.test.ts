import { expect, test } from 'vitest';
import { shortName } from './region-names.ts';

test.each([
  ['安徽省六安市裕安区石婆店镇三岔村', '裕安区', '石婆店镇三岔村'],
  ['安徽省六安市裕安区', '裕安区', '安徽省六安市裕安区'],
  ['江苏省南京市玄武区', '裕安区', '江苏省南京市玄武区'],
  ['江苏省南京市玄武区', '', '江苏省南京市玄武区'],
])('%s seen from %s reads %s', (fullName, locality, short) => {
  expect(shortName(fullName, locality)).toBe(short);
});
