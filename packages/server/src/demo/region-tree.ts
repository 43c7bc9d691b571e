import { type RegionNode, readRegionFile } from '../organisation/index.ts';

/** The part of the region tree the demonstration reads. */
export interface RegionTree {
  readonly nodes: readonly RegionNode[];
  get(code: string): RegionNode;
  childrenOf(code: string): readonly RegionNode[];
}

export function readRegionTree(): RegionTree {
  const nodes = readRegionFile();
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const children = Map.groupBy(nodes, (node) => node.parentCode ?? '');
  return {
    nodes,
    childrenOf: (code) => children.get(code) ?? [],
    get(code) {
      const node = byCode.get(code);
      if (node === undefined) throw new Error(`no region ${code}`);
      return node;
    },
  };
}
