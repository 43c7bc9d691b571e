import type { listRegions as contract, QueryOf, Region, ResponseOf } from '@yimen/contracts';
import type { RegionNode } from './region-file.ts';
import { rangeOf, regionTree } from './region-tree.ts';

const NATION = '000000000000';
const MOST_FOUND = 50;

/** Children of a region, or everything below it whose path holds all the words typed; from memory, never from the database. */
export function listRegions(query: QueryOf<typeof contract>): ResponseOf<typeof contract> {
  const parent = query.parent ?? NATION;
  const words = (query.search ?? '').split(/\s+/).filter((word) => word !== '');
  const nodes = words.length === 0 ? regionTree().childrenOf(parent) : findRegions(parent, words);
  return { items: nodes.map(asRegion) };
}

/** The last word must be in the name itself: 裕安区 finds the district, not its three hundred villages. */
function findRegions(parent: string, words: readonly string[]): RegionNode[] {
  const { from, to } = rangeOf(parent);
  const last = words.at(-1) ?? '';
  return regionTree()
    .living.filter(
      ({ code, name, fullName }) =>
        code >= from && code <= to && words.every((word) => fullName.includes(word)) && endsIn(name, fullName, last),
    )
    .map((node) => ({ node, rank: rankOf(node.name, last) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_FOUND)
    .map(({ node }) => node);
}

/** 石婆店镇三岔 typed in one go: part of the word lies in the path, its end in the name. */
function endsIn(name: string, fullName: string, word: string): boolean {
  return fullName.lastIndexOf(word) + word.length > fullName.length - name.length;
}

function rankOf(name: string, word: string): number {
  if (name === word) return 0;
  return name.startsWith(word) ? 1 : 2;
}

function asRegion(node: RegionNode): Region {
  const { code, parentCode, level, kind, name, fullName } = node;
  return { code, parentCode, level, kind, name, fullName, hasChildren: regionTree().hasChildren(code) };
}
