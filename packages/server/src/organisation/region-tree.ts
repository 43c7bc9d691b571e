import type { RegionLevel } from '@yimen/contracts';
import { type RegionNode, readRegionFile } from './region-file.ts';

export type RegionTree = {
  find(code: string): RegionNode | undefined;
  /** Not the retired ones. */
  childrenOf(code: string): readonly RegionNode[];
  hasChildren(code: string): boolean;
  /** In the order of their codes, without the retired ones. */
  readonly living: readonly RegionNode[];
};

// One tree for the process: a few thousand nodes that change with a migration or an import, not during a day's work.
// Before the database was asked it is the tree every installation starts with.
let current: RegionTree | undefined;

export function regionTree(): RegionTree {
  current ??= growTree(readRegionFile());
  return current;
}

export function replaceRegionTree(nodes: readonly RegionNode[]): void {
  current = growTree(nodes);
}

/** The region itself, then everything above it, nearest first. Empty for an unknown code. */
export function selfAndAbove(code: string): RegionNode[] {
  const tree = regionTree();
  const found: RegionNode[] = [];
  for (
    let node = tree.find(code);
    node !== undefined;
    node = node.parentCode === null ? undefined : tree.find(node.parentCode)
  ) {
    found.push(node);
  }
  return found;
}

/** As people say it: 石婆店镇三岔村 for a village, the plain name for everything else. */
export function regionName(code: string): string {
  const [node, parent] = selfAndAbove(code);
  if (node === undefined) return code;
  return node.level === 'village' && parent?.level === 'township' ? parent.name + node.name : node.name;
}

/** From the province down, as printed on letters. */
export function regionFullName(code: string): string {
  return regionTree().find(code)?.fullName ?? code;
}

/** The township, sub-district or zone a place belongs to; the code itself above townships. */
export function townshipOf(code: string): string {
  return ancestorAt('township', code);
}

/** A county or district; a zone with an administration of its own is one. The code itself above that. */
export function countyOf(code: string): string {
  return ancestorAt('county', code);
}

function ancestorAt(level: RegionLevel, code: string): string {
  return selfAndAbove(code).find((node) => node.level === level)?.code ?? code;
}

export type RegionRange = { readonly from: string; readonly to: string; readonly level: RegionLevel };

/** First and last code of a subtree. An unknown code is a range of itself, in which nothing lies. */
export function rangeOf(code: string): RegionRange {
  const node = regionTree().find(code);
  return node === undefined
    ? { from: code, to: code, level: 'village' }
    : { from: code, to: node.rangeTo, level: node.level };
}

function growTree(nodes: readonly RegionNode[]): RegionTree {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const living = nodes.filter((node) => node.successorCode === null).sort((a, b) => (a.code < b.code ? -1 : 1));
  const children = Map.groupBy(living, (node) => node.parentCode ?? '');
  return {
    find: (code) => byCode.get(code),
    childrenOf: (code) => children.get(code) ?? [],
    hasChildren: (code) => children.has(code),
    living,
  };
}
