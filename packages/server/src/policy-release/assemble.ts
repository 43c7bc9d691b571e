import { applyChanges, type PlainDate, type PolicyChange, type PolicySet } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import { hashPacks } from '../policy/index.ts';
import { storedChange } from './change-content.ts';
import { listChanges } from './change-store.ts';
import { listPublished, type PublishedRow } from './day-store.ts';

export type PublishedRelease = PublishedRow & { readonly changes: readonly PolicyChange[] };

export async function loadPublished(tx: Tx): Promise<readonly PublishedRelease[]> {
  const rows = await listPublished(tx);
  const changes = await listChanges(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    changes: changes.filter(({ releaseId }) => releaseId === row.id).map((change) => storedChange(row.packId, change)),
  }));
}

/** The packs on disk and every release whose day has come. */
export function policyOfDay(base: PolicySet, releases: readonly PublishedRelease[], day: PlainDate): PolicySet {
  const begun = releases.filter(({ effectiveOn }) => effectiveOn <= day);
  return begun.length === 0
    ? base
    : setOf(begun.reduce((packs, { changes }) => applyChanges(packs, changes), base.packs));
}

export function setOf(packs: PolicySet['packs']): PolicySet {
  return { version: hashPacks(packs), packs };
}
