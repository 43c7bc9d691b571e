import type { CheckedRules, HouseholdColumns, ParameterValue, PolicyOn, PolicyRow, Results } from '@yimen/rules';
import type { RulesSource } from '../../packages/server/src/mass-determination/index.ts';

/** A set of rules to be measured, with the places it is used in. */
export interface Subject {
  readonly name: string;
  readonly title: string;
  readonly source: RulesSource;
  /** The rules and figures of one place, in words. */
  readonly policy: PolicyOn;
  readonly rules: CheckedRules;
  readonly rows: readonly PolicyRow[];
  /** The same figures as the packs have them, for the slow interpreter. */
  readonly parameters: readonly ReadonlyMap<string, ParameterValue>[];
  /** Every standard five in the hundred higher. */
  readonly raised: readonly PolicyRow[];
  /** Programmes a household is in one of. */
  readonly classes: readonly string[];
  readonly households: (count: number) => HouseholdColumns;
  /** Households a second and core that are asked for. */
  readonly bar: number;
  /** The same rules written out as a loop, made ready for these columns. */
  readonly byHand: (columns: HouseholdColumns, results: Results) => () => void;
}
