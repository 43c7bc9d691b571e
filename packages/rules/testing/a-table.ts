import type { DecisionTable, HitPolicy } from '../src/decision-table/decision-table.ts';
import type { RuleVariable } from '../src/determination/model/rule-model.ts';
import type { Unit } from '../src/policy/unit.ts';
import { aVariable } from './a-rule.ts';

/** A row is written as its cells, the result last. */
export function aTable(
  hitPolicy: HitPolicy,
  inputs: readonly string[],
  rows: readonly (readonly string[])[],
  parts: Pick<DecisionTable, 'default' | 'complete'> = {},
): DecisionTable {
  return {
    hitPolicy,
    inputs: inputs.map((expression) => ({ expression })),
    rules: rows.map((row) => ({ when: row.slice(0, -1), result: row.at(-1) ?? '' })),
    ...parts,
  };
}

export function aTableVariable(
  id: string,
  unit: Unit,
  table: DecisionTable,
  parts: Parameters<typeof aVariable>[3] = {},
): RuleVariable {
  const variable = aVariable(id, unit, '', parts);
  return { ...variable, versions: variable.versions.map((version) => ({ ...version, table })) };
}
