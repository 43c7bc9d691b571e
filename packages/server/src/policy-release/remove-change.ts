import { randomUUID } from 'node:crypto';
import type { removePolicyChange as contract, Done } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { insertChange, listChanges } from './change-store.ts';
import { getReleaseIn } from './get-release.ts';
import { recordStep } from './record-step.ts';
import { reopenForEdit } from './release-store.ts';

/** Takes a change out of a draft; that it was there stays on record. */
export async function removeChange({ tx, actor, params, body, now, note }: Act<typeof contract>): Promise<Done> {
  const revision = body.expectedVersion;
  const release = await getReleaseIn(tx, actor, { id: params.id, revision, states: ['draft', 'tested'] });
  const change = (await listChanges(tx, [release.id])).find(({ id }) => id === params.changeId);
  // The pack itself is what everything else stands in.
  if (!change || change.kind === 'pack') throw refused('NOT_FOUND');
  if (!(await reopenForEdit(tx, release.id, revision))) throw refused('VERSION_CONFLICT');
  await insertChange(tx, {
    id: randomUUID(),
    release_id: release.id,
    change_key: change.key,
    kind: change.kind,
    target: change.target,
    content: null,
    reason: change.reason,
    created_by: actor.accountId,
    created_behalf_account_id: actor.behalfAccountId,
    created_at: now,
  });
  if (release.state === 'tested')
    await recordStep(tx, actor, { releaseId: release.id, act: 'edit', reason: null, now });
  note({ subjectType: 'policy-release', subjectId: release.id, details: { removed: change.key } });
  return { id: release.id, version: revision + 1 };
}
