import { findPolicyForRegion, resolveInteger } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';

export type BoxPolicy = { readonly ceilingFen: number; readonly replenishBelowBasisPoints: number };
type Place = { readonly regionCode: string; readonly now: Date };

/** Ceiling and replenishing share of a township's petty cash on a day; undefined where the locality set none. */
export function findBoxPolicy({ policy }: Pick<Services, 'policy'>, { regionCode, now }: Place): BoxPolicy | undefined {
  const there = findPolicyForRegion(policy, regionCode, civilDate(now));
  if (!there) return undefined;
  const ceiling = resolveInteger(there, 'pettyCash.ceiling');
  const share = resolveInteger(there, 'pettyCash.replenishBelow');
  return ceiling.known && share.known
    ? { ceilingFen: ceiling.value, replenishBelowBasisPoints: share.value }
    : undefined;
}

export function getBoxPolicy(services: Pick<Services, 'policy'>, place: Place): BoxPolicy {
  const found = findBoxPolicy(services, place);
  if (!found) throw refused('POLICY_UNKNOWN', { parameter: 'pettyCash.ceiling', regionCode: place.regionCode });
  return found;
}

/** True when less than the share of the ceiling is left; multiplied, so that no fraction of a fen arises. */
export function needsReplenishing(balanceFen: number, policy: BoxPolicy | undefined): boolean {
  return policy !== undefined && balanceFen * 10_000 < policy.ceilingFen * policy.replenishBelowBasisPoints;
}
