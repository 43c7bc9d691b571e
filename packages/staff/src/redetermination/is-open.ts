import type { HeldItem } from '@yimen/contracts';

/** One that has changed is looked at again first. */
export function isOpen({ state, stale }: Pick<HeldItem, 'state' | 'stale'>): boolean {
  return state === 'open' && !stale;
}
