import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importRegions } from './import-regions.ts';
import { villageName } from './regions/administrative-rows.ts';
import { checkTree } from './regions/check-tree.ts';
import { formatRegions, regionRow } from './regions/region-row.ts';

test('the committed region file is what the import makes today', () => {
  const committed = readFileSync(new URL('../packages/server/data/regions-cn.csv', import.meta.url), 'utf8');
  expect(formatRegions(importRegions())).toBe(committed);
});

test('a tree with a missing parent, a zone under an official code or a lost successor is refused', () => {
  const nation = regionRow({ level: 'nation', name: '中华人民共和国', source: 'test' }, '');
  const orphan = regionRow({ level: 'county', name: '某县', source: 'test' }, '341599');
  const province = regionRow(
    { level: 'province', kind: 'functional-zone', name: '某区', source: 'test', successor: '1' },
    '34',
  );
  expect(checkTree([nation, orphan])).toEqual(['341599000000 某县: no parent 341500000000']);
  expect(checkTree([nation, province])).toEqual([
    '340000000000: a zone with an official code',
    '340000000000: unknown successor 1',
  ]);
  expect(checkTree([nation, nation])).toEqual(['a code appears twice']);
});

test('committees of the statistical list become places', () => {
  expect(['苏南村委会', '东街居委会', '小东街社区', '蔬菜居民委员会', '新沟民族村委会'].map(villageName)).toEqual([
    '苏南村',
    '东街社区',
    '小东街社区',
    '蔬菜社区',
    '新沟民族村',
  ]);
});
