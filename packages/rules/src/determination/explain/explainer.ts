import type { Explanation, Missing, Provenance, Source } from '../../explanation/explanation.ts';
import type { Who } from '../../explanation/formula.ts';
import type { PolicyOn } from '../../policy/policy-on.ts';
import type { Area } from '../../policy/unit.ts';
import type { Entry } from '../check/catalogue.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import type { RuleSet } from '../model/rule-model.ts';
import { type At, type Household, numberOf, ownValues } from './at.ts';
import { labelsOf } from './labels.ts';
import { findReadyRule, type ReadyRule } from './make-teller.ts';
import { toldValue } from './measure.ts';
import { missingTeller } from './missing-in.ts';
import { figuresOf } from './policy-figures.ts';
import { ruleSource } from './rule-source.ts';
import { optionOf } from './small-parts.ts';
import { outcomeFrom } from './statement.ts';
import type { Sources } from './teller.ts';

export interface Place {
  readonly rules: CheckedRules;
  /** The rules were checked from it; it has the labels. */
  readonly set: RuleSet;
  readonly policy: PolicyOn;
  readonly area: Area | null;
}

/** Why facts and variables of a household are what they are. The values must have been determined. */
export interface Explainer {
  /** For one household; what was told of one variable is not told again of the next. */
  begin(household: Household, extent?: Extent): Telling;
}

/** Of the household, or of the member or event at `index`. */
export type Telling = (id: string, index?: number) => Explanation;

/** `brief` is what `explainBrief` puts in words: what decides, but not why that is so; of what is not known only what to ask. */
export type Extent = 'brief' | 'full';

/** Beyond so many variables one below the other the figures are told without their own. */
const DEEPEST = 24;

/** For every household of a place on a day; what is the same for all of them is worked out once. */
export function explainerFor({ rules, set, policy, area }: Place): Explainer {
  const { catalogue } = rules;
  const labels = labelsOf(set);
  const figures = figuresOf(policy, area, labels);
  const tellMissing = missingTeller(rules, labels);
  const variables = new Map(rules.variables.map((one) => [one.entry.id, one]));
  const ready = new Map<string, ReadyRule | undefined>();
  const bases = new Map<string, Source>();

  const source: Sources = {
    entry: (entry, who, at) => {
      if (!isTold(numberOf(entry, who), at)) at.into.push(entryOf(entry, who, at));
    },
    flag: (entry, who, at) => {
      return isTold(numberOf(entry, who), at) ? bareEntry(entry, who, at) : entryOf(entry, who, at);
    },
    parameter: (id, at) => {
      if (!isTold(id, at)) at.into.push(figures.parameter(id));
    },
    cell: (cell, at) => {
      if (!isTold(`${cell.table}.${cell.column} ${JSON.stringify(cell.value)}`, at)) at.into.push(figures.cell(cell));
    },
  };

  function isTold(key: number | string, { told }: At): boolean {
    if (told.has(key)) return true;
    told.add(key);
    return false;
  }

  function readyRule(id: string): ReadyRule | undefined {
    if (!ready.has(id)) {
      const variable = variables.get(id);
      ready.set(id, variable && findReadyRule(variable, catalogue, labels, source));
    }
    return ready.get(id);
  }

  function bareEntry(entry: Entry, who: Who | undefined, at: At): Explanation {
    const { id, unit, per } = entry;
    const number = ownValues(entry, who, at.household.values)[entry.slot] ?? Number.NaN;
    const value = toldValue(unit, number, catalogue.codes);
    return {
      id,
      label: labels.of(id),
      outcome: unit === 'flag' || Number.isNaN(number) ? outcomeFrom(number) : null,
      value,
      unit,
      per,
      source: entry.isFact ? { kind: 'fact', provenance: provenanceOf(entry, who, at.household) } : basisOf(id),
      children: [],
      ...(who && { who }),
      ...optionOf(value, unit, id, labels.ofOption),
    };
  }

  function basisOf(id: string): Source {
    const found = bases.get(id);
    if (found) return found;
    const version = variables.get(id)?.version;
    const made: Source = version ? ruleSource(version, policy) : { kind: 'calculation' };
    bases.set(id, made);
    return made;
  }

  function entryOf(entry: Entry, who: Who | undefined, at: At): Explanation {
    const bare = bareEntry(entry, who, at);
    const rule = entry.isFact || at.depth >= at.deepest ? undefined : readyRule(entry.id);
    if (!rule) return bare;
    const { household } = at;
    const self = ownValues(entry, who, household.values);
    const children: Explanation[] = [];
    const frame = { values: household.values, row: household.row, self };
    const own: At = { ...at, frame, own: who, loops: new Map(), depth: at.depth + 1, into: children };
    if (rule.condition) return { ...bare, children: rule.condition.reasons(own) };
    const formula = rule.figure?.(own);
    return formula ? { ...bare, formula, children } : bare;
  }

  function explained(id: string, index: number, at: At): Explanation {
    const entry = catalogue.entries.get(id);
    if (!entry) throw new Error(`There is no fact or variable ${id}.`);
    const who = entry.on === 'household' ? undefined : { on: entry.on, index };
    at.told.add(numberOf(entry, who));
    const bare = bareEntry(entry, who, at);
    const tree = at.deepest < DEEPEST && bare.outcome === 'unknown' ? bare : entryOf(entry, who, at);
    const missing = tree.outcome === 'unknown' ? tellMissing(at.household, id, index) : undefined;
    return missing ? { ...tree, missing: { ...missing, ...findRowless(missing, entry, who, at) } } : tree;
  }

  /** Where nothing can be asked and no figure is missing, a table has no row for what is known. */
  function findRowless(
    { facts, parameters }: Missing,
    entry: Entry,
    who: Who | undefined,
    at: At,
  ): Pick<Missing, 'rows'> {
    if (parameters.length > 0 || facts.some(({ isDecisive }) => isDecisive)) return {};
    const search: At = { ...at, told: new Set(), deepest: DEEPEST, rowless: [], into: [] };
    entryOf(entry, who, search);
    return search.rowless.length > 0 ? { rows: search.rowless } : {};
  }

  return {
    begin: (household, extent = 'full') => {
      const { values, row } = household;
      const frame = { values, row, self: values.household };
      const deepest = extent === 'full' ? DEEPEST : 1;
      const at: At = {
        household,
        frame,
        own: undefined,
        loops: new Map(),
        told: new Set(),
        depth: 0,
        deepest,
        rowless: [],
        into: [],
      };
      return (id, index = 0) => explained(id, index, at);
    },
  };
}

function provenanceOf({ id, on }: Entry, who: Who | undefined, { provenanceOf: given }: Household): Provenance {
  return given?.({ id, on, index: who?.index ?? 0 }) ?? 'stated';
}
