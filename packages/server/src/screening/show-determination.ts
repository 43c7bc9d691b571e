import type { DeterminationView } from '@yimen/contracts';
import { type Determined, explainProgrammes, type ProgrammeExplanation, type SayingOptions } from '@yimen/rules';
import { placeOf } from '../policy/index.ts';
import { listNames, startNames } from './missing-names.ts';
import { openQuestions } from './open-questions.ts';
import { programmeResults } from './programme-results.ts';

export interface Shown extends SayingOptions {
  /** Left out: told anew from the determination. */
  readonly explanations?: readonly ProgrammeExplanation[];
}

/** A determination as people read it: every programme, what is missing, and what to ask next. */
export function showDetermination(
  determined: Determined,
  { explanations = explainProgrammes(determined, { extent: 'brief' }), ...saying }: Shown = {},
): DeterminationView {
  const { policy } = determined;
  const names = startNames();
  const programmes = programmeResults(determined, explanations, saying, names);
  const { next, count } = openQuestions(determined);
  return {
    policyVersion: policy.version,
    on: policy.on,
    place: placeOf(policy),
    programmes: [...programmes],
    nextQuestions: [...next],
    openQuestionCount: count,
    missingFacts: listNames(names.facts),
    unknownParameters: listNames(names.parameters),
  };
}
