import type { EVENT_KINDS, RELATIONS } from '@yimen/contracts';
import type { FactValue } from '@yimen/rules';
import type { HouseholdMember } from '../households/index.ts';
import { countyOf, townshipOf } from '../organisation/index.ts';
import { civilDate } from '../platform/clock/clock.ts';

/** What the register says of a member, by question: nobody is asked for it. */
export function registerFactsOf(member: HouseholdMember): Readonly<Record<string, FactValue>> {
  const { birthDate, relation, hukouRegionCode, residenceRegionCode } = member;
  const hukouAtResidence =
    hukouRegionCode === null ? null : townshipOf(hukouRegionCode) === townshipOf(residenceRegionCode);
  return { birthDate, relation: RELATION[relation], hukouAtResidence };
}

/** The day of the application; and where all members have their hukou in the county of the case, or none: of a household in between somebody is asked. */
export function householdFactsOf(
  members: readonly HouseholdMember[],
  { region_code: place, opened_at }: Pick<CaseOfFacts, 'region_code' | 'opened_at'>,
): Readonly<Record<string, FactValue>> {
  const here = new Set(
    members.map(({ hukouRegionCode: hukou }) => (hukou === null ? null : countyOf(hukou) === countyOf(place))),
  );
  const [hukouHere = null] = here;
  return { appliedOn: civilDate(opened_at), hukouHere: here.size === 1 ? hukouHere : null };
}

/** A case and its event, as facts are drawn from them. */
export type CaseOfFacts = {
  readonly id: string;
  readonly household_id: string;
  /** Where it happened: the window of that place took it in. */
  readonly region_code: string;
  readonly event_kind: string;
  readonly occurred_on: string;
  readonly opened_at: Date;
};

/** What the case says of its event. */
export function eventFactsOf(found: CaseOfFacts): Readonly<Record<string, FactValue>> {
  const kinds: Readonly<Record<string, FactValue>> = EVENT;
  return { eventKind: kinds[found.event_kind] ?? null, occurredOn: found.occurred_on, incidentHere: true };
}

const RELATION: Readonly<Record<(typeof RELATIONS)[number], FactValue>> = {
  head: 'self',
  spouse: 'spouse',
  child: 'child',
  'child-in-law': 'other',
  parent: 'parent',
  'parent-in-law': 'parentInLaw',
  grandchild: 'grandchild',
  grandparent: 'grandparent',
  sibling: 'sibling',
  'other-relative': 'other',
  'not-related': 'other',
};

const EVENT: Readonly<Record<(typeof EVENT_KINDS)[number], FactValue>> = {
  fire: 'fire',
  'traffic-accident': 'trafficAccident',
  'work-accident': 'accident',
  'other-accident': 'accident',
  'serious-illness': 'illness',
  'natural-disaster': 'disaster',
  'death-of-breadwinner': 'death',
  'job-loss': 'jobLoss',
  'child-alone': 'other',
  violence: 'violence',
  destitute: 'other',
  other: 'other',
};
