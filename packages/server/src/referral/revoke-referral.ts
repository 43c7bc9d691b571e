import type { revokeReferral as contract, Done } from '@yimen/contracts';
import { finishTasks, recordEvent } from '../casework/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { referralForAct } from './referral-for-act.ts';
import { changeReferral } from './store.ts';

/** The office that asked no longer needs it; what was seen meanwhile stays in the audit log. */
export async function revokeReferral(act: Act<typeof contract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const { referral, found } = await referralForAct(tx, actor, {
    act: 'revoke',
    id: params.id,
    expectedVersion: body.expectedVersion,
  });
  await finishTasks(tx, { subjectId: referral.id, kinds: ['answer-referral'] }, actor, now, 'revoked', 'cancelled');
  const version = await changeReferral(tx, referral.id, { state: 'revoked', ended_at: now });
  await recordEvent(tx, actor, found, 'referral.revoked', now, { referralId: referral.id, reason: body.reason });
  await emit(tx, 'referral.revoked', { referralId: referral.id, caseId: found.id }, now);
  act.note({ subjectType: 'case', subjectId: found.id, details: { referralId: referral.id } });
  return { id: referral.id, version };
}
