import type { closeCase as closeContract, Done, reopenCase as reopenContract } from '@yimen/contracts';
import { stateAfter } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { caseForAct } from './case-for-act.ts';
import { type CaseRow, changeCase } from './case-store.ts';
import { type EventAuthor, recordEvent } from './event-store.ts';
import { endMatters, reopenMatters } from './matter-store.ts';
import { type AskObligations, askAll } from './obligations.ts';
import { openCaseTask, responsiblePost } from './open-case-task.ts';
import { finishTasks } from './task-store.ts';

/** How the matters of a case end with it: `finish`, `refer` or `refuse` of the state table. */
const ENDINGS = { aid: 'finish', referral: 'refer' } as const;

/** Every case ends in aid, referral or a stated reason, with nothing owed; the person and the reporter are told by reactions. */
export async function closeCase(act: Act<typeof closeContract>, asks: readonly AskObligations[]): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const found = await caseForAct(tx, actor, params.id, { act: 'close', expectedVersion: body.expectedVersion });
  const obligations = await askAll(tx, found.id, asks);
  if (obligations.open.length > 0) throw refused('CASE_NOT_FINISHED', { open: obligations.open });
  if (body.outcome === 'aid' && !obligations.aided) throw refused('OUTCOME_NEEDED', { missing: 'aid' });
  if (body.outcome === 'referral' && !obligations.referred) throw refused('OUTCOME_NEEDED', { missing: 'referral' });
  await finishTasks(tx, { caseId: found.id }, actor, now, 'case closed', 'cancelled');
  const ending = body.outcome === 'aid' || body.outcome === 'referral' ? ENDINGS[body.outcome] : 'refuse';
  await endMatters(tx, found.id, ending, now);
  await recordEvent(tx, actor, found, 'case.closed', now, { outcome: body.outcome, reason: body.reason });
  const version = await changeCase(tx, found.id, {
    state: stateAfter('case', 'close'),
    closed_at: now,
    outcome: body.outcome,
    outcome_reason: body.reason,
    hand_over_post_id: null,
    hand_over_at: null,
  });
  await emit(tx, 'case.closed', { caseId: found.id, outcome: body.outcome }, now);
  act.note({ subjectType: 'case', subjectId: found.id, details: { outcome: body.outcome } });
  return { id: found.id, version };
}

export async function reopenCase(services: Services, act: Act<typeof reopenContract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const found = await caseForAct(tx, actor, params.id, { act: 'reopen', expectedVersion: body.expectedVersion });
  const version = await reopenClosed(tx, actor, found, now, body.reason);
  await openCaseTask(services, tx, found, {
    kind: 'assess-need',
    limit: 'urgentRelief.payWithin',
    to: responsiblePost(found),
    startedAt: now,
  });
  act.note({ subjectType: 'case', subjectId: found.id });
  return { id: found.id, version };
}

/** A closed case with its matters is open again; what is to be done then is a task of whoever reopens it. */
export async function reopenClosed(
  tx: Tx,
  actor: EventAuthor,
  found: CaseRow,
  now: Date,
  reason: string,
): Promise<number> {
  const version = await changeCase(tx, found.id, {
    state: stateAfter('case', 'reopen'),
    closed_at: null,
    outcome: null,
    outcome_reason: null,
  });
  await reopenMatters(tx, found.id);
  await recordEvent(tx, actor, found, 'case.reopened', now, { reason });
  return version;
}
