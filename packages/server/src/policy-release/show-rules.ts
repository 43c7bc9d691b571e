import type { PolicyRule, PolicyTable } from '@yimen/contracts';
import {
  type CheckedVariable,
  type DecisionTable,
  findRuleDefinition,
  type PackChain,
  type PolicyOn,
  type Rulebook,
  type RuleLabels,
  ruleInWords,
  ruleLabels,
  ruleSetOf,
} from '@yimen/rules';
import { findShownClause } from './show-clause.ts';

/** Every rule of the place as it stands on the day: its FEEL text, and the same in words with labels for names. */
export function showRules(policy: PolicyOn, rulebook: Rulebook): PolicyRule[] {
  const labels = ruleLabels(policy.chain);
  const { variables } = rulebook.rulesOn(policy);
  // They compute in the order of their needs and are read in that of the files, those of the nation first.
  const order = new Map(ruleSetOf(policy.chain).variables.map(({ id }, at) => [id, at]));
  return variables
    .toSorted((one, other) => (order.get(one.variable.id) ?? 0) - (order.get(other.variable.id) ?? 0))
    .map((one) => showRule(policy.chain, one, labels));
}

function showRule(
  chain: PackChain,
  { variable, version, expression }: CheckedVariable,
  labels: RuleLabels,
): PolicyRule {
  const { id, label, on, unit } = variable;
  const head = { id, label, on, unit, topic: findRuleDefinition(chain, id)?.topic ?? null };
  if (!version || !expression) return { ...head, ...NO_VERSION };
  return {
    ...head,
    expression: version.table ? null : version.expression,
    table: version.table ? asSent(version.table) : null,
    words: version.table ? null : ruleInWords(expression, version.expression, labels, id),
    sentence: version.sentence,
    from: version.from,
    to: version.to,
    fromPack: version.fromPack,
    clause: findShownClause(chain, version.fromPack, version.clause),
  };
}

/** The same table; the wire has it without `readonly`. */
function asSent(table: DecisionTable): PolicyTable {
  return structuredClone(table) as PolicyTable; // the two differ in `readonly` alone
}

const NO_VERSION = {
  expression: null,
  table: null,
  words: null,
  sentence: null,
  from: null,
  to: null,
  fromPack: null,
  clause: null,
};
