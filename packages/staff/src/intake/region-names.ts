import type { Region } from '@yimen/contracts';
import { useMe } from '../platform/session/use-me.ts';

/** Names of regions seen in this tab: a code set by a program still shows its name. */
const names = new Map<string, string>();

export function rememberRegions(regions: readonly Region[]): void {
  for (const region of regions) names.set(region.code, region.fullName);
}

export function knownRegionName(code: string): string | undefined {
  return names.get(code);
}

const MUNICIPALITY = /^(?:北京|天津|上海|重庆)市.+?[区县](?=.)/;
const DOWN_TO_COUNTY =
  /^[^省]+?(?:省|自治区)[^市州盟]+?(?:市|自治州|州|地区|盟)[^区县旗市]+?(?:自治县|区|县|旗|市)(?=.)/;

/** Inside the own county its name and everything above it goes without saying. */
export function shortName(fullName: string): string {
  return fullName.replace(MUNICIPALITY, '').replace(DOWN_TO_COUNTY, '');
}

/** The first six characters name the county. */
export function isSameCounty(first: string, second: string): boolean {
  return first.slice(0, 6) === second.slice(0, 6);
}

/** Writes a place of the own county in short, any other in full. Without a code it lies in the own remit. */
export function usePlace(): (fullName: string, code?: string | null) => string {
  const own = useMe().post?.regionCode;
  return (fullName, code) =>
    own === undefined || (code != null && !isSameCounty(own, code)) ? fullName : shortName(fullName);
}
