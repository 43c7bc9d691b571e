import { URGENCY_CLASSES, type UrgencyClass } from '@yimen/rules';
import type { Question } from '../assessment/UrgencyQuestions.tsx';
import type { AnswerValues } from '../assessment/urgency-answers.ts';

/** The highest class a "yes" points to. Only a hint while typing: the assessment reads the policy itself. */
export function hintOf(questions: readonly Question[], answers: AnswerValues): UrgencyClass {
  const raised = questions.filter((question) => answers[question.id] === true).map((question) => question.raises);
  return URGENCY_CLASSES.find((one) => raised.includes(one)) ?? 'ordinary';
}
