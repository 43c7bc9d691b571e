import type { ChangeContent, getPolicyRelease, ReleaseChange, ReleaseView, ResponseOf } from '@yimen/contracts';
import { describeChange, type PolicyChange, type PolicySet, type VectorReport } from '@yimen/rules';
import type { Act } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { cautionsOfChange } from './cautions-of-change.ts';
import { storedChange } from './change-content.ts';
import { listChanges, type StoredChange } from './change-store.ts';
import { findIssues, showIssue } from './check-release.ts';
import { getRelease } from './get-release.ts';
import { findLastTest, listEvents } from './queries.ts';
import { releaseActions } from './release-actions.ts';
import { type Around, loadAround, stagesOf } from './release-policy.ts';
import { showReports } from './show-reports.ts';
import { showWho } from './show-who.ts';

/** Everything about one release: what it changes in words, what is wrong with it, what the examples gave, who did what. */
export async function showRelease(
  services: Services,
  act: Act<typeof getPolicyRelease>,
): Promise<ResponseOf<typeof getPolicyRelease>> {
  const { tx, actor, params } = act;
  const release = await getRelease(tx, actor, params.id);
  const [stored, around] = [await listChanges(tx, [release.id]), await loadAround(services, tx, release)];
  const changes = stored.map((one) => storedChange(release.packId, one));
  const isOpen = release.state === 'draft' || release.state === 'tested';
  const issues = isOpen ? findIssues(around, changes, release.effectiveOn) : [];
  const test = await findLastTest(tx, release.id);
  const events = await listEvents(tx, [release.id]);
  const who = await showWho(services, act, events);
  const [after] = stagesOf(around, changes);
  const first = events[0];
  return {
    id: release.id,
    title: release.title,
    packId: release.packId,
    packName: after.packs.get(release.packId)?.name ?? { zh: release.packId, en: release.packId },
    regionCode: release.regionCode,
    state: release.state,
    effectiveOn: release.effectiveOn,
    reason: release.reason,
    revision: release.revision,
    createdAt: first?.at ?? act.now.toISOString(),
    createdBy: first?.name ?? '',
    changes: stored.map((one, index) => showChange(one, changes[index], { around, all: changes, after, isOpen })),
    issues: issues.map((issue) =>
      showIssue(
        issue,
        stored.map(({ id }) => id),
      ),
    ),
    test: test
      ? {
          passed: test.passed,
          at: test.at,
          by: test.by,
          isOfThisRevision: test.revision === release.revision && release.state !== 'draft',
          // Written by this room alone, as the rules package gives it.
          results: showReports(after, release.packId, test.results as readonly VectorReport[]),
        }
      : null,
    events: events.map((event) => ({ act: event.act, at: event.at, reason: event.reason, who: who(event) })),
    availableActions: await releaseActions(act, release),
  } satisfies ReleaseView;
}

interface Shown {
  readonly around: Around;
  readonly all: readonly PolicyChange[];
  readonly after: PolicySet;
  readonly isOpen: boolean;
}

function showChange(
  stored: StoredChange,
  change: PolicyChange | undefined,
  { around, all, after, isOpen }: Shown,
): ReleaseChange {
  const { id, kind, target, reason, by, at, content } = stored;
  const words = change ? describeChange(around.before.packs, change, all) : { zh: target, en: target, rows: [] };
  return {
    id,
    kind,
    target,
    words: { zh: words.zh, en: words.en },
    rows: [...words.rows],
    cautions: change && isOpen ? [...cautionsOfChange(around, change, words, after)] : [],
    reason,
    by,
    at: at.toISOString(),
    // A new pack is the platform's own; everything else was sent by the contract.
    content: kind === 'pack' ? null : (content as ChangeContent),
  };
}
