import type { PlainDate } from '../calendar/plain-date.ts';
import type { DecisionTable } from '../decision-table/decision-table.ts';
import type { HouseholdFacts } from '../household-facts.ts';
import type { Text } from '../text.ts';
import type { Area, ParameterValue, Period, Unit } from './unit.ts';

export const PACK_LEVELS = ['nation', 'province', 'city', 'county'] as const;
export type PackLevel = (typeof PACK_LEVELS)[number];

/** How far a figure may be trusted: printed in the instrument, read in a copy, told by the press, or set by us. */
export const SOURCE_CLASSES = ['official', 'copy', 'media', 'platform-default'] as const;
export type SourceClass = (typeof SOURCE_CLASSES)[number];

/** What one locality decided, as a folder of `policies/`. Inherits whatever it does not say from `inherits`. */
export interface Pack {
  readonly id: string;
  readonly name: Text;
  readonly level: PackLevel;
  readonly inherits: string | null;
  /** Prefixes of region codes that live under this pack; the longest prefix wins. */
  readonly regions: readonly string[];
  readonly instruments: readonly Instrument[];
  readonly clauses: readonly Clause[];
  readonly parameters: readonly Parameter[];
  readonly rules: readonly Rule[];
  readonly programmes: readonly Programme[];
  readonly procedures: readonly Procedure[];
  readonly questions: readonly Question[];
  readonly vectors: readonly Vector[];
  readonly departments: readonly DepartmentDuty[];
}

/** A document that sets rules. */
export interface Instrument {
  readonly id: string;
  readonly title: Text;
  readonly docNo: string | null;
  readonly issuer: string;
  readonly issuedOn: PlainDate | null;
  readonly effectiveFrom: PlainDate;
  /** Last day in force; null while in force. */
  readonly effectiveTo: PlainDate | null;
  readonly sourceUrl: string | null;
  readonly sourceClass: SourceClass;
}

/** One article of an instrument, paraphrased in our own words. */
export interface Clause {
  readonly id: string;
  readonly instrument: string;
  /** As the document counts, and how it is cited in English: 第四十七条, Article 47. */
  readonly article: Text;
  readonly paraphrase: Text;
}

/** A figure or switch the policy sets. `definition` stands once per chain; packs below only add values. */
export interface Parameter {
  readonly id: string;
  readonly definition: ParameterDefinition | null;
  readonly values: readonly DatedValue[];
}

export interface ParameterDefinition {
  readonly label: Text;
  readonly unit: Unit;
  readonly per: Period | null;
  /** True when every value needs an area (urban or rural). */
  readonly byArea: boolean;
  /** Allowed values of a text parameter; null = free. */
  readonly options: readonly string[] | null;
  readonly labels?: OptionLabels | undefined;
  /** Columns of a table parameter; empty otherwise. */
  readonly columns: readonly Column[];
  /** What values may reach, so that rules can compute with them exactly; null = what is usual for the unit. */
  readonly smallest: number | null;
  readonly largest: number | null;
}

/** What options are called that no question or rule names. */
export type OptionLabels = Readonly<Record<string, Text>>;

export interface Column {
  readonly id: string;
  readonly label: Text;
  readonly unit: Unit;
  readonly nullable: boolean;
  readonly options: readonly string[] | null;
  readonly labels?: OptionLabels | undefined;
  readonly smallest: number | null;
  readonly largest: number | null;
}

export interface DatedValue {
  readonly from: PlainDate;
  /** Last day; null = until the next value of this pack begins. */
  readonly to: PlainDate | null;
  readonly area: Area | null;
  /** null = repealed here: the pack above speaks again. */
  readonly value: ParameterValue | null;
  readonly clause: string;
  /** null = as trustworthy as the instrument of the clause. */
  readonly sourceClass: SourceClass | null;
  readonly note: Text | null;
}

export const PROGRAMME_CATEGORIES = ['basicLiving', 'special', 'urgent', 'social'] as const;
export type ProgrammeCategory = (typeof PROGRAMME_CATEGORIES)[number];

/** Credit is paid back. */
export const BENEFIT_KINDS = ['money', 'kind', 'service', 'credit'] as const;
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

export const RULE_SCOPES = ['household', 'person', 'event'] as const;
/** Whom a fact or a rule is about. A household has members (persons) and may have events. */
export type RuleScope = (typeof RULE_SCOPES)[number];

/** A figure or answer that follows from facts, parameters and other rules. Defined once per chain, like a parameter. */
export interface Rule {
  readonly id: string;
  readonly definition: RuleDefinition | null;
  readonly versions: readonly DatedExpression[];
}

export interface RuleDefinition {
  readonly on: RuleScope;
  readonly label: Text;
  readonly unit: Unit;
  readonly per: Period | null;
  /** Of a code (unit text); empty otherwise. */
  readonly options: readonly QuestionOption[];
  /** Under which the workbench lists it; left out: among the others. */
  readonly topic?: Text;
}

export interface DatedExpression {
  readonly from: PlainDate;
  /** Last day; null = until the next version of this pack begins. */
  readonly to: PlainDate | null;
  /** FEEL, as docs/rules-language.md has it; null = repealed here: the pack above speaks again. */
  readonly expression: string | null;
  /** The rule as a table; the expression is empty then. */
  readonly table?: DecisionTable;
  readonly clause: string;
  /** What to tell a citizen, where the labels alone read badly. */
  readonly sentence: Text | null;
}

