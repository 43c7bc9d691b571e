import type { cancelGrant as cancelContract, Done, refuseGrant as refuseContract } from '@yimen/contracts';
import {
  type CaseRow,
  caseForAct,
  finishTasks,
  openCaseTask,
  recordEvent,
  requireTransition,
  requireVersion,
  responsiblePost,
} from '../casework/index.ts';
import { releaseGrant } from '../funds/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { returnToCapCounter } from './cap-counter-store.ts';
import { returnToConference } from './conference-store.ts';
import { returnToCaps } from './episode-store.ts';
import { changeGrant, dropEvidence, type GrantRow, lockGrant } from './grant-store.ts';
import { requireApproverOf } from './level-permission.ts';
import { refuseOwnWork } from './own-work.ts';
import { listPaymentIds } from './queries.ts';

type Ending = Act<typeof refuseContract> | Act<typeof cancelContract>;

/** Refused with a reason; the case goes back to its responsible post. */
export async function refuseGrant(services: Services, act: Act<typeof refuseContract>): Promise<Done> {
  const ending = await grantForAct(act, (grant) => requireApproverOf(act.actor, grant.level));
  requireTransition('grant', 'refuse', ending.grant);
  await refuseOwnWork(act.tx, ending.grant, act.actor);
  return endGrant(services, act, ending, 'refused');
}

/** Called off before money left: caps and money go back to where they came from, in the order in which approval takes them. */
export async function cancelGrant(services: Services, act: Act<typeof cancelContract>): Promise<Done> {
  const ending = await grantForAct(act);
  const { grant } = ending;
  requireTransition('grant', 'cancel', grant, { paidFen: grant.paid_fen });
  if (grant.paid_fen > 0) throw refused('STATE_CONFLICT', { state: grant.state, paidFen: grant.paid_fen });
  if (grant.state === 'approved') {
    await returnToCaps(act.tx, grant.episode_id, grant.level, grant.amount_fen);
    if (grant.cap_counter_id) await returnToCapCounter(act.tx, grant.cap_counter_id, grant.level, grant.amount_fen);
    if (grant.conference_id) await returnToConference(act.tx, grant.conference_id, grant.amount_fen);
    await releaseGrant(act.tx, grant, act.actor, act.now, '撤回救助，预留款退回');
  }
  return endGrant(services, act, ending, 'cancelled');
}

type GrantToEnd = { readonly grant: GrantRow; readonly found: CaseRow };

/** Whose business it is comes before the version: the version's refusal tells the state. */
async function grantForAct(act: Ending, requirePower?: (grant: GrantRow) => void): Promise<GrantToEnd> {
  const grant = await lockGrant(act.tx, act.params.id);
  if (!grant) throw refused('NOT_FOUND');
  requirePower?.(grant);
  const found = await caseForAct(act.tx, act.actor, grant.case_id);
  requireVersion(grant, act.body.expectedVersion, { state: grant.state });
  return { grant, found };
}

async function endGrant(
  services: Services,
  act: Ending,
  { grant, found }: GrantToEnd,
  state: 'refused' | 'cancelled',
): Promise<Done> {
  const { tx, body, now, actor } = act;
  await dropEvidence(tx, grant.id);
  const version = await changeGrant(tx, grant, { state, refused_reason: body.reason });
  // Another grant of the case keeps its own tasks.
  for (const subjectId of [grant.id, ...(await listPaymentIds(tx, grant.id))])
    await finishTasks(tx, { subjectId, kinds: ['decide-grant', 'pay-grant'] }, actor, now, state, 'cancelled');
  await openCaseTask(services, tx, found, {
    kind: 'assess-need',
    limit: 'urgentRelief.payWithin',
    to: responsiblePost(found),
    startedAt: now,
    matterId: grant.matter_id,
  });
  await recordEvent(tx, actor, found, `grant.${state}`, now, {
    grantId: grant.id,
    reason: body.reason,
    amountFen: grant.amount_fen,
  });
  await emit(tx, `grant.${state}`, { grantId: grant.id, caseId: found.id }, now);
  act.note({ subjectType: 'grant', subjectId: grant.id, details: { caseId: found.id } });
  return { id: grant.id, version };
}
