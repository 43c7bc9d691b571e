import { applyChanges, type PlainDate, type PolicyChange, type PolicySet } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import type { Services } from '../services.ts';
import { loadPublished, policyOfDay } from './assemble.ts';
import { storedChange } from './change-content.ts';
import { listChanges } from './change-store.ts';
import { getPublicationNo } from './day-store.ts';
import type { ReleaseRow } from './release-store.ts';

/** The policy of a day without a release, and with it. */
export type PoliciesToCompare = {
  readonly before: PolicySet;
  /** Not a set that was checked or kept: it has no content hash. */
  readonly afterPacks: PolicySet['packs'];
  readonly changes: readonly PolicyChange[];
};

/** `key` is the same as long as the answer is; `load` is the slow part. */
export async function comparePolicies(
  { policySource: { base } }: Pick<Services, 'policySource'>,
  tx: Tx,
  { id, packId, revision }: Pick<ReleaseRow, 'id' | 'packId' | 'revision'>,
  on: PlainDate,
): Promise<{ readonly key: string; readonly load: () => Promise<PoliciesToCompare> }> {
  const key = [id, revision, on, await getPublicationNo(tx), base.version].join(' ');
  const load = async () => {
    const others = (await loadPublished(tx)).filter((other) => other.id !== id);
    const before = policyOfDay(base, others, on);
    const changes = (await listChanges(tx, [id])).map((change) => storedChange(packId, change));
    return { before, afterPacks: applyChanges(before.packs, changes), changes };
  };
  return { key, load };
}
