import type { PolicySet } from '@yimen/rules';
import { type Area, chainOf, findPolicyForRegion } from '@yimen/rules';
import type { FactPlace } from '../mass-determination/index.ts';
import { type RegionRange, rangeOf, regionName, selfAndAbove, townshipOf } from '../organisation/index.ts';

/** Places of the register that are decided by the same packs, the nearest of which is `packId`. */
export interface Ground {
  /** The same as long as the same households stand on it. */
  readonly key: string;
  readonly packId: string;
  readonly places: readonly GroundPlace[];
}

export interface GroundPlace {
  readonly placeNo: number;
  readonly area: Area | null;
  /** Which of the named places it is summed up in. */
  readonly group: number;
}

export interface NamedPlace {
  readonly regionCode: string;
  readonly name: string;
}

/** What figures are summed up by: townships of a county, counties of anything wider. */
export function namedPlaceOf(regionCode: string, { level }: Pick<RegionRange, 'level'>): string {
  if (level !== 'province' && level !== 'city') return townshipOf(regionCode);
  return selfAndAbove(regionCode).find((node) => node.level === 'county')?.code ?? regionCode;
}

/** The places of a region, by the packs that decide there. */
export function groundsOf(
  policies: PolicySet,
  on: string,
  regionCode: string,
  places: readonly FactPlace[],
): { readonly grounds: readonly Ground[]; readonly named: readonly NamedPlace[] } {
  const range = rangeOf(regionCode);
  const codes = [...new Set(places.map((place) => namedPlaceOf(place.regionCode, range)))].toSorted();
  const packs = new Map<string, GroundPlace[]>();
  for (const { placeNo, regionCode: code, area } of places) {
    const packId = findPolicyForRegion(policies, code, on)?.chain[0]?.id;
    if (packId === undefined) continue;
    const own = packs.get(packId) ?? [];
    own.push({ placeNo, area, group: codes.indexOf(namedPlaceOf(code, range)) });
    packs.set(packId, own);
  }
  const grounds = [...packs].map(([packId, own]) => ({ key: keyOf(policies, packId, own), packId, places: own }));
  return { grounds, named: codes.map((code) => ({ regionCode: code, name: regionName(code) })) };
}

/** Which facts are read depends on the packs, of which no release changes the questions. */
function keyOf(policies: PolicySet, packId: string, places: readonly GroundPlace[]): string {
  const packs = chainOf(policies, packId).map(({ id }) => id);
  return [...packs, ...places.map(({ placeNo, group }) => `${placeNo}:${group}`)].join(' ');
}
