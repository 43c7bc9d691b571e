import type { Clause, DatedExpression, DatedValue, Instrument, Pack, Vector } from '../pack.ts';

export const CHANGE_KINDS = ['pack', 'document', 'parameterValue', 'ruleVersion', 'vector'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One thing a release (政策发布) changes in one pack. Nothing that was decided is edited: values and versions are added. */
export type PolicyChange = PackChange | DocumentChange | ParameterValueChange | RuleVersionChange | VectorChange;

export type ChangeOf<Kind extends ChangeKind> = Extract<PolicyChange, { readonly kind: Kind }>;

/** A place that had no pack of its own gets one; it inherits everything it does not say. */
export interface PackChange {
  readonly kind: 'pack';
  readonly packId: string;
  readonly pack: Pick<Pack, 'name' | 'level' | 'inherits' | 'regions'>;
}

/** A document that sets the rules, with the articles cited from it. */
export interface DocumentChange {
  readonly kind: 'document';
  readonly packId: string;
  readonly instrument: Instrument;
  readonly clauses: readonly Clause[];
}

export interface ParameterValueChange {
  readonly kind: 'parameterValue';
  readonly packId: string;
  /** Id of the parameter. */
  readonly target: string;
  readonly value: DatedValue;
}

export interface RuleVersionChange {
  readonly kind: 'ruleVersion';
  readonly packId: string;
  /** Id of the rule. */
  readonly target: string;
  readonly version: DatedExpression;
}

/** A worked example, new or in place of the one with its id: it says what is expected, not what was decided. */
export interface VectorChange {
  readonly kind: 'vector';
  readonly packId: string;
  readonly vector: Vector;
}

/** What a change is about, written one way: a release says each of these at most once. */
export function changeKey(change: PolicyChange): string {
  switch (change.kind) {
    case 'pack':
      return `pack ${change.packId}`;
    case 'document':
      return `document ${change.packId} ${change.instrument.id}`;
    case 'parameterValue':
      return `parameterValue ${change.packId} ${change.target} ${change.value.area ?? '-'} ${change.value.from}`;
    case 'ruleVersion':
      return `ruleVersion ${change.packId} ${change.target} ${change.version.from}`;
    case 'vector':
      return `vector ${change.packId} ${change.vector.id}`;
  }
}
