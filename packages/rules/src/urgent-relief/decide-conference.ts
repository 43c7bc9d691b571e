import { allow, type Decision, refuse } from '../decision.ts';
import { condition, fact } from '../explanation/build-explanation.ts';
import { outcomeOf } from '../explanation/three-valued.ts';
import { CONFERENCE_LABELS as LABELS } from './labels.ts';

/** What the record of a case conference says about money. */
export interface ConferenceHeld {
  /** Zero where the conference was against it. */
  readonly agreedFen: number;
  /** Already granted under it. */
  readonly grantedFen: number;
}

export type ConferenceRefusal = 'CASE_CONFERENCE_NEEDED' | 'CONFERENCE_AMOUNT_EXCEEDED';

/** 2020意见 第15条: where it is needed, one case is discussed by the county's mechanism, and no more is granted than it agreed. */
export function decideConference(
  grant: { readonly amountFen: number; readonly conferenceNeeded: boolean },
  held: ConferenceHeld | undefined,
): Decision<{ readonly roomFen: number | null }, ConferenceRefusal> {
  if (!grant.conferenceNeeded) return allow({ roomFen: null }, condition(ID, LABELS.notNeeded, 'yes'));
  const wanted = { id: 'amountFen', label: LABELS.amount, value: grant.amountFen, unit: 'fen' } as const;
  if (!held) {
    return refuse('CASE_CONFERENCE_NEEDED', { amountFen: grant.amountFen }, condition(ID, LABELS.held, 'no'));
  }
  const roomFen = held.agreedFen - held.grantedFen;
  const within = grant.amountFen <= roomFen;
  const agreed = { id: 'agreedFen', label: LABELS.agreed, value: held.agreedFen, unit: 'fen' } as const;
  const granted = { id: 'grantedFen', label: LABELS.granted, value: held.grantedFen, unit: 'fen' } as const;
  const explanation = condition(ID, LABELS.within, outcomeOf(within), [
    fact({ ...wanted, provenance: 'officer' }),
    fact({ ...agreed, provenance: 'register' }),
    fact({ ...granted, provenance: 'register' }),
  ]);
  if (within) return allow({ roomFen }, explanation);
  const facts = { agreedFen: held.agreedFen, grantedFen: held.grantedFen, roomFen, amountFen: grant.amountFen };
  return refuse('CONFERENCE_AMOUNT_EXCEEDED', facts, explanation);
}

const ID = 'urgentRelief.caseConference';
