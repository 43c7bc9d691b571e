import { randomUUID } from 'node:crypto';
import type { BodyOf, recordCaseConference as contract, Done } from '@yimen/contracts';
import { type CaseRow, caseForAct, recordEvent } from '../casework/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused, refusedField } from '../platform/refused.ts';
import { isAmong } from '../platform/stand-ins.ts';
import { insertConference, listProposersInNeed } from './conference-store.ts';

/**
 * One case, one discussion (2020意见 第15条): a district post that did not propose writes down who sat and what was agreed.
 * A further conference is a further record; the newest counts.
 */
export async function recordCaseConference(act: Act<typeof contract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const found = await caseForAct(tx, actor, params.id);
  requireWhole(body, found, civilDate(now));
  const proposers = await listProposersInNeed(tx, found.id);
  if (proposers.length === 0) throw refused('STATE_CONFLICT', { conference: 'not-needed' });
  if (isAmong(actor, proposers)) throw refused('OWN_WORK_BLOCKED');
  const id = randomUUID();
  await insertConference(tx, {
    id,
    case_id: found.id,
    region_code: found.region_code,
    held_on: body.heldOn,
    participants: body.participants,
    conclusion: body.conclusion,
    agreed_fen: body.agreedFen,
    minutes: body.minutes,
    recorded_by: actor.accountId,
    recorded_post_id: actor.postId,
    behalf_account_id: actor.behalfAccountId,
    recorded_at: now,
  });
  const said = { conferenceId: id, on: body.heldOn, conclusion: body.conclusion, amountFen: body.agreedFen };
  await recordEvent(tx, actor, found, 'conference.recorded', now, said);
  await emit(tx, 'conference.recorded', { caseId: found.id, conferenceId: id }, now);
  act.note({ subjectType: 'case', subjectId: found.id, details: said });
  return { id };
}

function requireWhole(body: BodyOf<typeof contract>, found: CaseRow, today: string): void {
  if (body.heldOn > today)
    throw refusedField('INVALID_INPUT', 'heldOn', {
      zh: '会商日期不能晚于今天',
      en: 'The conference cannot lie in the future',
    });
  if (body.heldOn < found.occurred_on)
    throw refusedField('INVALID_INPUT', 'heldOn', {
      zh: '会商日期不能早于急难发生之日',
      en: 'The conference cannot lie before the event',
    });
  if ((body.conclusion === 'agreed') !== body.agreedFen > 0)
    throw refusedField('INVALID_INPUT', 'agreedFen', {
      zh: '同意救助的填写同意金额，不同意的不填',
      en: 'An agreed grant has an amount, a declined one has none',
    });
}
