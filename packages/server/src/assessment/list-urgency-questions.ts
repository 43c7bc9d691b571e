import type { listUrgencyQuestions as contract, ResponseOf } from '@yimen/contracts';
import { findQuestion, type PolicyOn, type Rulebook, urgencyQuestions } from '@yimen/rules';

/** The questions the rules of the place ask, the highest class first: only what can change the class. */
export function listUrgencyQuestions(rulebook: Rulebook, policy: PolicyOn): ResponseOf<typeof contract> {
  const items = urgencyQuestions(rulebook.rulesOn(policy)).map(({ id, raises }) => {
    const question = findQuestion(policy, id);
    return {
      id,
      label: question?.label ?? { zh: id, en: id },
      help: question?.help ?? null,
      options: [...(question?.options ?? [])],
      raises,
    };
  });
  return { items };
}
