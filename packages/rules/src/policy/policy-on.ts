import type { PlainDate } from '../calendar/plain-date.ts';
import type { Pack, PackChain, PolicySet } from './pack.ts';

/** The policy of one place on one day: what every rule takes. */
export interface PolicyOn {
  /** Nearest first: county, province, nation. */
  readonly chain: PackChain;
  readonly on: PlainDate;
  /** Content hash of the set the chain was taken from. */
  readonly version: string;
}

/** Undefined when no pack has this id. */
export function findPolicy(set: PolicySet, packId: string, on: PlainDate): PolicyOn | undefined {
  const chain = chainOf(set, packId);
  return chain.length === 0 ? undefined : { chain, on, version: set.version };
}

/** The pack whose region prefix is the longest one that fits; the nation's pack where no locality has its own. */
export function findPolicyForRegion(set: PolicySet, regionCode: string, on: PlainDate): PolicyOn | undefined {
  let nearest: { pack: Pack; length: number } | undefined;
  for (const pack of set.packs.values()) {
    for (const prefix of pack.regions) {
      if (regionCode.startsWith(prefix) && prefix.length >= (nearest?.length ?? 0)) {
        nearest = { pack, length: prefix.length };
      }
    }
  }
  return nearest && findPolicy(set, nearest.pack.id, on);
}

/** Nearest first. Stops at an unknown parent or a circle; the loader refuses both. */
export function chainOf(set: Pick<PolicySet, 'packs'>, packId: string): PackChain {
  const chain: Pack[] = [];
  let next: string | null = packId;
  while (next !== null) {
    const pack: Pack | undefined = set.packs.get(next);
    if (!pack || chain.includes(pack)) return chain;
    chain.push(pack);
    next = pack.inherits;
  }
  return chain;
}
