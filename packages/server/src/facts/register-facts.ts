import type { EVENT_KINDS, RELATIONS } from '@yimen/contracts';
import type { FactValue } from '@yimen/rules';
import type { HouseholdMember } from '../households/index.ts';

/** What the register says of a member, by question: nobody is asked for it. */
export function registerFactsOf({ birthDate, relation }: HouseholdMember): Readonly<Record<string, FactValue>> {
  return { birthDate, relation: RELATION[relation] };
}

/** What the case says of its event. */
export function eventFactsOf(found: { readonly event_kind: string; readonly occurred_on: string }) {
  const kinds: Readonly<Record<string, FactValue>> = EVENT;
  return { eventKind: kinds[found.event_kind] ?? null, occurredOn: found.occurred_on };
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
