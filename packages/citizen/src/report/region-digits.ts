import { REGION_DIGITS, type Region } from '@yimen/contracts';

/** Whether a place lies in a region or is that region itself: a subtree is a range of codes. */
export function liesWithin(code: string, region: Pick<Region, 'code' | 'level'>): boolean {
  const digits = REGION_DIGITS[region.level];
  return code.slice(0, digits) === region.code.slice(0, digits);
}
