import { randomUUID } from 'node:crypto';
import type { AssessmentView, assessCase as contract } from '@yimen/contracts';
import {
  type Explanation,
  explain,
  type FactValues,
  findQuestion,
  type PolicyOn,
  recordDetermination,
} from '@yimen/rules';
import { caseForAct, changeCase, policyFor, recordEvent } from '../casework/index.ts';
import { loadKnownFacts, recordFacts, withEventFacts } from '../facts/index.ts';
import { lockHousehold } from '../households/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { classifyCaseUrgency, type UrgencyAnswers } from './classify-case-urgency.ts';
import { determineHousehold } from './determine-household.ts';
import { showAssessment } from './show-assessment.ts';
import { insertAssessment, type StoredAssessment } from './store.ts';
import { changedAnswers, urgencyAnswersIn } from './urgency-answers.ts';

/** Asks for the ladder of an incident with what was granted so far, and what the rules need of it; urgent-relief knows. */
export type AskLadder = (
  act: Pick<Act<typeof contract>, 'tx' | 'now'>,
  caseId: string,
  policy: PolicyOn,
) => Promise<{ readonly view: AssessmentView['ladder']; readonly facts: FactValues }>;

/** What the policy says about a case today: urgency, ladder and every programme. Frozen with its facts and reasons. */
export async function assessCase(
  services: Services,
  act: Act<typeof contract>,
  askLadder: AskLadder,
): Promise<AssessmentView> {
  const { tx, params, body, now, actor } = act;
  const found = await caseForAct(tx, actor, params.id);
  const policy = policyFor(services, found.region_code, now);
  const rules = services.rulebook.rulesOn(policy);
  // Answers of the contract's own shape, written by intake or an assessment before.
  const given = body.urgencyAnswers ?? (found.urgency_answers as UrgencyAnswers);
  const before = await loadKnownFacts(services.vault, tx, found, given);
  const learned = [...body.facts, ...changedAnswers(body, before)];
  const known = await recordFacts({ vault: services.vault, rules }, tx, before, learned, {
    caseId: found.id,
    householdId: found.household_id,
    regionCode: learned.length === 0 ? '' : await regionOfHousehold(act, found.household_id),
    author: { accountId: actor.accountId, name: actor.accountName },
    now,
  });
  const urgencyAnswers = urgencyAnswersIn(rules, given, known);
  const urgency = classifyCaseUrgency(services.rulebook, policy, urgencyAnswers);
  const ladder = await askLadder(act, found.id, policy);
  const { determined, origins } = determineHousehold(services.rulebook, policy, withEventFacts(known, ladder.facts));
  const record = recordDetermination(determined, { regionCode: found.region_code, origins });
  const stored: StoredAssessment = {
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
    ladder: ladder.view,
    members: known.members.map(({ personId, name }) => ({ personId, name })),
    sentences: { zh: [...explain(urgency.explanation, 'zh')], en: [...explain(urgency.explanation, 'en')] },
    inputs: {
      urgencyAnswers,
      eventKind: found.event_kind,
      occurredOn: found.occurred_on,
      regionCode: found.region_code,
    },
  };
  await insertAssessment(services.vault, tx, stored, record, { regionCode: found.region_code, actor, now });
  await changeCase(tx, found.id, {
    urgency: urgency.established,
    urgency_possible: urgency.possible,
    urgency_answers: JSON.stringify(urgencyAnswers),
  });
  if (urgency.established !== found.urgency)
    await recordEvent(tx, actor, found, 'case.urgency-changed', now, { from: found.urgency, to: urgency.established });
  await recordEvent(tx, actor, found, 'case.assessed', now, { assessmentId: stored.id, urgency: urgency.established });
  await emit(tx, 'case.assessed', { caseId: found.id, assessmentId: stored.id }, now);
  act.note({
    subjectType: 'case',
    subjectId: found.id,
    details: {
      assessmentId: stored.id,
      policyVersion: policy.version,
      facts: learned.map(({ question, act: what }) => `${what} ${question}`),
    },
  });
  return showAssessment(stored, { record, determined });
}

async function regionOfHousehold({ tx }: Pick<Act<typeof contract>, 'tx'>, id: string): Promise<string> {
  const household = await lockHousehold(tx, id);
  if (!household) throw refused('NOT_FOUND');
  return household.region_code;
}

/** The rules' tree is readonly; the wire type is the same shape. */
export function asNode({ children, ...node }: Explanation): AssessmentView['urgency']['explanation'] {
  return { ...node, children: children.map(asNode) };
}
