import type { TableRow } from '../../explanation/explanation.ts';
import type { Expression } from '../../feel/syntax/ast.ts';
import { partsOf } from '../../feel/syntax/parts.ts';
import type { PackChain } from '../../policy/pack.ts';
import type { Entry } from '../check/catalogue.ts';
import type { CheckedRules, CheckedVariable } from '../check/check-rules.ts';
import type { RuleSet, RuleVersion } from '../model/rule-model.ts';
import { type EntryPlan, planOfEntry } from './entry-plan.ts';
import { type Labels, labelsOf } from './labels.ts';
import { findReadyRule, type ReadyRule } from './make-teller.ts';
import { missingTeller, type TellMissing } from './missing-in.ts';
import { ruleSource, tableRow } from './rule-source.ts';

/** How the rules of a place are told: all that does not hang on the household, nor on the figures of the day. */
export interface TellingPlan {
  readonly rules: CheckedRules;
  readonly labels: Labels;
  readonly planOf: PlanOf;
  readonly tellMissing: TellMissing;
}

export type PlanOf = (entry: Entry) => EntryPlan;

/** `set` is what the rules were checked from; it has the labels. */
export function tellingPlanOf(rules: CheckedRules, set: RuleSet, chain: PackChain): TellingPlan {
  const { catalogue } = rules;
  const labels = labelsOf(set);
  const variables = new Map(rules.variables.map((one) => [one.entry.id, one]));
  const plans = new Map<Entry, EntryPlan>();

  function planOf(entry: Entry): EntryPlan {
    const found = plans.get(entry);
    if (found) return found;
    const variable = variables.get(entry.id);
    const version = variable?.version ?? undefined;
    const made = planOfEntry(entry, {
      labels,
      codes: catalogue.codes,
      basis: version && ruleSource(version, chain),
      findRule: once(() => variable && findReadyRule(variable, catalogue, labels, planOf)),
      tableRow: tableRowsOf(version, chain),
      meetsTable: once(() => meetsTable(variable)),
    });
    plans.set(entry, made);
    return made;
  }

  /** Itself, or what it names. The rules have no cycles. */
  function meetsTable(variable: CheckedVariable | undefined): boolean {
    if (!variable) return false;
    const named = [...variable.reads].flatMap((id) => catalogue.entries.get(id) ?? []);
    return hasLookup(variable) || named.some((entry) => planOf(entry).meetsTable());
  }

  return { rules, labels, planOf, tellMissing: missingTeller(rules, labels) };
}

function hasLookup({ expression }: CheckedVariable): boolean {
  return expression !== null && hasFilter(expression);
}

/** A look-up is written as one. */
function hasFilter(node: Expression): boolean {
  return node.kind === 'filter' || partsOf(node).some(hasFilter);
}

function tableRowsOf(version: RuleVersion | undefined, chain: PackChain): EntryPlan['tableRow'] {
  const rows: (TableRow | undefined)[] = [];
  return (index) => {
    const decides = version?.table?.rules[index];
    if (!version || !decides) return undefined;
    rows[index] ??= tableRow(index, decides, version, chain);
    return rows[index];
  };
}

function once<T extends ReadyRule | boolean | undefined>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
