import { type Refused, refuse } from '../decision.ts';
import { parameter } from '../explanation/build-explanation.ts';
import type { Unknown } from '../policy/resolve-parameter.ts';

/** Codes of the urgent-relief rules; each needs a text and a next step in the registry of the contracts. */
export const URGENT_RELIEF_REFUSALS = [
  'POLICY_UNKNOWN',
  'AMOUNT_INVALID',
  'EXPENDITURE_BY_PROCEDURE',
  'AID_KIND_UNKNOWN',
  'LADDER_LEVEL_MISSING',
  'CAP_EXCEEDED',
  'LADDER_NOT_EXHAUSTED',
  'REASON_NEEDED',
  'SAME_EVENT',
  'EVIDENCE_REUSED',
  'CASE_CONFERENCE_NEEDED',
  'CONFERENCE_AMOUNT_EXCEEDED',
] as const;
export type UrgentReliefRefusal = (typeof URGENT_RELIEF_REFUSALS)[number];

/** A figure is missing for the day: refused, never guessed. */
export function refuseUnknown(missing: Unknown): Refused<'POLICY_UNKNOWN'> {
  const facts = { parameter: missing.id, label: missing.label?.zh ?? missing.id, on: missing.on };
  return refuse('POLICY_UNKNOWN', facts, parameter(missing));
}
