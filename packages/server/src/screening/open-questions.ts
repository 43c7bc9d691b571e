import type { NextQuestion } from '@yimen/contracts';
import { type Determined, type FactPlace, findQuestion, questionsFor } from '@yimen/rules';
import { questionView } from '../policy/index.ts';

/** What to ask, in the order that asks least; a form shows no more of them at once. */
export interface OpenQuestions {
  readonly next: readonly NextQuestion[];
  readonly count: number;
}

const MOST_AT_ONCE = 40;

export function openQuestions(determined: Determined): OpenQuestions {
  const { rules, values, row } = determined;
  const open = questionsFor(rules, values, row);
  return { next: open.slice(0, MOST_AT_ONCE).flatMap((place) => asked(place, determined)), count: open.length };
}

function asked({ id, index }: FactPlace, { policy, rules }: Determined): readonly NextQuestion[] {
  const question = findQuestion(policy, id);
  return question ? [{ ...questionView(question, rules), index }] : [];
}
