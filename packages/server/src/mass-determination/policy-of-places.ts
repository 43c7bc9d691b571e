import {
  type CheckedRules,
  findPolicyForRegion,
  type PolicyOn,
  type PolicyRow,
  type PolicySet,
  policyRow,
  type Rulebook,
  RulesRefused,
  ruleSetOf,
} from '@yimen/rules';
import { type Place, type PlaceRows, rowsOfPlaces } from './place.ts';
import type { RulesSource } from './task.ts';

/** What one pack says about its places on one day, ready for threads. */
export interface PackPolicy extends PlaceRows {
  readonly packId: string;
  readonly policy: PolicyOn;
  readonly rules: CheckedRules;
  readonly source: RulesSource;
  readonly rows: readonly PolicyRow[];
}

/** The pack that speaks for a township; undefined where none does. */
export function packIdOf(set: PolicySet, regionCode: string, on: string): string | undefined {
  return findPolicyForRegion(set, regionCode, on)?.chain[0]?.id;
}

/** Places by the pack that decides there. What no pack speaks for is left out. */
export function policyOfPlaces(
  rulebook: Pick<Rulebook, 'rulesOn'>,
  set: PolicySet,
  on: string,
  places: readonly Place[],
): readonly PackPolicy[] {
  const groups = Map.groupBy(places, ({ regionCode }) => packIdOf(set, regionCode, on));
  return [...groups].flatMap(([packId, own]) => {
    const policy = findPolicyForRegion(set, own[0]?.regionCode ?? '', on);
    if (packId === undefined || !policy) return [];
    const rules = rulebook.rulesOn(policy);
    const row = ({ area }: Place) => rowOf(rules, policy, area);
    const made = rowsOfPlaces(own, ({ area }) => area, row);
    return [{ packId, policy, rules, source: { set: ruleSetOf(policy.chain), on }, ...made }];
  });
}

function rowOf(rules: CheckedRules, policy: PolicyOn, area: Place['area']): PolicyRow {
  const made = policyRow(rules, policy, area === 'unknown' ? null : area);
  if (!made.ok) throw new RulesRefused(made.issues);
  return made.row;
}
