import type { BodyOf, screenHousehold as contract, DeterminationView } from '@yimen/contracts';
import { policyOfPlace } from '../policy/index.ts';
import type { Services } from '../services.ts';
import { refuseFacts } from './refuse-facts.ts';
import { showDetermination } from './show-determination.ts';

/** What a household may be entitled to, from what somebody tells: nothing is stored and nobody is named. */
export function screenHousehold(
  { policy: set, rulebook }: Pick<Services, 'policy' | 'rulebook'>,
  { region, on, facts }: BodyOf<typeof contract>,
  now: Date,
): DeterminationView {
  const policy = policyOfPlace(set, { region, on }, now);
  const result = rulebook.determine(policy, facts);
  if (!result.ok) throw refuseFacts(result.issues, ['facts']);
  return showDetermination(result.determined);
}
