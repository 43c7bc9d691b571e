import { REGION_DIGITS } from '@yimen/contracts';
import { findPolicyForRegion, type PolicySet } from '@yimen/rules';
import type { Place } from '../mass-determination/index.ts';
import { rangeOf, regionName, selfAndAbove } from '../organisation/index.ts';

/** Townships and areas that are decided by the same packs, the nearest of which is `packId`. */
export interface Ground {
  readonly packId: string;
  readonly places: readonly Place[];
}

export interface NamedPlace {
  readonly regionCode: string;
  readonly name: string;
}

/** The places of the register, by the packs that decide there. */
export function groundsOf(policies: PolicySet, on: string, places: readonly Place[]): readonly Ground[] {
  const grounds = new Map<string, Place[]>();
  for (const place of places) {
    const packId = findPolicyForRegion(policies, place.regionCode, on)?.chain[0]?.id;
    if (packId === undefined) continue;
    grounds.set(packId, [...(grounds.get(packId) ?? []), place]);
  }
  return [...grounds].map(([packId, own]) => ({ packId, places: own }));
}

/** What figures are summed up by: the townships of a county, the counties of anything wider. */
export function namedPlacesOf(regionCode: string, townships: readonly string[]): readonly NamedPlace[] {
  const codes = new Set(townships.map((township) => namedPlaceOf(regionCode, township)));
  return [...codes].toSorted().map((code) => ({ regionCode: code, name: regionName(code) }));
}

export function namedPlaceOf(within: string, township: string): string {
  if (REGION_DIGITS[rangeOf(within).level] >= REGION_DIGITS.county) return township;
  return selfAndAbove(township).find((node) => node.level === 'county')?.code ?? township;
}
