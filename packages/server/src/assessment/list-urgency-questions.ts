import type { listUrgencyQuestions as contract, ResponseOf } from '@yimen/contracts';
import { findQuestion, type PolicyOn, resolveTable, URGENCY_CLASSES } from '@yimen/rules';

/** The questions of the conditions in force, the highest class first: asks only what can change the class. */
export function listUrgencyQuestions(policy: PolicyOn): ResponseOf<typeof contract> {
  const table = resolveTable(policy, 'urgentRelief.urgencyConditions');
  if (!table.known) return { items: [] };
  const items = table.value.map((row) => {
    const id = String(row['question']);
    const question = findQuestion(policy, id);
    return {
      id,
      label: question?.label ?? { zh: String(row['labelZh']), en: String(row['labelEn']) },
      help: question?.help ?? null,
      options: [...(question?.options ?? [])],
      raises: URGENCY_CLASSES.find((one) => one === row['class']) ?? 'ordinary',
    };
  });
  return { items };
}
