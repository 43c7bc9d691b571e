import { randomUUID } from 'node:crypto';
import { type PlainDate, type PolicyChange, startOfDay, transitions } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import type { PublishedRelease } from './assemble.ts';
import { insertEvent } from './record-store.ts';
import { moveStates } from './release-store.ts';

const { begin, supersede } = transitions.policyRelease;

/** The calendar moves a release on: its day has come, or everything it set has been set anew. */
export async function beginReleases(tx: Tx, releases: readonly PublishedRelease[], day: PlainDate): Promise<void> {
  const begun = releases.filter(({ effectiveOn }) => effectiveOn <= day);
  const beginning = begun.filter(({ state }) => state === 'scheduled').map(({ id }) => id);
  const replaced = begun
    .filter(({ state }) => state === 'current')
    .filter((release) => isReplaced(release, begun.slice(begun.indexOf(release) + 1), day))
    .map(({ id }) => id);
  await step(tx, { act: 'begin', ids: beginning, from: begin.from, to: begin.to, day });
  await step(tx, { act: 'supersede', ids: replaced, from: supersede.from, to: supersede.to, day });
}

type Step = {
  readonly act: string;
  readonly ids: readonly string[];
  readonly from: readonly string[];
  readonly to: string;
  readonly day: PlainDate;
};

async function step(tx: Tx, { act, ids, from, to, day }: Step): Promise<void> {
  if (ids.length === 0) return;
  const at = new Date(startOfDay(day));
  for (const release_id of await moveStates(tx, ids, from, to)) {
    const nobody = { account_id: null, behalf_account_id: null, post_id: null };
    await insertEvent(tx, { id: randomUUID(), release_id, act, reason: null, ...nobody, at });
  }
}

/** A release that set no figure and no rule (a document, an example) is never replaced. */
function isReplaced({ changes }: PublishedRelease, later: readonly PublishedRelease[], day: PlainDate): boolean {
  const set = changes.flatMap(stated);
  const after = later.flatMap((release) => release.changes.flatMap(stated)).filter(({ from }) => from <= day);
  return set.length > 0 && set.every(({ about, from }) => after.some((one) => one.about === about && one.from > from));
}

function stated(change: PolicyChange): readonly { readonly about: string; readonly from: PlainDate }[] {
  const { kind, packId } = change;
  if (kind === 'parameterValue') {
    return [{ about: `${packId} ${change.target} ${change.value.area ?? ''}`, from: change.value.from }];
  }
  return kind === 'ruleVersion' ? [{ about: `${packId} ${change.target}`, from: change.version.from }] : [];
}
