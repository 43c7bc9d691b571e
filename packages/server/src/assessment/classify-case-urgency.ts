import { classifyUrgency, type PolicyOn, type UrgencyClass, type UrgencyFacts } from '@yimen/rules';
import { refused } from '../platform/refused.ts';

export type UrgencyAnswers = Readonly<Record<string, boolean | string>>;

/** The urgency class of a case by the conditions of its place; unanswered questions stay unknown. */
export function classifyCaseUrgency(policy: PolicyOn, answers: UrgencyAnswers) {
  const decision = classifyUrgency(factsOf(answers), policy);
  if (!decision.allowed) throw refused(decision.code, decision.facts);
  return { ...decision.figures, explanation: decision.explanation } satisfies {
    established: UrgencyClass;
    possible: UrgencyClass;
  } & Record<string, unknown>;
}

function factsOf(answers: UrgencyAnswers): UrgencyFacts {
  return Object.fromEntries(
    Object.entries(answers).map(([question, value]) => [question, { value, provenance: 'officer' as const }]),
  );
}
