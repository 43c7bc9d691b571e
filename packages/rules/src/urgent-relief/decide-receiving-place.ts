import { allow, type Decision } from '../decision.ts';
import { condition, fact, parameter } from '../explanation/build-explanation.ts';
import type { Explanation } from '../explanation/explanation.ts';
import { anyHolds, outcomeOf } from '../explanation/three-valued.ts';
import type { PolicyOn } from '../policy/policy-on.ts';
import { resolveFlag } from '../policy/read-parameter.ts';
import type { AidKind } from './decide-aid-kind.ts';
import { PLACE_LABELS } from './labels.ts';
import { refuseUnknown } from './refusal.ts';

export interface PlaceFacts {
  readonly aidKind: AidKind;
  readonly incidentHere: boolean | null;
  readonly hukouHere: boolean | null;
  readonly permitHere: boolean | null;
}

export interface ReceivingPlace {
  /** `here`: this window handles it; `helpOnward`: it stays ours until the rescue station or another place has accepted. */
  readonly way: 'here' | 'helpOnward' | 'unknown';
}

const WAYS = { yes: 'here', no: 'helpOnward', unknown: 'unknown' } as const;

/** 2020意见 第14条: the place of the difficulty handles urgent aid; nobody is turned away with a bare refusal. */
export function decideReceivingPlace(facts: PlaceFacts, policy: PolicyOn): Decision<ReceivingPlace, 'POLICY_UNKNOWN'> {
  const byIncident = resolveFlag(policy, 'urgentRelief.incidentPlaceHandles');
  if (!byIncident.known) return refuseUnknown(byIncident);
  const grounds = [
    ground('hukouHere', PLACE_LABELS.hukouHere, facts.hukouHere),
    ground('permitHere', PLACE_LABELS.permitHere, facts.permitHere),
  ];
  if (facts.aidKind !== 'expenditure' && byIncident.value) {
    grounds.unshift(ground('incidentHere', PLACE_LABELS.incidentHere, facts.incidentHere));
  }
  const outcome = anyHolds(grounds.map((node) => node.outcome ?? 'unknown'));
  const explanation = condition('urgentRelief.handledHere', PLACE_LABELS.here, outcome, [
    ...grounds,
    parameter(byIncident),
  ]);
  return allow({ way: WAYS[outcome] }, explanation);
}

function ground(id: string, label: Explanation['label'], value: boolean | null): Explanation {
  return condition(id, label, outcomeOf(value), [fact({ id, label, value, unit: 'flag', provenance: 'officer' })]);
}
