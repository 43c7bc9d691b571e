import type { BodyOf, screenHousehold as contract, ScreeningView } from '@yimen/contracts';
import { explainProgrammes } from '@yimen/rules';
import { policyOfPlace } from '../policy/index.ts';
import type { Services } from '../services.ts';
import { assumedFacts } from './assumed-facts.ts';
import { determineScreening } from './determine-screening.ts';
import { refuseFacts } from './refuse-facts.ts';
import { showDetermination } from './show-determination.ts';

/** What a household may be entitled to, from what somebody tells: nothing is stored and nobody is named. */
export function screenHousehold(
  { policy: set, rulebook }: Pick<Services, 'policy' | 'rulebook'>,
  { region, on, facts }: BodyOf<typeof contract>,
  now: Date,
): ScreeningView {
  const policy = policyOfPlace(set, { region, on }, now);
  const result = determineScreening(rulebook, policy, facts);
  if (!result.ok) throw refuseFacts(result.issues, ['facts']);
  const { determined, provenanceOf } = result.screened;
  const explanations = explainProgrammes(determined, { extent: 'brief', provenanceOf });
  return { ...showDetermination(determined, { explanations }), assumed: [...assumedFacts(result.screened)] };
}
