import type { Text } from '../text.ts';

/**
 * U: at most one rule fits; A: several may, with one result; F: the first that fits, from above; C+: the sum of all
 * that fit.
 */
export const HIT_POLICIES = ['U', 'A', 'F', 'C+'] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];

/** A rule as a table with one result. Cells are FEEL: unary tests under the inputs, expressions as results. */
export interface DecisionTable {
  readonly hitPolicy: HitPolicy;
  readonly inputs: readonly TableInput[];
  readonly rules: readonly TableRule[];
  /** The result where no rule fits; without it that is not known (C+: 0). */
  readonly default?: string | undefined;
  /** Declared to leave no gap: refused when it does. */
  readonly complete?: boolean | undefined;
}

/** A column: what its cells test. */
export interface TableInput {
  readonly expression: string;
  readonly label?: Text | undefined;
}

/** A row. */
export interface TableRule {
  /** One cell for each input; `-` lets everything pass. */
  readonly when: readonly string[];
  readonly result: string;
  readonly clause?: string | undefined;
  readonly note?: Text | undefined;
}

/** Far above what people can read; a larger tariff is a parameter. */
export const TABLE_LIMITS = { inputs: 20, rules: 200, characters: 100_000 } as const;
