import { REGION_DIGITS } from '@yimen/contracts';
import { countyOf, rangeOf, regionName } from '../organisation/index.ts';

/** What figures are summed up by: the townships of a county, the counties of anything wider. */
export interface NamedPlace {
  readonly regionCode: string;
  readonly name: string;
}

export function namedPlacesOf(within: string, townships: Iterable<string>): readonly NamedPlace[] {
  const codes = new Set([...townships].map((township) => namedPlaceOf(within, township)));
  return [...codes].toSorted().map((code) => ({ regionCode: code, name: regionName(code) }));
}

export function namedPlaceOf(within: string, township: string): string {
  if (REGION_DIGITS[rangeOf(within).level] >= REGION_DIGITS.county) return township;
  return countyOf(township);
}
