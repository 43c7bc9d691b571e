import { randomUUID } from 'node:crypto';
import type { AssessmentView, assessCase as contract } from '@yimen/contracts';
import { type Explanation, explain, findDepartment, findQuestion, type PolicyOn, programmesOf } from '@yimen/rules';
import { caseForAct, changeCase, policyFor, recordEvent } from '../casework/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import type { Services } from '../services.ts';
import { classifyCaseUrgency } from './classify-case-urgency.ts';
import { insertAssessment } from './store.ts';

/** Asks for the ladder of an incident with what was granted so far; urgent-relief knows, assessment only shows. */
export type AskLadder = (
  act: Pick<Act<typeof contract>, 'tx' | 'now'>,
  caseId: string,
  policy: PolicyOn,
) => Promise<AssessmentView['ladder']>;

/** First version: urgency class and the ladder of the place, with where every figure came from. Frozen and immutable. */
export async function assessCase(
  services: Services,
  act: Act<typeof contract>,
  askLadder: AskLadder,
): Promise<AssessmentView> {
  const { tx, params, body, now, actor } = act;
  const found = await caseForAct(tx, actor, params.id);
  const policy = policyFor(services, found.region_code, now);
  const urgency = classifyCaseUrgency(policy, body.urgencyAnswers);
  const ladder = await askLadder(act, found.id, policy);
  const view: AssessmentView = {
    id: randomUUID(),
    caseId: found.id,
    on: civilDate(now),
    madeAt: now.toISOString(),
    madeBy: actor.accountName,
    policyVersion: policy.version,
    packName: policy.chain[0]?.name ?? { zh: '', en: '' },
    urgency: {
      established: urgency.established,
      possible: urgency.possible,
      unknown: urgency.unknownFacts.map((id) => ({ id, label: findQuestion(policy, id)?.label ?? { zh: id, en: id } })),
      explanation: asNode(urgency.explanation),
    },
    ladder,
    programmes: programmesOf(policy).map((programme) => ({
      id: programme.id,
      name: programme.name,
      category: programme.category,
      lead: findDepartment(policy, programme.leadDuty)?.name ?? { zh: '', en: '' },
      determined: programme.id === 'urgentRelief',
    })),
    sentences: { zh: [...explain(urgency.explanation, 'zh')], en: [...explain(urgency.explanation, 'en')] },
    inputs: {
      urgencyAnswers: body.urgencyAnswers,
      eventKind: found.event_kind,
      occurredOn: found.occurred_on,
      regionCode: found.region_code,
    },
  };
  await insertAssessment(tx, view, found.region_code, actor.accountId, now);
  await changeCase(tx, found.id, {
    urgency: urgency.established,
    urgency_possible: urgency.possible,
    urgency_answers: JSON.stringify(body.urgencyAnswers),
  });
  if (urgency.established !== found.urgency)
    await recordEvent(tx, actor, found, 'case.urgency-changed', now, { from: found.urgency, to: urgency.established });
  await recordEvent(tx, actor, found, 'case.assessed', now, { assessmentId: view.id, urgency: urgency.established });
  await emit(tx, 'case.assessed', { caseId: found.id, assessmentId: view.id }, now);
  act.note({
    subjectType: 'case',
    subjectId: found.id,
    details: { assessmentId: view.id, policyVersion: policy.version },
  });
  return view;
}

/** The rules' tree is readonly; the wire type is the same shape. */
export function asNode(explanation: Explanation): AssessmentView['urgency']['explanation'] {
  return { ...explanation, children: explanation.children.map(asNode) };
}
