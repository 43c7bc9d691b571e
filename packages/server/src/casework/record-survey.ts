import { randomUUID } from 'node:crypto';
import type { recordSurvey as contract, Done } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import { caseForAct } from './case-for-act.ts';
import { recordEvent } from './event-store.ts';
import { insertSurvey } from './survey-store.ts';
import { finishTasks } from './task-store.ts';

/** A visit at home; who surveyed may not approve afterwards (invariant 5, enforced by trigger). */
export async function recordSurvey(act: Act<typeof contract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const found = await caseForAct(tx, actor, params.id);
  const id = randomUUID();
  await insertSurvey(tx, {
    id,
    case_id: found.id,
    region_code: found.region_code,
    surveyed_on: body.surveyedOn,
    with_whom: body.withWhom,
    findings: body.findings,
    account_id: actor.accountId,
    behalf_account_id: actor.behalfAccountId,
    post_id: actor.postId,
    at: now,
  });
  await finishTasks(tx, { caseId: found.id, kinds: ['survey'] }, actor, now, 'surveyed');
  await recordEvent(tx, actor, found, 'case.surveyed', now, {
    surveyId: id,
    on: body.surveyedOn,
    photos: body.photoIds.length,
  });
  act.note({ subjectType: 'case', subjectId: found.id, details: { surveyId: id } });
  return { id };
}
