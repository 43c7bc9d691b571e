import { applyChanges, type PlainDate, type PolicyChange, type PolicySet } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import type { Services } from '../services.ts';
import { loadPublished, type PublishedRelease, policyOfDay, setOf } from './assemble.ts';

/** What a release meets on its day: the policy without it, and what is published for later days. */
export type Around = {
  readonly before: PolicySet;
  readonly later: readonly PublishedRelease[];
  /** Published and still to come, whether before or after it. */
  readonly scheduled: readonly PublishedRelease[];
};

export async function loadAround(
  { policySource }: Pick<Services, 'policySource'>,
  tx: Tx,
  release: { readonly id: string; readonly effectiveOn: PlainDate },
): Promise<Around> {
  const others = (await loadPublished(tx)).filter(({ id }) => id !== release.id);
  return {
    before: policyOfDay(policySource.base, others, release.effectiveOn),
    later: others.filter(({ effectiveOn }) => effectiveOn > release.effectiveOn),
    scheduled: others.filter(({ state }) => state === 'scheduled'),
  };
}

/** The policy on the day of the release, then on the day of each later one: all of them are decided by its values. */
export function stagesOf(
  { before, later }: Pick<Around, 'before' | 'later'>,
  changes: readonly PolicyChange[],
): readonly [PolicySet, ...PolicySet[]] {
  const first = setOf(applyChanges(before.packs, changes));
  let packs = first.packs;
  const following = later.map((release) => {
    packs = applyChanges(packs, release.changes);
    return setOf(packs);
  });
  return [first, ...following];
}
