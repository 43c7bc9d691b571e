import type { abandonPolicyRelease, Done, returnPolicyRelease, withdrawPolicyRelease } from '@yimen/contracts';
import { transitions } from '@yimen/rules';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { lockPublicationNo } from './day-store.ts';
import { getReleaseIn } from './get-release.ts';
import { recordStep } from './record-step.ts';
import { moveState } from './release-store.ts';

type Ending = Act<typeof returnPolicyRelease | typeof abandonPolicyRelease | typeof withdrawPolicyRelease>;
export type EndingAct = 'return' | 'abandon' | 'withdraw';

/** Handed back, given up, or withdrawn before its day: each with the reason. */
export async function endRelease(act: EndingAct, { tx, actor, params, body, now, note }: Ending): Promise<Done> {
  const { from, to } = transitions.policyRelease[act];
  const revision = body.expectedVersion;
  const release = await getReleaseIn(tx, actor, { id: params.id, revision, states: from });
  // In the order of whoever opens a day: first the day, then its releases.
  if (act === 'withdraw') await lockPublicationNo(tx);
  if (!(await moveState(tx, release, from, to))) throw refused('STATE_CONFLICT');
  await recordStep(tx, actor, { releaseId: release.id, act, reason: body.reason, now });
  note({ subjectType: 'policy-release', subjectId: release.id });
  return { id: release.id, version: revision };
}
