import type { PettyCashView } from '@yimen/contracts';

/** What the box may still take up: what is held and what is set aside counts against the ceiling. */
export function roomOf(box: Pick<PettyCashView, 'balanceFen' | 'reservedFen' | 'ceilingFen'>): number {
  return Math.max(0, box.ceilingFen - box.balanceFen - box.reservedFen);
}
