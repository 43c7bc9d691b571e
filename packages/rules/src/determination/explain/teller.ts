import type { Explanation } from '../../explanation/explanation.ts';
import type { Formula, Measured, Who } from '../../explanation/formula.ts';
import type { Expression } from '../../feel/syntax/ast.ts';
import type { Catalogue, Entry } from '../check/catalogue.ts';
import type { Group } from '../core/core.ts';
import type { Compute } from '../run/compile-core.ts';
import type { At, Cursors } from './at.ts';
import type { CheckedParts } from './checked-parts.ts';
import type { Labels } from './labels.ts';

/** Tells a figure; without a household, the rule alone. What it rests on goes into `at.into`. */
export type Tell = (at: At | null) => Formula;

/** Tells a condition. */
export interface Condition {
  readonly holds: Compute;
  /** The rule alone. */
  readonly rule: () => Formula;
  /** What decides it for a household, each with its outcome. */
  readonly reasons: (at: At) => readonly Explanation[];
}

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
  readonly source: Sources;
}

/** Where values come from. */
export interface Sources {
  /** The explanation of a fact or variable, unless it was told; its value is told either way. */
  readonly entry: (entry: Entry, who: Who | undefined, at: At) => void;
  /** Of a condition that is a fact or variable: told every time, but why only once. */
  readonly flag: (entry: Entry, who: Who | undefined, at: At) => Explanation;
  readonly parameter: (id: string, at: At) => void;
  /** A cell of a table: as the parameter, with the value and the row. */
  readonly cell: (cell: Cell, at: At) => void;
}

export interface Cell extends Measured {
  readonly table: string;
  readonly column: string;
  readonly row: Formula | null;
  readonly lacksRow: boolean;
}
