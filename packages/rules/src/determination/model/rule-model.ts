import type { PlainDate } from '../../calendar/plain-date.ts';
import type { DecisionTable } from '../../decision-table/decision-table.ts';
import type { ParameterDefinition, QuestionOption, RuleScope } from '../../policy/pack.ts';
import type { Period, Unit } from '../../policy/unit.ts';
import type { Text } from '../../text.ts';

export type { RuleScope } from '../../policy/pack.ts';

/** What somebody tells or a source knows; never computed. */
export interface RuleFact {
  readonly id: string;
  readonly on: RuleScope;
  readonly unit: Unit;
  readonly per: Period | null;
  readonly label: Text;
  /** Of a code (unit text); empty otherwise. */
  readonly options: readonly QuestionOption[];
  /** Null: 0. Losses need a negative one. */
  readonly smallest: number | null;
  /** Null: what is usual for the unit. A value beyond it is refused, so that no computation can overflow. */
  readonly largest: number | null;
  /** Of a date: it cannot lie after the day of the determination. */
  readonly past?: true | undefined;
}

/** A figure or answer that follows from facts, parameters and other variables. */
export interface RuleVariable {
  readonly id: string;
  readonly on: RuleScope;
  readonly unit: Unit;
  readonly per: Period | null;
  readonly label: Text;
  /** Of a code (unit text); empty otherwise. */
  readonly options: readonly QuestionOption[];
  readonly versions: readonly RuleVersion[];
}

/** A day without a version has no rule: the variable is not known. */
export interface RuleVersion {
  readonly from: PlainDate;
  /** Last day; null = until the next version begins. */
  readonly to: PlainDate | null;
  /** FEEL, as docs/rules-language.md has it; empty beside a table. */
  readonly expression: string;
  /** The rule as a table, instead of an expression. */
  readonly table?: DecisionTable;
  readonly clause: string;
  /** The pack that says so, and since when it does: a nearer pack may have spoken in between. */
  readonly fromPack: string;
  readonly since: PlainDate;
  /** What to tell a citizen, where the labels alone read badly. */
  readonly sentence: Text | null;
}

/** How one programme is decided. */
export interface ProgrammeDetermination {
  readonly programme: string;
  /** Flag variable. */
  readonly eligible: string;
  readonly amount: string | null;
  /** Programmes that cannot be had beside this one. */
  readonly excludes: readonly string[];
}

export interface RuleParameter {
  readonly id: string;
  readonly definition: ParameterDefinition;
}

/** Everything one place decides by, all dates together. */
export interface RuleSet {
  readonly facts: readonly RuleFact[];
  readonly variables: readonly RuleVariable[];
  readonly parameters: readonly RuleParameter[];
  readonly determinations: readonly ProgrammeDetermination[];
}
