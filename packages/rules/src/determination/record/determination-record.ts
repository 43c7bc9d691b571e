import type { PlainDate } from '../../calendar/plain-date.ts';
import type { FactValue } from '../../decision.ts';
import type { Explanation, Provenance } from '../../explanation/explanation.ts';
import type { Area } from '../../policy/unit.ts';
import type { HouseholdFacts } from '../facts/read-facts.ts';
import type { FactPlace } from '../missing/fact-sets.ts';
import type { ProgrammeOutcome } from '../outcome/programme-outcomes.ts';

/** Raised when the same facts and the same packs could be determined or told otherwise than before. */
export const ENGINE_VERSION = 1;

/** Where one fact came from. */
export interface FactOrigin extends FactPlace {
  readonly provenance: Provenance;
}

/** Everything a determination was made from and came to, so that anybody can make it again. */
export interface DeterminationRecord {
  readonly engineVersion: number;
  /** Content hash of the pack set. */
  readonly policyVersion: string;
  readonly packId: string;
  readonly regionCode: string;
  readonly area: Area | null;
  readonly on: PlainDate;
  readonly facts: HouseholdFacts;
  readonly origins: readonly FactOrigin[];
  readonly outcomes: readonly ProgrammeOutcome[];
  /** Of every fact and variable that is known. */
  readonly values: RecordedValues;
  readonly explanations: readonly ProgrammeExplanation[];
}

export interface RecordedValues {
  readonly household: Readonly<Record<string, FactValue>>;
  readonly members: readonly Readonly<Record<string, FactValue>>[];
  readonly events: readonly Readonly<Record<string, FactValue>>[];
}

/** Why one programme comes out as it does, and how its amount is made. */
export interface ProgrammeExplanation {
  readonly programme: string;
  /** Of the member or event; 0 for the household. */
  readonly index: number;
  readonly eligible: Explanation;
  /** Null when there is none, or it is plain that nothing is due. */
  readonly amount: Explanation | null;
}
