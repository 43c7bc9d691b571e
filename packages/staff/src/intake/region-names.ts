import type { Region } from '@yimen/contracts';

/** Names of regions seen in this tab: a code set by a program still shows its name. */
const names = new Map<string, string>();

export function rememberRegions(regions: readonly Region[]): void {
  for (const region of regions) names.set(region.code, region.fullName);
}

export function knownRegionName(code: string, locality: string): string | undefined {
  const name = names.get(code);
  return name === undefined ? undefined : shortName(name, locality);
}

/** Inside the own county its name and everything above it goes without saying. */
export function shortName(fullName: string, locality: string): string {
  const at = locality === '' ? -1 : fullName.indexOf(locality);
  const rest = at === -1 ? '' : fullName.slice(at + locality.length);
  return rest === '' ? fullName : rest;
}
