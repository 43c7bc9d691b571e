import { findPolicyForRegion, type PolicyOn, type PolicySet } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import { refused } from '../platform/refused.ts';

export type PlaceAndDay = {
  readonly region?: string | undefined;
  readonly on?: string | undefined;
};

/** The policy of a place on a day; of the nation where no place is named, and of today. */
export function policyOfPlace(set: PolicySet, { region = '', on }: PlaceAndDay, now: Date): PolicyOn {
  const policy = findPolicyForRegion(set, region, on ?? civilDate(now));
  if (!policy) throw refused('POLICY_UNKNOWN', { region });
  return policy;
}

/** By whose policy: the nearest pack. */
export function placeOf({ chain }: PolicyOn): { id: string; label: { zh: string; en: string } } {
  const [nearest] = chain;
  return { id: nearest?.id ?? '', label: nearest?.name ?? { zh: '', en: '' } };
}
