import type { Region } from '@yimen/contracts';

const DIGITS: Readonly<Record<Region['level'], number>> = {
  nation: 0,
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
};

/** Whether a place lies in a region or is that region itself: a subtree is a range of codes. */
export function liesWithin(code: string, region: Pick<Region, 'code' | 'level'>): boolean {
  const digits = DIGITS[region.level];
  return code.slice(0, digits) === region.code.slice(0, digits);
}
