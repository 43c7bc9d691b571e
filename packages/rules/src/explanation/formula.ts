import type { ParameterValue, Period, Unit } from '../policy/unit.ts';
import type { Text } from '../text.ts';

/**
 * A calculation or a condition as the rule states it, with what each name stood for. It holds no words of ours:
 * these are made of it when it is shown, with names or with figures.
 */
export type Formula =
  | Figure
  | Operation
  | RoundedFormula
  | ChosenFormula
  | TotalFormula
  | Comparison
  | Membership
  | Within
  | FlagTest
  | Combination
  | OfMembers;

/** Of whom: the member or event at this place of the facts. */
export interface Who {
  readonly on: 'person' | 'event';
  readonly index: number;
}

export interface Measured {
  /** Null: not known, or told without figures. */
  readonly value: ParameterValue | null;
  readonly unit: Unit | null;
  readonly per: Period | null;
  /** Words of the option, where the value is one. */
  readonly option?: Text | undefined;
}

/** A name with its value; a bare number has no label. */
export interface Figure extends Measured {
  readonly kind: 'figure';
  readonly id: string | null;
  readonly label: Text | null;
  readonly who?: Who | undefined;
}

export const FORMULA_OPERATORS = [
  '+',
  '-',
  '*',
  '/',
  'negate',
  'least',
  'greatest',
  'absolute',
  'monthsBetween',
  'monthsBeyondYears',
  'yearsBetween',
  'daysBetween',
] as const;
export type FormulaOperator = (typeof FORMULA_OPERATORS)[number];

export interface Operation {
  readonly kind: 'operation';
  readonly operator: FormulaOperator;
  readonly parts: readonly Formula[];
}

export type RoundingWay = 'floor' | 'ceiling' | 'up' | 'down' | 'half up' | 'half down';

/** Rounded to a multiple of `to`, in the unit of the figure. */
export interface RoundedFormula {
  readonly kind: 'rounded';
  readonly way: RoundingWay;
  readonly to: number;
  readonly unit: Unit | null;
  readonly of: Formula;
}

/** One way or the other, as a condition says: `holds` null in a rule that is told without figures. */
export interface ChosenFormula {
  readonly kind: 'chosen';
  readonly holds: 'yes' | 'no' | 'unknown' | null;
  readonly condition: Formula;
  readonly ifSo: Formula | null;
  readonly otherwise: Formula | null;
}

/** Of the members (or events) for whom `where` holds; `parts` are theirs. */
export interface TotalFormula {
  readonly kind: 'total';
  readonly fold: 'sum' | 'count' | 'least' | 'greatest';
  readonly over: Who['on'];
  readonly item: Formula | null;
  readonly where: Formula | null;
  readonly parts: readonly Formula[] | null;
}

/** One side of a comparison, with what it comes to. */
export interface Side extends Measured {
  readonly formula: Formula;
}

export interface Comparison {
  readonly kind: 'comparison';
  readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
  readonly left: Side;
  readonly right: Side;
}

/** One of several, or of a list of the policy. */
export interface Membership {
  readonly kind: 'membership';
  readonly isNegated: boolean;
  readonly of: Side;
  readonly among: readonly Formula[];
}

export interface Within {
  readonly kind: 'within';
  readonly isNegated: boolean;
  readonly of: Side;
  readonly low: Side;
  readonly high: Side;
  readonly isLowIncluded: boolean;
  readonly isHighIncluded: boolean;
}

/** Something that must be so, or must not. */
export interface FlagTest {
  readonly kind: 'flag';
  readonly expected: boolean;
  readonly of: Formula;
}

export interface Combination {
  readonly kind: 'combination';
  readonly operator: 'and' | 'or';
  readonly parts: readonly Formula[];
}

/** That a condition holds for some, or for every one. */
export interface OfMembers {
  readonly kind: 'members';
  readonly quantifier: 'some' | 'every';
  readonly over: Who['on'];
  readonly where: Formula | null;
  readonly condition: Formula;
}
