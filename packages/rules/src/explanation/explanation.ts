import type { PlainDate } from '../calendar/plain-date.ts';
import type { PackLevel, SourceClass } from '../policy/pack.ts';
import type { ParameterValue, Period, Unit } from '../policy/unit.ts';
import type { Text } from '../text.ts';
import type { Formula, Who } from './formula.ts';

export const OUTCOMES = ['yes', 'no', 'unknown'] as const;
/** Three-valued: unknown is neither. */
export type Outcome = (typeof OUTCOMES)[number];

/** Why a result is what it is, as data: the same tree is shown to citizen, officer and auditor. */
export interface Explanation {
  /** Stable id of the condition or figure, such as `urgentRelief.withinLevelCap`. */
  readonly id: string;
  readonly label: Text;
  /** Of a condition; null for a bare figure. */
  readonly outcome: Outcome | null;
  readonly value: ParameterValue | null;
  readonly unit: Unit | null;
  readonly per: Period | null;
  readonly source: Source | null;
  readonly children: readonly Explanation[];
  /** Of a member or an event; left out for the household, as are all below where they do not apply. */
  readonly who?: Who | undefined;
  /** Words of the option, where the value is one. */
  readonly option?: Text | undefined;
  /** Of a fact or rule that is yes or no: what the condition it stands in requires. */
  readonly expected?: boolean | undefined;
  /** What decides, or how the figure is made: of a rule and of a condition in it. */
  readonly formula?: Formula | undefined;
  /** Of a rule that is a decision table: the row that decides. */
  readonly tableRow?: TableRow | undefined;
  /** Of a cell that is not known because no row fits; the formula says which row that would be. */
  readonly lacksRow?: true | undefined;
  /** What to ask, where the result is not yet known. */
  readonly missing?: Missing | undefined;
}

export interface TableRow {
  /** As people count. */
  readonly number: number;
  /** The article of the row, where it has one of its own. */
  readonly basis: { readonly clauseId: string; readonly instrumentTitle: Text; readonly article: Text } | null;
  readonly note: Text | null;
}

/** What would decide. */
export interface Missing {
  /** In the order that asks least; the decisive ones first. */
  readonly facts: readonly MissingFact[];
  /** What the decisive ones can make of it at once; null where that may be either. Older explanations lack it. */
  readonly towards?: 'yes' | 'no' | null;
  /** Some answers were seen to make it so; otherwise they only may. Older explanations lack it. */
  readonly isTried?: boolean;
  /** Without the figures and rules below no facts make it so, or none make it not so. Older explanations lack it. */
  readonly needsParameters?: boolean;
  /** Figures and rules the policy does not have on the day. */
  readonly parameters: readonly { readonly id: string; readonly label: Text }[];
  /** Tables without a row for this household, where no fact can decide. */
  readonly rows?: readonly MissingRow[];
}

export interface MissingRow {
  /** Of the column: `medical.premiumShare.share`. */
  readonly id: string;
  /** Of the table. */
  readonly label: Text;
  /** By what the row was looked for; null where that cannot be said in a word. */
  readonly row: Formula | null;
}

export interface MissingFact {
  readonly id: string;
  readonly label: Text;
  readonly who?: Who;
  /** Explanations are kept as they were made; the older ones lack it. */
  readonly unit?: Unit;
  /** One of the fewest that can decide. */
  readonly isDecisive: boolean;
}

export type Source = FactSource | ParameterSource | RuleSource | CalculationSource;

export const PROVENANCES = ['stated', 'observed', 'document', 'dataSource', 'register', 'officer', 'assumed'] as const;
/**
 * Where a fact came from: said by the person, seen on the spot, a paper, another system, our own books, an officer's
 * entry; or from nobody, only taken for granted while somebody tries what they may receive.
 */
export type Provenance = (typeof PROVENANCES)[number];

export interface FactSource {
  readonly kind: 'fact';
  readonly provenance: Provenance;
}

export interface ParameterSource extends PolicySource {
  readonly kind: 'parameter';
}

/** The version of a rule that was in force. */
export interface RuleSource extends PolicySource {
  readonly kind: 'rule';
  /** The rule in a sentence, for the people it is about. */
  readonly sentence: Text | null;
}

/** Which pack says so, by which article, and since when. */
export interface PolicySource {
  readonly packId: string;
  readonly packName: Text;
  readonly packLevel: PackLevel;
  readonly clauseId: string;
  readonly instrumentTitle: Text;
  readonly docNo: string | null;
  readonly article: string;
  /** Explanations are kept as they were made; the older ones lack it. */
  readonly articleEn?: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly sourceClass: SourceClass;
}

export interface CalculationSource {
  readonly kind: 'calculation';
}
