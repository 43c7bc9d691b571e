import type { Random } from '../random.ts';
import type { RegionTree } from '../region-tree.ts';

/** Where people come to 裕安区 from: the neighbours in Lu'an and Huainan, 固始, and a few from far away. */
const ELSEWHERE: readonly (readonly [string, number])[] = [
  ['341522000000', 20],
  ['341523000000', 10],
  ['341524000000', 15],
  ['341525000000', 10],
  ['341502000000', 15],
  ['340422000000', 10],
  ['411525000000', 10],
  ['341225000000', 5],
  ['520523000000', 3],
  ['532601000000', 2],
];

const FAR_WEST: readonly (readonly [string, number])[] = [
  ['653101000000', 1],
  ['653201000000', 1],
];

export type HukouWish = 'local' | 'other-township' | 'elsewhere' | 'far-west';

/** Code of the hukou region: the village itself, another village of the county, or a county elsewhere. */
export function chooseHukou(wish: HukouWish, village: string, villages: readonly string[], random: Random): string {
  if (wish === 'elsewhere') return random.weighted(ELSEWHERE);
  if (wish === 'far-west') return random.weighted(FAR_WEST);
  return wish === 'local' ? village : random.pick(villages);
}

export function wishHukou(random: Random): HukouWish {
  return random.weighted([
    ['local', 93],
    ['other-township', 4],
    ['elsewhere', 3],
  ]);
}

/** Every hukou place exists in the tree that is shipped. */
export function knownHukouRegions(tree: RegionTree): string[] {
  return [...ELSEWHERE, ...FAR_WEST].map(([code]) => tree.get(code).name);
}
