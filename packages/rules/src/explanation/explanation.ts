import type { PlainDate } from '../calendar/plain-date.ts';
import type { PackLevel, SourceClass } from '../policy/pack.ts';
import type { ParameterValue, Period, Unit } from '../policy/unit.ts';
import type { Text } from '../text.ts';

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
}

export type Source = FactSource | ParameterSource | CalculationSource;

export const PROVENANCES = ['stated', 'observed', 'document', 'dataSource', 'register', 'officer'] as const;
/** Where a fact came from: said by the person, seen on the spot, a paper, another system, our own books, an officer's entry. */
export type Provenance = (typeof PROVENANCES)[number];

export interface FactSource {
  readonly kind: 'fact';
  readonly provenance: Provenance;
}

export interface ParameterSource {
  readonly kind: 'parameter';
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
