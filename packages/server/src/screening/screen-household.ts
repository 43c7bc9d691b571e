import type { BodyOf, screenHousehold as contract, ScreeningView } from '@yimen/contracts';
import { explainProgrammes, type PolicyOn } from '@yimen/rules';
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
  return {
    ...showDetermination(determined, { explanations }),
    assumed: [...assumedFacts(result.screened)],
    byLargerPlace: byLargerPlace(policy, region),
  };
}

/** Whoever asks for a county must not take what a province or the nation says for what their county does. */
function byLargerPlace({ chain: [nearest] }: PolicyOn, region: string): ScreeningView['byLargerPlace'] {
  const asked = region.slice(0, DIGITS.county).replace(/(00)+$/, '');
  if (!nearest || asked.length <= DIGITS[nearest.level]) return null;
  const { zh, en } = nearest.name;
  return {
    zh: `以下按${zh}的规定试算，平台没有更具体的当地规定；当地另有规定的，以当地为准。`,
    en: `This is by the policy of ${en}: the platform has none of the place itself. Where it has its own, that counts.`,
  };
}

/** Of a region code (GB/T 2260), as far as a level is told by them. */
const DIGITS = { nation: 0, province: 2, city: 4, county: 6 } as const;
