import { expect, test } from 'vitest';
import { listRegions } from './list-regions.ts';
import { rangeOf, regionFullName, regionName, regionTree, selfAndAbove, townshipOf } from './region-tree.ts';

const SANCHA =
  regionTree().living.find((node) => node.name === '三岔村' && node.fullName.includes('石婆店镇'))?.code ?? '';

test('a village is named with its township, and in full from the province down', () => {
  expect(regionName(SANCHA)).toBe('石婆店镇三岔村');
  expect(regionFullName(SANCHA)).toBe('安徽省六安市裕安区石婆店镇三岔村');
  expect(townshipOf(SANCHA)).toBe('341503105000');
});

test('the groupings 市辖区 and 县 are not spoken', () => {
  expect(regionFullName('110101000000')).toBe('北京市东城区');
});

test('the subtree of every node is a range of codes that holds its children and nothing else', () => {
  const { living } = regionTree();
  for (const node of living.filter(({ level }) => level !== 'nation')) {
    const { from, to } = rangeOf(node.code);
    for (const child of regionTree().childrenOf(node.code))
      expect(child.code >= from && child.code <= to && child.rangeTo <= to).toBe(true);
  }
  const county = rangeOf('341503000000');
  const inside = living.filter(({ code }) => code >= county.from && code <= county.to);
  expect(inside.every(({ code }) => selfAndAbove(code).some((node) => node.code === '341503000000'))).toBe(true);
});

test('a functional zone is a node of its own: one without a county, one inside a county', () => {
  expect(selfAndAbove('3703Z1000000').map(({ name }) => name)).toEqual([
    '淄博高新技术产业开发区',
    '淄博市',
    '山东省',
    '中华人民共和国',
  ]);
  expect(regionTree().find('341503Z10000')?.kind).toBe('functional-zone');
  expect(townshipOf('341503Z10200')).toBe('341503Z10000');
});

test('a search takes words of the path and finds the place itself', () => {
  expect(listRegions({ search: '裕安区' }).items.map(({ code }) => code)).toEqual(['341503000000']);
  expect(listRegions({ search: '石婆店 三岔' }).items.map(({ fullName }) => fullName)).toEqual([
    '安徽省六安市裕安区石婆店镇三岔村',
  ]);
  expect(listRegions({ search: '石婆店镇三岔' }).items).toHaveLength(1);
  expect(
    listRegions({ parent: '341503103000', search: '三岔' }).items.every(
      ({ parentCode }) => parentCode === '341503103000',
    ),
  ).toBe(true);
});

test('retired counties are found by code and not offered', () => {
  const retired = '130729000000';
  expect(regionTree().find(retired)?.successorCode).toBe('130708000000');
  expect(listRegions({ parent: '130700000000' }).items.some(({ code }) => code === retired)).toBe(false);
  expect(listRegions({ search: '万全县' }).items).toEqual([]);
});

test('an unknown region has no name, no parents and an empty range', () => {
  expect(regionName('999999000000')).toBe('999999000000');
  expect(selfAndAbove('999999000000')).toEqual([]);
  expect(rangeOf('999999000000')).toEqual({ from: '999999000000', to: '999999000000', level: 'village' });
});
