import type { handUpCase as contract, Done } from '@yimen/contracts';
import { addParticipant, caseForAct, changeCase, finishTasks, openCaseTask, recordEvent } from '../casework/index.ts';
import { openHouseholdTo } from '../households/index.ts';
import { findPostOfRole } from '../organisation/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';

/**
 * Above the township's share the case goes to the district with its whole dossier: the district's clerk takes part and
 * gets the task at once; the township stays responsible until the clerk accepts (首问负责).
 */
export async function handUpCase(services: Services, act: Act<typeof contract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const found = await caseForAct(tx, actor, params.id, { expectedVersion: body.expectedVersion });
  const clerk = await findPostOfRole(tx, { role: 'county-clerk', regionCode: found.region_code });
  if (!clerk) throw refused('POLICY_UNKNOWN', { role: 'county-clerk' });
  if (clerk.postId === found.responsible_post_id || clerk.postId === found.hand_over_post_id)
    throw refused('STATE_CONFLICT', { already: 'handed-up' });
  await addParticipant(tx, found.id, clerk.officeId, 'handed-up', now);
  await openHouseholdTo(tx, found.household_id, clerk.officeId, 'handed-up', now);
  await finishTasks(tx, { caseId: found.id, kinds: ['accept-hand-over'] }, actor, now, 'handed up', 'cancelled');
  await openCaseTask(services, tx, found, {
    kind: 'accept-hand-over',
    limit: 'urgentRelief.payWithin',
    to: clerk,
    startedAt: now,
  });
  await recordEvent(tx, actor, found, 'case.handed-up', now, {
    toOffice: clerk.title,
    toPostId: clerk.postId,
    reason: body.reason,
  });
  const version = await changeCase(tx, found.id, { hand_over_post_id: clerk.postId, hand_over_at: now });
  await emit(tx, 'case.handed-up', { caseId: found.id, toPostId: clerk.postId }, now);
  act.note({ subjectType: 'case', subjectId: found.id, details: { toPostId: clerk.postId } });
  return { id: found.id, version };
}
