import type { editPolicyRelease as contract, Done } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { requireDayToCome } from './draft-release.ts';
import { getReleaseIn } from './get-release.ts';
import { recordStep } from './record-step.ts';
import { reopenForEdit, updateFields } from './release-store.ts';

/** Title, reason and day; a tested release is a draft again, because another day is another policy. */
export async function editRelease({ tx, actor, params, body, now, note }: Act<typeof contract>): Promise<Done> {
  const { expectedVersion: revision, title, reason, effectiveOn } = body;
  const release = await getReleaseIn(tx, actor, { id: params.id, revision, states: ['draft', 'tested'] });
  requireDayToCome(effectiveOn, now);
  if (!(await reopenForEdit(tx, release.id, revision))) throw refused('VERSION_CONFLICT');
  await updateFields(tx, release.id, { title, reason, effective_on: effectiveOn });
  if (release.state === 'tested')
    await recordStep(tx, actor, { releaseId: release.id, act: 'edit', reason: null, now });
  note({ subjectType: 'policy-release', subjectId: release.id, details: { effectiveOn } });
  return { id: release.id, version: revision + 1 };
}
