import {
  type Explanation,
  type FactSource,
  PROVENANCES,
  type Provenance,
  type RuleSource,
  type TableRow,
} from '../../explanation/explanation.ts';
import type { Figure, Who } from '../../explanation/formula.ts';
import type { Entry } from '../check/catalogue.ts';
import { fewValuesOf } from './few-values.ts';
import type { Labels } from './labels.ts';
import type { ReadyRule } from './make-teller.ts';
import { toldValue } from './measure.ts';
import { optionOf } from './small-parts.ts';
import { outcomeFrom } from './statement.ts';

/** How a fact or variable is told: what is the same for every household is made once. */
export interface EntryPlan {
  readonly entry: Entry;
  /** By itself, without what it rests on. */
  readonly bare: (value: number, who: Who | undefined, manner: number) => Explanation;
  /** In a formula. */
  readonly figure: (value: number, who: Who | undefined) => Figure;
  /** Undefined for a fact, and on a day that has no version of the rule. */
  readonly findRule: () => ReadyRule | undefined;
  readonly tableRow: (index: number) => TableRow | undefined;
  /** Whether telling it can meet a table. */
  readonly meetsTable: () => boolean;
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

  function bareOf(number: number, who: Who | undefined, manner: number): Explanation {
    const value = toldValue(unit, number, codes);
    const outcome = unit === 'flag' || Number.isNaN(number) ? outcomeFrom(number) : null;
    const source = isFact ? (SOURCES[Math.floor(manner / WAYS)] ?? CALCULATION) : (basis ?? CALCULATION);
    const plain = { id, label, outcome, value, unit, per, source, children: NOTHING };
    const named = who ? { ...plain, who } : plain;
    const told = unit === 'text' ? { ...named, ...optionOf(value, unit, id, labels.ofOption) } : named;
    const required = manner % WAYS;
    return required === FREE ? told : { ...told, expected: required === 1 };
  }

  function figureOf(number: number, who: Who | undefined): Figure {
    const value = toldValue(unit, number, codes);
    const plain = { kind: 'figure', id, label, value, unit, per } as const;
    const named = who ? { ...plain, who } : plain;
    return unit === 'text' ? { ...named, ...optionOf(value, unit, id, labels.ofOption) } : named;
  }

  const figures = fewValuesOf(entry, 1, figureOf);
  return {
    ...rest,
    entry,
    bare: fewValuesOf(entry, PROVENANCES.length * WAYS, bareOf),
    figure: (value, who) => figures(value, who, 0),
  };
}

const NOTHING: readonly Explanation[] = [];
const CALCULATION = { kind: 'calculation' } as const;

/** Required is that it is not so, that it is so, or nothing. */
const WAYS = 3;
const FREE = 2;

const SOURCES: readonly FactSource[] = PROVENANCES.map((provenance) => ({ kind: 'fact', provenance }));
