import { randomUUID } from 'node:crypto';
import type { sendReferral as contract, Done } from '@yimen/contracts';
import { addParticipant, caseForAct, finishTasks, isPossible, openCaseTask, recordEvent } from '../casework/index.ts';
import { openHouseholdTo } from '../households/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { findReceiver } from './find-receiver.ts';
import { listReferralStates } from './queries.ts';
import { insertReferral } from './store.ts';

/** Another office is asked to act: it sees the case from now on, and a clock runs until it answers. */
export async function sendReferral(services: Services, act: Act<typeof contract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const found = await caseForAct(tx, actor, params.id);
  // The office that answers for the case asks; a superior takes the case over first.
  if (found.office_id !== actor.officeId) throw refused('STATE_CONFLICT', { responsibleOfficeId: found.office_id });
  const { office, post } = await findReceiver(tx, actor, body.toOfficeId);
  const earlier = await listReferralStates(tx, found.id);
  const waiting = earlier.find(
    (referral) => referral.to_office_id === office.id && isPossible('referral', 'revoke', referral),
  );
  if (waiting) throw refused('STATE_CONFLICT', { referralId: waiting.id, state: waiting.state });
  const id = randomUUID();
  await insertReferral(tx, {
    id,
    case_id: found.id,
    region_code: found.region_code,
    from_office_id: actor.officeId,
    to_office_id: office.id,
    need: body.need,
    sent_at: now,
    sent_by: actor.accountId,
  });
  await addParticipant(tx, found.id, office.id, 'referral', now);
  await openHouseholdTo(tx, found.household_id, office.id, 'referral', now);
  // A referral that came back asked the responsible post to look again: this is the answer.
  for (const returned of earlier.filter(({ state }) => state === 'returned'))
    await finishTasks(tx, { subjectId: returned.id, kinds: ['assess-need'] }, actor, now, 'referred again');
  const clock = await openCaseTask(services, tx, found, {
    kind: 'answer-referral',
    limit: 'referral.acceptWithin',
    to: post,
    startedAt: now,
    subjectId: id,
  });
  await recordEvent(tx, actor, found, 'referral.sent', now, {
    referralId: id,
    toOffice: office.name,
    dueOn: clock.dueOn,
  });
  await emit(tx, 'referral.sent', { referralId: id, caseId: found.id, toOfficeId: office.id }, now);
  act.note({
    subjectType: 'case',
    subjectId: found.id,
    details: { referralId: id, toOfficeId: office.id, shared: ['case', 'household'] },
  });
  return { id, version: 1 };
}
