import type { CheckedRules } from '../check/check-rules.ts';
import { planOf } from '../generated/plan.ts';
import { rowPartsOf } from '../generated/row-part.ts';
import { type RowValues, rowValuesOf, startsOf } from '../generated/row-values.ts';
import type { Determine } from '../run/closures.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import { assemble } from './assemble.ts';
import { createMemory } from './memory.ts';
import { runInstructions } from './run-instructions.ts';

/**
 * All programmes at once without generated code, for the browser and wherever else no code may be generated: a list of
 * instructions over one stretch of memory, several times as fast as closures.
 */
export function instructionsFor(rules: CheckedRules): Determine {
  const plan = planOf(rules, new Set(rules.variables.map(({ entry }) => entry.id)));
  const parts = rowPartsOf(plan);
  const assembled = assemble(plan, parts, startsOf(parts));
  const memory = createMemory(rules, assembled, parts.figures.length);
  const ready = new WeakMap<PolicyRow, RowValues>();

  return (values, row) => {
    const found = ready.get(row) ?? rowValuesOf(parts, [row]);
    ready.set(row, found);
    memory.fill(values, found.figures);
    runInstructions(assembled, memory, { answers: found.answers, tables: row.tables });
    memory.empty(values);
  };
}
