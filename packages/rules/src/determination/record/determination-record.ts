import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Provenance } from '../../explanation/explanation.ts';
import type { HouseholdFacts } from '../../household-facts.ts';
import type { ProgrammeExplanation } from '../explain/explain-programmes.ts';
import type { FactPlace } from '../missing/fact-keys.ts';
import type { ProgrammeOutcome } from '../outcome/programme-outcomes.ts';

/**
 * Raised when the same facts and packs may be determined or told otherwise than before. Records of every version are
 * in `server/test-data/records`; `node tools/keep-records.ts` writes those of a new one.
 */
export const ENGINE_VERSION = 4;

/** Everything a determination was made from and what it came to, so that anybody can make it again. */
export interface DeterminationRecord {
  readonly engineVersion: number;
  /** Content hash of the pack set. */
  readonly policyVersion: string;
  readonly packId: string;
  readonly regionCode: string;
  readonly on: PlainDate;
  readonly facts: HouseholdFacts;
  readonly origins: readonly FactOrigin[];
  readonly outcomes: readonly ProgrammeOutcome[];
  /** Every fact and variable that is known. */
  readonly values: HouseholdFacts;
  readonly explanations: readonly ProgrammeExplanation[];
}

/** Where one fact came from; a fact without one was stated. */
export interface FactOrigin extends FactPlace {
  readonly provenance: Provenance;
}
