import { readFileSync, statSync } from 'node:fs';
import { REGION_LEVELS } from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import type { RegionNode } from '../organisation/index.ts';
import { readRegionTree } from './region-tree.ts';

const DATA = new URL('../../data/', import.meta.url);

const tree = readRegionTree();
const byCode = new Map(tree.nodes.map((row) => [row.code, row]));

describe('the shipped region tree', () => {
  test('stays small and holds every province, city and county', () => {
    expect(statSync(new URL('regions-cn.csv', DATA)).size).toBeLessThan(1_400_000);
    expect(count('nation')).toBe(1);
    expect(count('province')).toBe(34);
    expect(count('city')).toBe(342);
    expect(tree.nodes.filter((row) => row.level === 'county' && row.kind === 'administrative').length).toBeGreaterThan(
      2_840,
    );
  });

  test('every region has a parent one level up, and lies in the code range of every region above it', () => {
    for (const row of tree.nodes.filter((one) => one.level !== 'nation')) {
      const parent = tree.get(row.parentCode ?? '');
      expect(REGION_LEVELS.indexOf(parent.level)).toBe(REGION_LEVELS.indexOf(row.level) - 1);
      expect(row.code > parent.code && row.code <= parent.rangeTo).toBe(true);
    }
  });

  test('a subtree is exactly its code range, functional zones included', () => {
    const county = tree.get('341503000000');
    const inRange = tree.nodes.filter((row) => row.code >= county.code && row.code <= county.rangeTo);
    expect(inRange.toSorted(byCodeOrder)).toEqual(below(county).toSorted(byCodeOrder));
  });

  test('裕安区 has its 22 towns, one high-tech zone and 320 villages', () => {
    const townships = tree.childrenOf('341503000000');
    const names = townships.map((township) => township.name);
    expect(townships).toHaveLength(23);
    expect(names).toEqual(expect.arrayContaining(['石婆店镇', '顺河镇', '鼓楼街道', '独山镇', '苏埠镇', '西河口乡']));
    expect(townships.flatMap((township) => tree.childrenOf(township.code))).toHaveLength(320);
    expect(tree.get('341503Z10000')).toMatchObject({
      kind: 'functional-zone',
      level: 'township',
      parentCode: '341503000000',
    });
    expect(tree.childrenOf('341503Z10000')).toHaveLength(4);
  });

  test('a functional zone never has a code that could be official', () => {
    expect(tree.get('3703Z1000000')).toMatchObject({ name: '淄博高新技术产业开发区', parentCode: '370300000000' });
    const zones = tree.nodes.filter((row) => row.kind === 'functional-zone');
    expect(zones.length).toBeGreaterThan(100);
    expect(zones.filter((zone) => /^\d+$/.test(zone.code))).toEqual([]);
  });

  test('a retired county leads to a county of today', () => {
    expect(tree.get('341521000000')).toMatchObject({ name: '寿县', successorCode: '340422000000' });
    for (const row of tree.nodes.filter((one) => one.successorCode !== null))
      expect(tree.get(row.successorCode ?? '').successorCode).toBeNull();
  });

  test('a parent stands before its children', () => {
    const codes = tree.nodes.map((row) => row.code);
    expect(codes).toEqual([...codes].sort());
  });
});

describe('data sets that point at regions', () => {
  test('民办函〔2015〕244号: 300 pilot units, 1 municipality, 11 prefectures, 288 counties', () => {
    const { units } = readJson('pilot-units.json');
    expect(units).toHaveLength(300);
    expect(units.filter((unit: { level: string }) => unit.level === 'county')).toHaveLength(288);
    const codes = units.flatMap((unit: Record<string, string | null>) => [unit['region2015'], unit['regionNow']]);
    expect(codes.filter((code: string | null) => code !== null && !byCode.has(code))).toEqual([]);
  });

  test('every published standard belongs to known regions and names its source', () => {
    const { standards } = readJson('dibao-standards.json');
    expect(standards).toHaveLength(35);
    for (const standard of standards) {
      expect(standard.source).not.toBe('');
      for (const code of standard.regions) expect(byCode.has(code)).toBe(true);
    }
  });
});

function readJson(name: string) {
  return JSON.parse(readFileSync(new URL(name, DATA), 'utf8'));
}

function count(level: RegionNode['level']): number {
  return tree.nodes.filter((row) => row.level === level).length;
}

function below(row: RegionNode): RegionNode[] {
  return [row, ...tree.childrenOf(row.code).flatMap(below)];
}

function byCodeOrder(a: RegionNode, b: RegionNode): number {
  return a.code < b.code ? -1 : 1;
}
