import type { PlainDate, PolicySet } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import { loadPublished, policyOfDay } from './assemble.ts';
import { listPublished } from './day-store.ts';

export type PolicyToCome = (tx: Tx, day: PlainDate) => Promise<PolicySet>;

const MOST_KEPT = 8;

/** What is decided by now for a day to come; sets of the same releases are one, so that their rules are made ready once. */
export function policyToCome(base: PolicySet): PolicyToCome {
  const kept = new Map<string, PolicySet>();
  return async (tx, day) => {
    const begun = (await listPublished(tx)).filter(({ effectiveOn }) => effectiveOn <= day);
    const key = begun.map(({ id }) => id).join(' ');
    const found = kept.get(key) ?? policyOfDay(base, await loadPublished(tx), day);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, found);
    return found;
  };
}
