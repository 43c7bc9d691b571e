import type { PolicySet } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';

/** Every set that decides is kept, so that an old decision can be replayed by the very words it was made by. */
export async function keepPolicySet(_tx: Tx, _set: PolicySet, _now: Date): Promise<void> {
  // The archive of sets comes with the records of determinations; this is the one place that fills it.
}
