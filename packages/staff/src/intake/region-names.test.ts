import { expect, test } from 'vitest';
import { shortName } from './region-names.ts';

test.each([
  ['安徽省六安市裕安区石婆店镇三岔村', '石婆店镇三岔村'],
  ['安徽省六安市裕安区', '安徽省六安市裕安区'],
  ['石婆店镇三岔村', '石婆店镇三岔村'],
  ['北京市东城区景山街道', '景山街道'],
  ['青海省海西蒙古族藏族自治州德令哈市河西街道', '河西街道'],
])('%s is written %s inside its own county', (fullName, short) => {
  expect(shortName(fullName)).toBe(short);
});
