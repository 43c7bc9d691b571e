import { randomUUID } from 'node:crypto';
import type { checkPolicyChange, putPolicyChange as contract, Done, ResponseOf } from '@yimen/contracts';
import { changeKey, describeChange, type PolicyChange } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import type { Act } from '../platform/http/implement.ts';
import { Refused, refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { cautionsOfChange } from './cautions-of-change.ts';
import { changeFrom, storedChange, targetOf } from './change-content.ts';
import { insertChange, listChanges, type StoredChange } from './change-store.ts';
import { findIssues, showIssue } from './check-release.ts';
import { getRelease, getReleaseIn } from './get-release.ts';
import { recordStep } from './record-step.ts';
import { loadAround, stagesOf } from './release-policy.ts';
import { type ReleaseRow, reopenForEdit } from './release-store.ts';

/** Adds a change to a draft, or puts one in the place of another; a tested release is a draft again. */
export async function putChange(services: Services, act: Act<typeof contract>): Promise<Done> {
  const { tx, actor, params, body, now, note } = act;
  const { content, reason, expectedVersion: revision } = body;
  const release = await getReleaseIn(tx, actor, { id: params.id, revision, states: ['draft', 'tested'] });
  const weighed = await weigh(services, tx, release, body);
  const { change, replaced } = weighed;
  if (weighed.issues.length > 0) {
    const fieldErrors = weighed.issues.map(({ field, message }) => ({ path: field ?? 'content', message }));
    throw new Refused('POLICY_CHANGE_INVALID', undefined, fieldErrors);
  }
  if (!(await reopenForEdit(tx, release.id, revision))) throw refused('VERSION_CONFLICT');
  const by = { created_by: actor.accountId, created_behalf_account_id: actor.behalfAccountId, created_at: now };
  const row = { release_id: release.id, reason, ...by };
  if (replaced && replaced.key !== changeKey(change)) {
    const { key: change_key, kind, target } = replaced;
    await insertChange(tx, { id: randomUUID(), ...row, change_key, kind, target, content: null });
  }
  const id = randomUUID();
  await insertChange(tx, {
    id,
    ...row,
    change_key: changeKey(change),
    kind: change.kind,
    target: targetOf(change),
    content,
  });
  if (release.state === 'tested') await recordStep(tx, actor, { releaseId: release.id, act: 'edit', reason, now });
  note({ subjectType: 'policy-release', subjectId: release.id, details: { change: changeKey(change) } });
  return { id, version: revision + 1 };
}

/** The same without keeping anything: what stands beside the field while somebody types. */
export async function checkChange(
  services: Services,
  { tx, actor, params, body }: Act<typeof checkPolicyChange>,
): Promise<ResponseOf<typeof checkPolicyChange>> {
  const release = await getRelease(tx, actor, params.id);
  const { issues, words, cautions } = await weigh(services, tx, release, body);
  const { rows, zh, en } = words;
  return { issues: [...issues], words: { zh, en }, rows: [...rows], cautions: [...cautions] };
}

type Sent = { readonly content: Act<typeof contract>['body']['content']; readonly replaces: string | null };

async function weigh(services: Services, tx: Tx, release: ReleaseRow, { content, replaces }: Sent) {
  const around = await loadAround(services, tx, release);
  const stored = await listChanges(tx, [release.id]);
  const replaced = replaces === null ? undefined : stored.find(({ id }) => id === replaces);
  if (replaces !== null && replaced === undefined) throw refused('NOT_FOUND');
  const change = changeFrom(release.packId, content);
  const others = stored.filter((one) => isKept(one, change, replaced)).map((one) => storedChange(release.packId, one));
  const issues = findIssues(around, [...others, change], release.effectiveOn)
    .filter((issue) => issue.change === null || issue.change === others.length)
    .map((issue) => showIssue(issue, []));
  const words = describeChange(around.before.packs, change, others);
  // A set that does not hold together cannot be looked into.
  const cautions =
    issues.length > 0 ? [] : cautionsOfChange(around, change, words, stagesOf(around, [...others, change])[0]);
  return { change, replaced, issues, words, cautions };
}

function isKept(one: StoredChange, change: PolicyChange, replaced: StoredChange | undefined): boolean {
  return one.id !== replaced?.id && one.key !== changeKey(change);
}
