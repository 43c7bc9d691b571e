import type { ProgrammeResult } from '@yimen/contracts';
import { type Determined, type FactValue, type Programme, readValue } from '@yimen/rules';

type Document = ProgrammeResult['documents'][number];

/** Which papers this household needs; a paper whose condition is open is not yet known. */
export function neededDocuments({ documents }: Programme, determined: Determined): readonly Document[] {
  return documents.map(({ id, label, provider, when }) => ({
    id,
    label,
    provider,
    need: when === null ? 'needed' : needWhen(answersOf(when, determined)),
  }));
}

/** Of the household, or of any member or event. */
function answersOf(flag: string, { rules, values }: Determined): readonly FactValue[] {
  const on = rules.catalogue.entries.get(flag)?.on;
  if (on === undefined || on === 'household') return [readValue(rules, values, flag)];
  return values[on].map((_, index) => readValue(rules, values, flag, index));
}

function needWhen(answers: readonly FactValue[]): Document['need'] {
  if (answers.includes(true)) return 'needed';
  return answers.includes(null) ? 'notYetKnown' : 'notNeeded';
}
