import { explanationOf } from '../../explanation/build-explanation.ts';
import {
  type Explanation,
  type FactSource,
  PROVENANCES,
  type Provenance,
  type RuleSource,
  type TableRow,
} from '../../explanation/explanation.ts';
import type { Figure, Formula, Who } from '../../explanation/formula.ts';
import type { Entry } from '../check/catalogue.ts';
import { fewValuesOf } from './few-values.ts';
import type { Labels } from './labels.ts';
import type { ReadyRule } from './make-teller.ts';
import { toldValue } from './measure.ts';
import { findOption } from './small-parts.ts';
import { outcomeFrom } from './statement.ts';

/** How a fact or variable is told: what is the same for every household is made once. */
export interface EntryPlan {
  readonly entry: Entry;
  /** Without what it rests on. */
  readonly bare: (value: number, who: Who | undefined, manner: number) => Explanation;
  /** With it. */
  readonly whole: (value: number, who: Who | undefined, manner: number, below: Below) => Explanation;
  /** In a formula. */
  readonly figure: (value: number, who: Who | undefined) => Figure;
  /** Undefined for a fact, and on a day that has no version of the rule. */
  readonly findRule: () => ReadyRule | undefined;
  readonly tableRow: (index: number) => TableRow | undefined;
  /** Whether telling it can meet a table. */
  readonly meetsTable: () => boolean;
}

/** What a rule rests on. */
export interface Below {
  readonly children: readonly Explanation[];
  readonly formula: Formula | undefined;
  readonly tableRow: TableRow | undefined;
}

/** Where a fact came from and what the condition it stands in requires, as one number. */
export function mannerOf(provenance: Provenance, expected: boolean | undefined): number {
  const required = expected === undefined ? FREE : Number(expected);
  return PROVENANCES.indexOf(provenance) * WAYS + required;
}

export interface PlanParts extends Pick<EntryPlan, 'findRule' | 'tableRow' | 'meetsTable'> {
  readonly labels: Labels;
  readonly codes: readonly string[];
  /** Of a variable that has a version on the day. */
  readonly basis: RuleSource | undefined;
}

export function planOfEntry(entry: Entry, { labels, codes, basis, ...rest }: PlanParts): EntryPlan {
  const { id, unit, per, isFact } = entry;
  const label = labels.of(id);

  function wholeOf(number: number, who: Who | undefined, manner: number, below: Below): Explanation {
    const value = toldValue(unit, number, codes);
    const required = manner % WAYS;
    return explanationOf({
      id,
      label,
      outcome: unit === 'flag' || Number.isNaN(number) ? outcomeFrom(number) : null,
      value,
      unit,
      per,
      source: isFact ? (SOURCES[Math.floor(manner / WAYS)] ?? CALCULATION) : (basis ?? CALCULATION),
      children: below.children,
      who,
      option: findOption(value, unit, id, labels.ofOption),
      expected: required === FREE ? undefined : required === 1,
      formula: below.formula,
      tableRow: below.tableRow,
    });
  }

  const figureOf = (number: number, who: Who | undefined): Figure => {
    const value = toldValue(unit, number, codes);
    const option = findOption(value, unit, id, labels.ofOption);
    return { kind: 'figure', id, label, value, unit, per, who, option };
  };

  const figures = fewValuesOf(entry, 1, figureOf);
  return {
    ...rest,
    entry,
    bare: fewValuesOf(entry, PROVENANCES.length * WAYS, (value, who, manner) => wholeOf(value, who, manner, NOTHING)),
    whole: wholeOf,
    figure: (value, who) => figures(value, who, 0),
  };
}

const NOTHING: Below = { children: [], formula: undefined, tableRow: undefined };
const CALCULATION = { kind: 'calculation' } as const;

/** Required is that it is not so, that it is so, or nothing. */
const WAYS = 3;
const FREE = 2;

const SOURCES: readonly FactSource[] = PROVENANCES.map((provenance) => ({ kind: 'fact', provenance }));
