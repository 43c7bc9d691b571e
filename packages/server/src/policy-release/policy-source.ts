import { checkChanges, NEEDED_PARAMETERS, type PlainDate, type PolicySet } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import type { Database } from '../platform/db/database.ts';
import { keepPolicyVersion } from '../policy/index.ts';
import { loadPublished, type PublishedRelease, policyOfDay } from './assemble.ts';
import { beginReleases } from './begin-releases.ts';
import { closeDayForPublishing } from './day-store.ts';
import { PolicyConflict } from './policy-conflict.ts';
import { type PolicyToCome, policyToCome } from './policy-to-come.ts';

/** What the localities decided, as of the day: the packs on disk and the releases whose day has come. */
export type PolicySource = {
  /** The packs on disk. */
  readonly base: PolicySet;
  /** Of the day opened last. */
  current(): PolicySet;
  /** Of a later day, by what is published until now. */
  readonly toCome: PolicyToCome;
  /** Before the first act of a day; undefined when the day is open. Afterwards nothing is published for this day. */
  open(now: Date): Promise<void> | undefined;
};

/**
 * Publications take effect from tomorrow at the earliest, so a process need only look once a day. It must look: `open`
 * and publishing lock the same row, so that a release is either seen here or refused there.
 */
export async function openPolicySource(database: Database, base: PolicySet, now: Date): Promise<PolicySource> {
  let current = base;
  let openDay: PlainDate | undefined;
  let opening: { readonly day: PlainDate; readonly done: Promise<void> } | undefined;

  async function begin(day: PlainDate, at: Date): Promise<void> {
    const set = await database.transact(SYSTEM_CONTEXT, async (tx) => {
      await closeDayForPublishing(tx, day);
      const releases = await loadPublished(tx);
      if (openDay === undefined) refuseConflicts(base, releases);
      await beginReleases(tx, releases, day);
      const found = policyOfDay(base, releases, day);
      await keepPolicyVersion(tx, found, at);
      return found;
    });
    current = set;
    openDay = day;
  }

  function open(at: Date): Promise<void> | undefined {
    const day = civilDate(at);
    if (day === openDay) return undefined;
    if (opening?.day !== day) {
      const done = begin(day, at).finally(() => {
        opening = undefined;
      });
      opening = { day, done };
    }
    return opening.done;
  }

  await open(now);
  return { base, current: () => current, toCome: policyToCome(base), open };
}

/** After an update of the packs on disk: what was published must still go together with them. */
function refuseConflicts(base: PolicySet, releases: readonly PublishedRelease[]): void {
  let set = base;
  for (const release of releases) {
    if (release.baseVersion !== base.version) {
      const [issue] = checkChanges(set.packs, { ...release, needed: NEEDED_PARAMETERS });
      if (issue) throw new PolicyConflict(release, issue);
    }
    set = policyOfDay(set, [release], release.effectiveOn);
  }
}
