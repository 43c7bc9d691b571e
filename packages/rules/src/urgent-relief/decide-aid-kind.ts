import { condition, fact } from '../explanation/build-explanation.ts';
import type { Explanation } from '../explanation/explanation.ts';
import { allHold, outcomeOf } from '../explanation/three-valued.ts';
import { KIND_LABELS } from './labels.ts';

/** Urgent aid may go the small-amount way; expenditure aid goes by survey, check and publicity. */
export type AidKind = 'urgent' | 'expenditure' | 'unknown';

export interface AidKindFacts {
  /** The difficulty came from a sudden event, not from costs that add up. */
  readonly suddenEvent: boolean | null;
  /** Basic living is broken now; waiting for the procedure would harm. */
  readonly immediateNeed: boolean | null;
}

/** 2020意见 第15条: two kinds of temporary assistance and their two ways. */
export function decideAidKind(facts: AidKindFacts): { readonly kind: AidKind; readonly explanation: Explanation } {
  const sudden = node('suddenEvent', KIND_LABELS.sudden, facts.suddenEvent);
  const immediate = node('immediateNeed', KIND_LABELS.immediate, facts.immediateNeed);
  const outcome = allHold([outcomeOf(facts.suddenEvent), outcomeOf(facts.immediateNeed)]);
  const explanation = condition('urgentRelief.isUrgentKind', KIND_LABELS.urgent, outcome, [sudden, immediate]);
  if (outcome === 'unknown') return { kind: 'unknown', explanation };
  return { kind: outcome === 'yes' ? 'urgent' : 'expenditure', explanation };
}

function node(id: string, label: Explanation['label'], value: boolean | null): Explanation {
  return condition(id, label, outcomeOf(value), [fact({ id, label, value, unit: 'flag', provenance: 'officer' })]);
}
