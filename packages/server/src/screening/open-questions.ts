import type { NextQuestion } from '@yimen/contracts';
import { type Determined, type FactPlace, findQuestion, questionsFor } from '@yimen/rules';
import { questionView } from '../policy/index.ts';

/** What to ask, in the order that asks least; a form shows no more of them at once. */
export interface OpenQuestions {
  readonly next: readonly NextQuestion[];
  readonly count: number;
}

const MOST_AT_ONCE = 40;
/** One press answers what holds of nearly everybody. */
const MOST_USUAL = 200;

export function openQuestions(determined: Determined): OpenQuestions {
  const { rules, values, row } = determined;
  const open = questionsFor(rules, values, row);
  const room = { own: MOST_AT_ONCE, usual: MOST_USUAL };
  const next: NextQuestion[] = [];
  for (const place of open) {
    if (room.own === 0 && room.usual === 0) break;
    const question = findAsked(place, determined);
    const kind = question?.usual === null ? 'own' : 'usual';
    if (!question || room[kind] === 0) continue;
    room[kind] -= 1;
    next.push(question);
  }
  return { next, count: open.length };
}

function findAsked({ id, index }: FactPlace, { policy, rules }: Determined): NextQuestion | undefined {
  const question = findQuestion(policy, id);
  return question && { ...questionView(question, rules), index };
}
