import type { Facts } from '../decision.ts';
import type { Explanation } from '../explanation/explanation.ts';
import type { AidKind } from './decide-aid-kind.ts';
import type { GrantedByLevel, Ladder, LadderLevel, LadderStep } from './ladder.ts';
import type { UrgentReliefRefusal } from './refusal.ts';

export interface GrantRequest {
  readonly level: LadderLevel;
  readonly requestedFen: number;
  /** Granted so far under the caps (`readLadderCounting`), this request not included. */
  readonly grantedByLevel: GrantedByLevel;
  readonly aidKind: AidKind;
  /** Causes somebody may hold against the person, such as drunkDriving: noted for the human decision, never a refusal. */
  readonly causes?: readonly string[];
  /** Somebody in danger cannot wait for the lower levels: the reason, for the check afterwards. */
  readonly emergencyOverride?: { readonly reason: string } | undefined;
}

/** A request at its rung of the ladder of the place. */
export interface GrantOnLadder {
  readonly request: GrantRequest;
  readonly ladder: Ladder;
  readonly step: LadderStep;
}

/** One condition of a grant: its explanation, and the refusal if it does not hold. */
export interface GrantCheck {
  readonly node: Explanation;
  readonly refusal?: UrgentReliefRefusal;
  readonly facts?: Facts;
}
