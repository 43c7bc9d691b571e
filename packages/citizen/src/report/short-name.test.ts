import { expect, test } from 'vitest';
import { shortName } from './short-name.ts';

test.each([
  ['安徽省六安市裕安区石婆店镇三岔村', '石婆店镇三岔村'],
  ['安徽省六安市裕安区小华山街道', '小华山街道'],
  ['青海省玉树藏族自治州玉树市结古街道', '结古街道'],
  ['北京市东城区东华门街道', '东华门街道'],
])('%s is called %s', (fullName, name) => {
  expect(shortName(fullName)).toBe(name);
});
