import { chainOf, findVersion, type PlainDate, type PolicySet, ruleSetOf } from '@yimen/rules';
import type { DmnDecision } from './dmn-model.ts';
import { dmnTypeOf } from './dmn-type.ts';

interface Wanted {
  readonly packId: string;
  readonly rule: string;
  readonly on: PlainDate;
}

/** The table a place decides a rule by on a day, with the types of DMN; undefined when there is none. */
export function findDecision(set: PolicySet, { packId, rule, on }: Wanted): DmnDecision | undefined {
  if (!set.packs.has(packId)) return undefined;
  const { facts, variables } = ruleSetOf(chainOf(set, packId));
  const variable = variables.find(({ id }) => id === rule);
  const table = variable && findVersion(variable, on)?.table;
  if (!table) return undefined;
  const inputTypes = table.inputs.map(({ expression }) => {
    const named = [...facts, ...variables].find(({ id }) => id === expression);
    return named ? dmnTypeOf(named.unit) : null;
  });
  return { id: rule, name: variable.label.zh, output: rule, type: dmnTypeOf(variable.unit), inputTypes, table };
}
