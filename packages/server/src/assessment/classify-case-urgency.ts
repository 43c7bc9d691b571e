import { classifyUrgency, type PolicyOn, type Rulebook, urgencyQuestions } from '@yimen/rules';
import { refused } from '../platform/refused.ts';
import { refuseFacts } from '../screening/index.ts';

export type UrgencyAnswers = Readonly<Record<string, boolean | string>>;

/** The urgency class of a case by the rules of its place; unanswered questions stay unknown. */
export function classifyCaseUrgency(rulebook: Rulebook, policy: PolicyOn, answers: UrgencyAnswers) {
  const asked = urgencyQuestions(rulebook.rulesOn(policy));
  const event = Object.fromEntries(asked.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])));
  const result = rulebook.determine(policy, { household: {}, members: [{}], events: [event] });
  if (!result.ok) throw refuseFacts(result.issues);
  const decision = classifyUrgency(result.determined);
  if (!decision.allowed) throw refused(decision.code, decision.facts);
  return { ...decision.figures, explanation: decision.explanation };
}