/** Ids of the rules that decide about a programme. */
export interface ProgrammeRules {
  readonly eligible: string;
  readonly amount: string | null;
  /** Day from which it is paid, of the same or of the household; null = nothing is said. */
  readonly paidFrom: string | null;
  /** Last day it can be paid, likewise. */
  readonly paidUntil: string | null;
}

/** One scheme of the "8+1": known, named, owned, and how it is decided. */
export interface Programme {
  readonly id: string;
  readonly name: Text;
  readonly category: ProgrammeCategory;
  readonly unit: 'person' | 'household' | 'event';
  /** Duty id of the department map, never a bureau: who bears it differs between counties. */
  readonly leadDuty: string;
  readonly benefits: readonly BenefitKind[];
  readonly procedure: string | null;
  readonly clauses: readonly string[];
  /** Null: nobody can say from facts alone; a person decides. */
  readonly determination: ProgrammeRules | null;
  /** Programmes that cannot be had beside this one; `excludedBeside` adds those that say so of it. */
  readonly excludes: readonly string[];
  readonly applyAt: ApplyAt;
  readonly documents: readonly ProgrammeDocument[];
  readonly decider: Decider | null;
  readonly limits: readonly ProgrammeLimit[];
  /** What is shown in public and how long; empty = nothing may be. */
  readonly publicity: readonly Publicity[];
  /** Parameter that says how often it is reviewed. */
  readonly reviewEvery: string | null;
}

export const APPLY_AT = ['window', 'school', 'hospital', 'rescueStation', 'department', 'nobody'] as const;
/** Where it is applied for; nobody applies for what comes by itself. */
export type ApplyAt = (typeof APPLY_AT)[number];

export interface ProgrammeDocument {
  readonly id: string;
  readonly label: Text;
  readonly provider: 'applicant' | 'worker' | 'dataSource';
  /** Flag (fact or rule) that makes it necessary, of the household or of any member; null = always. */
  readonly when: string | null;
  readonly clause: string;
}

/** Who decides: a duty of the department map at a level, and the flag parameter that hands it to the township. */
export interface Decider {
  readonly duty: string;
  readonly level: 'village' | 'township' | 'county';
  readonly delegatedWhen: string | null;
}

export interface ProgrammeLimit {
  readonly id: string;
  readonly label: Text;
  /** Parameter with the time limit. */
  readonly parameter: string;
}

export const PUBLIC_FIELDS = ['name', 'memberCount', 'amount', 'reasonClass'] as const;
export type PublicField = (typeof PUBLIC_FIELDS)[number];

export interface Publicity {
  readonly id: string;
  readonly label: Text;
  /** Parameter with its length. */
  readonly parameter: string;
  readonly shows: readonly PublicField[];
  readonly clause: string;
}

/** Steps of one way of handling, as data. */
export interface Procedure {
  readonly id: string;
  readonly name: Text;
  readonly steps: readonly ProcedureStep[];
}

export interface ProcedureStep {
  readonly id: string;
  readonly label: Text;
  /** Role of the post that acts (a bundle of permissions). */
  readonly actor: string;
  readonly limit: StepLimit | null;
  readonly clause: string;
  /** Why and when this step may be left out; null = never. */
  readonly skippableWhen: SkipCondition | null;
}

/** How long: the figure stands in a parameter, whose unit says which clock runs. */
export interface StepLimit {
  readonly parameter: string;
  /** What starts the clock: acceptance of the case, or the end of the step before. */
  readonly startsAt: 'acceptance' | 'previousStep' | 'payment' | 'report';
}

/** A flag parameter or a fact that must hold. Written as a pair, so that an expression can replace it later. */
export interface SkipCondition {
  readonly kind: 'fact' | 'parameter';
  readonly id: string;
  readonly label: Text;
}

/** A fact a form can ask for. */
export interface Question {
  readonly id: string;
  readonly on: RuleScope;
  readonly label: Text;
  readonly help: Text | null;
  readonly unit: Unit;
  readonly per: Period | null;
  /** A value beyond these is refused; null = what is usual for the unit. */
  readonly smallest: number | null;
  readonly largest: number | null;
  /** Of a date: it cannot lie after the day of the determination. */
  readonly past?: true | undefined;
  readonly options: readonly QuestionOption[];
  readonly sensitivity: 'open' | 'internal' | 'sensitive';
  /** True when a data source can answer; such a fact is not asked for as paper. */
  readonly dataSource: string | null;
  /** What holds of nearly everybody: offered to be confirmed together with others, never assumed. */
  readonly usual: boolean | string | null;
}

export interface QuestionOption {
  readonly id: string;
  readonly label: Text;
  /** Holds of one member of a household at most. */
  readonly once?: true | undefined;
}

/** A worked example of the policy: it must come out before the pack may be published. */
export interface Vector {
  readonly id: string;
  readonly title: Text;
  readonly on: PlainDate;
  /** Id of a vector of this pack whose facts it starts from. */
  readonly like: string | null;
  readonly facts: HouseholdFacts;
  /** By id of fact or rule; null = not known. */
  readonly expect: HouseholdFacts;
  readonly clause: string | null;
}

/** Who bears a duty in this locality. */
export interface DepartmentDuty {
  /** What has to be done, such as `lead` or `housing`. */
  readonly duty: string;
  /** Department role of the office register that does it here, such as `civil-affairs`. */
  readonly department: string;
  /** Department roles that take part. */
  readonly alongside: readonly string[];
  readonly name: Text;
  readonly clause: string;
}

/** All packs together; `version` is the content hash of the whole set. */
export interface PolicySet {
  readonly version: string;
  readonly packs: ReadonlyMap<string, Pack>;
}

/** Packs that speak for one place, nearest first. */
export type PackChain = readonly Pack[];
