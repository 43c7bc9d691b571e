import type { Determined, FactOrigin, PolicyOn, Rulebook } from '@yimen/rules';
import { factsForRules, type Known } from '../facts/index.ts';
import { refuseFacts } from '../screening/index.ts';

/** Every programme from what is known, and where each fact came from. */
export function determineHousehold(
  rulebook: Rulebook,
  policy: PolicyOn,
  known: Known,
): { readonly determined: Determined; readonly origins: readonly FactOrigin[] } {
  const { facts, origins } = factsForRules(rulebook.rulesOn(policy), known, policy.on);
  const result = rulebook.determine(policy, facts);
  if (!result.ok) throw refuseFacts(result.issues, ['facts']);
  return { determined: result.determined, origins };
}
