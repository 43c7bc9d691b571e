import type { assessCase, BodyOf, NewFact } from '@yimen/contracts';
import { type CheckedRules, urgencyQuestions } from '@yimen/rules';
import type { Known } from '../facts/index.ts';
import type { UrgencyAnswers } from './classify-case-urgency.ts';

/** An answer about urgency that says otherwise than a fact on record is news of that fact: there is one truth. */
export function changedAnswers(
  { urgencyAnswers, facts }: BodyOf<typeof assessCase>,
  { facts: known }: Known,
): NewFact[] {
  return Object.entries(urgencyAnswers ?? {}).flatMap(([question, value]): NewFact[] => {
    const told = known.find(({ id, on }) => on === 'event' && id === question);
    const isGiven = facts.some((fact) => fact.on === 'event' && fact.question === question);
    if (!told?.row || told.value === value || isGiven) return [];
    const source = { provenance: 'officer', provenanceNote: null, act: 'succession' } as const;
    return [{ question, on: 'event', personId: null, value, ...source, supersedesId: told.row.id }];
  });
}

/** What decides the urgency class: the answers given, and what is on record about the event. */
export function urgencyAnswersIn(rules: CheckedRules, given: UrgencyAnswers, { facts }: Known): UrgencyAnswers {
  const asked = new Set(urgencyQuestions(rules).map(({ id }) => id));
  const answers = new Map(Object.entries(given));
  for (const { id, on, value, row } of facts) {
    if (on !== 'event' || row === null || !asked.has(id)) continue;
    if (typeof value === 'boolean' || typeof value === 'string') answers.set(id, value);
    else answers.delete(id);
  }
  return Object.fromEntries(answers);
}
