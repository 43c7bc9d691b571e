import { randomUUID } from 'node:crypto';
import type { BodyOf, takeIn as contract, ResponseOf } from '@yimen/contracts';
import { countWorkingDays } from '@yimen/rules';
import { classifyCaseUrgency } from '../assessment/index.ts';
import {
  addParticipant,
  type EventAuthor,
  findCase,
  type NewCase,
  type NewTask,
  newCase,
  newParticipant,
  nextCaseNumber,
  offerCaseTo,
  policyFor,
  refuseRelatives,
  startLimit,
} from '../casework/index.ts';
import { EVENT_KIND_WORDS, linkReportToCase } from '../discovery/index.ts';
import { ONE_HOUSEHOLD, PERSON_ONCE } from '../households/index.ts';
import {
  findPostOfRole,
  findWindowOffice,
  getPost,
  rangeOf,
  regionName,
  requireRegion,
  townshipOf,
} from '../organisation/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import { insertTogether } from '../platform/db/insert-together.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import type { Act } from '../platform/http/implement.ts';
import { newOutboxEvent } from '../platform/outbox/emit.ts';
import { refusedField } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { findOrPrepareHousehold } from './find-or-prepare-household.ts';

type Body = BodyOf<typeof contract>;

/**
 * One door: household, case and first task in one act, whatever papers are missing. The place of the event serves,
 * whatever the hukou; who was asked first stays responsible until another window accepts.
 */
export async function takeIn(services: Services, act: Act<typeof contract>): Promise<ResponseOf<typeof contract>> {
  const { tx, body, now, actor } = act;
  requireNotFuture(body, now);
  requireRegion(body.event.placeRegionCode, 'event.placeRegionCode');
  const [household, caseNo] = await inOneFlight(
    () => findOrPrepareHousehold(services, act),
    () => nextCaseNumber(tx, civilDate(now)),
  );
  if (household.known) await refuseRelatives(tx, actor, household.id);
  const policy = policyFor(services, body.event.placeRegionCode, now);
  const urgency = classifyCaseUrgency(services.rulebook, policy, body.urgencyAnswers);
  const clock = startLimit(services, {
    regionCode: body.event.placeRegionCode,
    parameter: 'urgentRelief.payWithin',
    startedAt: now,
  });
  const caseId = randomUUID();
  const elsewhere = !isWithin(body.event.placeRegionCode, actor);
  // Row-level security lets an office write a case of another place only as a participant of it.
  if (elsewhere) await addParticipant(tx, caseId, actor.officeId, 'first-asked', now);
  const row = caseRow(services, act, { id: caseId, case_no: caseNo }, household, urgency);
  const taskId = randomUUID();
  const matterId = randomUUID();
  const task: NewTask = {
    kind: 'assess-need',
    regionCode: row.region_code,
    caseId,
    matterId,
    summary: `${row.head_name} · ${row.summary}`,
    postId: actor.postId,
    officeId: actor.officeId,
    clock,
  };
  const matter = { id: matterId, programme: 'urgentRelief', procedure: 'urgent-relief' };
  const { reportId } = body;
  const rows = [
    ...household.rows,
    ...newCase(row, matter, taskId, task, actor satisfies EventAuthor),
    ...(elsewhere ? [] : [newParticipant(caseId, actor.officeId, 'opened', now)]),
    newOutboxEvent('case.opened', { caseId, householdId: household.id, reportId }, now),
  ];
  if (reportId || elsewhere) await refuseByConstraint(ONCE, {}, () => insertTogether(tx, ...rows));
  else act.insertAtEnd(rows, { codes: ONCE, facts: {} });
  if (reportId) await linkReportToCase(services, tx, { reportId, caseId }, actor, now);
  const version = elsewhere ? await offerToPlace(services, act, caseId) : 1;
  act.note({
    subjectType: 'case',
    subjectId: caseId,
    details: { householdId: household.id, newHousehold: !household.known },
  });
  return {
    caseId,
    caseNo: row.case_no,
    householdId: household.id,
    urgency: urgency.established,
    version,
    firstTask: {
      id: taskId,
      clock: {
        dueAt: clock.dueAt.toISOString(),
        dueOn: clock.dueOn,
        unit: clock.limitUnit,
        limit: clock.limitAmount,
        workingDaysLeft:
          clock.limitUnit === 'workingDays' ? countWorkingDays(civilDate(now), clock.dueOn, services.calendar()) : null,
        provisional: clock.provisional,
        state: 'running',
        clause: { zh: clock.clauseZh, en: clock.clauseEn },
        clauseId: clock.clauseId,
      },
    },
  };
}

const ONCE = { ...PERSON_ONCE, ...ONE_HOUSEHOLD };

function caseRow(
  services: Services,
  act: Act<typeof contract>,
  named: Pick<NewCase, 'id' | 'case_no'>,
  household: { id: string; headName: string },
  urgency: { established: string; possible: string },
): NewCase {
  const { body, now, actor } = act;
  const { event } = body;
  return {
    ...named,
    region_code: event.placeRegionCode,
    township_code: townshipOf(event.placeRegionCode),
    household_id: household.id,
    head_name: household.headName,
    summary: `${regionName(event.placeRegionCode)} · ${EVENT_KIND_WORDS[event.kind].zh}`,
    event_kind: event.kind,
    occurred_on: event.occurredOn,
    place_detail_encrypted: event.placeDetail
      ? services.vault.seal('case', 'place_detail', named.id, event.placeDetail)
      : null,
    description: event.description,
    need: body.need,
    urgency: urgency.established,
    urgency_possible: urgency.possible,
    urgency_answers: JSON.stringify(body.urgencyAnswers),
    office_id: actor.officeId,
    responsible_post_id: actor.postId,
    first_asked_post_id: actor.postId,
    opened_at: now,
    opened_by: actor.accountId,
    opened_behalf_account_id: actor.behalfAccountId,
  };
}

/** The window of the place is asked to take over, with a clock; until it accepts the first asker keeps the case. */
async function offerToPlace(services: Services, act: Act<typeof contract>, caseId: string): Promise<number> {
  const { tx, body, now, actor } = act;
  const { placeRegionCode } = body.event;
  const found = await findCase(tx, caseId);
  if (!found) throw new Error('the case just opened is gone');
  const window = await findWindowOffice(tx, placeRegionCode);
  if (!window || window.id === actor.officeId) return found.version;
  await addParticipant(tx, caseId, window.id, 'place-of-event', now);
  const asked = { officeId: window.id, role: 'window-clerk', regionCode: placeRegionCode } as const;
  const clerk = await findPostOfRole(tx, asked);
  if (!clerk) return found.version;
  const post = await getPost(tx, clerk.postId);
  return offerCaseTo(services, act, found, { post, event: 'case.offered-to-place' });
}

function isWithin(code: string, actor: { regionCode: string }): boolean {
  const { from, to } = rangeOf(actor.regionCode);
  return code >= from && code <= to;
}

function requireNotFuture(body: Body, now: Date): void {
  if (body.event.occurredOn > civilDate(now))
    throw refusedField('INVALID_INPUT', 'event.occurredOn', {
      zh: '发生日期不能晚于今天',
      en: 'The date of the event cannot lie in the future',
    });
}
