import type { publishPolicyRelease as contract, Done } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { isAmong } from '../platform/stand-ins.ts';
import type { Services } from '../services.ts';
import { storedChange } from './change-content.ts';
import { listChanges } from './change-store.ts';
import { lockPublicationNo } from './day-store.ts';
import { getReleaseIn } from './get-release.ts';
import { listAuthors } from './queries.ts';
import { recordStep } from './record-step.ts';
import { loadAround, stagesOf } from './release-policy.ts';
import { findVersion, markPublished } from './release-store.ts';

/** The second person: neither who drafted any part of it nor who stands in for one of them. */
export async function publishRelease(
  services: Services,
  { tx, actor, params, body, now, note }: Act<typeof contract>,
): Promise<Done> {
  const revision = body.expectedVersion;
  const release = await getReleaseIn(tx, actor, { id: params.id, revision, states: ['tested'] });
  if (isAmong(actor, await listAuthors(tx, release.id))) throw refused('OWN_WORK_BLOCKED');
  // One publication at a time: what this one was tested on is what it meets.
  const publicationNo = await lockPublicationNo(tx);
  const changes = (await listChanges(tx, [release.id])).map((one) => storedChange(release.packId, one));
  const [first] = stagesOf(await loadAround(services, tx, release), changes);
  const isAsTested =
    release.publicationNo === publicationNo &&
    release.baseVersion === services.policySource.base.version &&
    (await findVersion(tx, release.id)) === first.version;
  if (!isAsTested) throw refused('POLICY_TEST_AGAIN');
  const published = {
    published_by: actor.accountId,
    published_behalf_account_id: actor.behalfAccountId,
    published_at: now,
  };
  if (!(await markPublished(tx, release, published))) throw refused('STATE_CONFLICT');
  await recordStep(tx, actor, { releaseId: release.id, act: 'publish', reason: body.reason, now });
  note({ subjectType: 'policy-release', subjectId: release.id, details: { version: first.version } });
  return { id: release.id, version: revision };
}
