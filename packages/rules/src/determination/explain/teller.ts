import type { Formula, Measured } from '../../explanation/formula.ts';
import type { Expression } from '../../feel/syntax/ast.ts';
import type { Catalogue, Entry } from '../check/catalogue.ts';
import type { Group } from '../core/core.ts';
import type { Compute } from '../run/compile-core.ts';
import type { At, Cursors } from './at.ts';
import type { CheckedParts } from './checked-parts.ts';
import type { Labels } from './labels.ts';
import type { PlanOf } from './telling-plan.ts';

/** Tells a figure. */
export interface Tell {
  /** The rule alone. */
  readonly rule: Formula;
  /** Of a household. What it rests on is added to `at.reasons`. */
  readonly told: (at: At) => Formula;
}

/** Tells a condition. */
export interface Condition {
  readonly holds: Compute;
  /** The rule alone. */
  readonly rule: Formula;
  readonly reasons: AddReasons;
  /** The same where nothing is required: of a choice between two ways. */
  readonly reasonsAsItIs: AddReasons;
  /** What makes it hold or not: a part of the rule, or which option it is instead. Asked after the reasons. */
  readonly why: (at: At) => Formula;
}

/** Adds what decides it for a household to `at.reasons`, each with its outcome. */
export type AddReasons = (at: At) => void;

/** What one rule is told from, made once. */
export interface Teller {
  readonly id: string;
  readonly scope: Entry['on'];
  readonly catalogue: Catalogue;
  readonly parts: CheckedParts;
  readonly cursors: Cursors;
  /** What each loop runs through. */
  readonly groups: ReadonlyMap<number, Group>;
  readonly labels: Labels;
  /** Its parts; a bare zero is told in the unit of what it stands beside. */
  readonly figure: (node: Expression, beside?: Expression) => Tell;
  readonly condition: (node: Expression) => Condition;
  /** Of the facts and variables it names. */
  readonly planOf: PlanOf;
}

export interface Cell extends Measured {
  readonly table: string;
  readonly column: string;
  readonly row: Formula | null;
  readonly lacksRow: boolean;
}
