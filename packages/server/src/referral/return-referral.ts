import type { returnReferral as contract, Done } from '@yimen/contracts';
import { finishTasks, openCaseTask, recordEvent, responsiblePost } from '../casework/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import type { Services } from '../services.ts';
import { referralForAct } from './referral-for-act.ts';
import { changeReferral } from './store.ts';

/** Not ours, and why: the responsible post has it back as a task, so that nobody is sent from door to door. */
export async function returnReferral(services: Services, act: Act<typeof contract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const { referral, found } = await referralForAct(tx, actor, {
    act: 'return',
    id: params.id,
    expectedVersion: body.expectedVersion,
  });
  await finishTasks(tx, { subjectId: referral.id, kinds: ['answer-referral'] }, actor, now, 'returned');
  await openCaseTask(services, tx, found, {
    kind: 'assess-need',
    limit: 'urgentRelief.payWithin',
    to: responsiblePost(found),
    startedAt: now,
    subjectId: referral.id,
  });
  const version = await changeReferral(tx, referral.id, {
    state: 'returned',
    answered_at: referral.answered_at ?? now,
    ended_at: now,
    return_reason: body.reason,
  });
  await recordEvent(tx, actor, found, 'referral.returned', now, { referralId: referral.id, reason: body.reason });
  await emit(tx, 'referral.returned', { referralId: referral.id, caseId: found.id }, now);
  act.note({ subjectType: 'case', subjectId: found.id, details: { referralId: referral.id } });
  return { id: referral.id, version };
}
