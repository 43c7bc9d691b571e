import type { acceptReferral as contract, Done } from '@yimen/contracts';
import { finishTasks, openCaseTask, recordEvent } from '../casework/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import type { Services } from '../services.ts';
import { referralForAct } from './referral-for-act.ts';
import { changeReferral } from './store.ts';

/** The office takes the matter; whoever accepted reports the result within the limit. */
export async function acceptReferral(services: Services, act: Act<typeof contract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const { referral, found } = await referralForAct(tx, actor, {
    act: 'accept',
    id: params.id,
    expectedVersion: body.expectedVersion,
  });
  await finishTasks(tx, { subjectId: referral.id, kinds: ['answer-referral'] }, actor, now, 'accepted');
  const clock = await openCaseTask(services, tx, found, {
    kind: 'answer-referral',
    limit: 'referral.finishWithin',
    to: actor,
    startedAt: now,
    subjectId: referral.id,
  });
  const version = await changeReferral(tx, referral.id, { state: 'accepted', answered_at: now });
  await recordEvent(tx, actor, found, 'referral.accepted', now, { referralId: referral.id, dueOn: clock.dueOn });
  await emit(tx, 'referral.accepted', { referralId: referral.id, caseId: found.id }, now);
  act.note({ subjectType: 'case', subjectId: found.id, details: { referralId: referral.id } });
  return { id: referral.id, version };
}
