import type { QuestionView } from '@yimen/contracts';
import { rangeInWords } from '@yimen/rules';
import type { Words } from '@yimen/ui';

/** Why a number cannot be the answer, in the unit it is typed in; undefined when it can be, or nothing is answered. */
export function findWrongAnswer(
  { unit, smallest, largest }: Pick<QuestionView, 'unit' | 'smallest' | 'largest'>,
  value: unknown,
): Words | undefined {
  if (typeof value !== 'number' || smallest === null || largest === null) return undefined;
  if (Number.isSafeInteger(value) && value >= smallest && value <= largest) return undefined;
  const { zh, en } = rangeInWords(unit, { low: smallest, high: largest });
  return { zh: `${zh}。`, en: `${en}.` };
}
