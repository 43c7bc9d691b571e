import { figureOf, parameter } from '../../explanation/build-explanation.ts';
import type { Explanation } from '../../explanation/explanation.ts';
import type { PolicyOn } from '../../policy/policy-on.ts';
import { resolveParameter } from '../../policy/resolve-parameter.ts';
import type { Area } from '../../policy/unit.ts';
import type { Labels } from './labels.ts';
import type { Cell } from './teller.ts';

/** The parameters of a place on a day, each resolved once: level, clause and validity are the same for every household. */
export function figuresOf(policy: PolicyOn, area: Area | null, labels: Labels) {
  const known = new Map<string, Explanation>();

  function figure(id: string): Explanation {
    const found = known.get(id) ?? parameter(resolveParameter(policy, id, area));
    known.set(id, found);
    return found;
  }

  return {
    parameter: figure,
    cell: ({ table, column, row, value, unit, per, option }: Cell): Explanation => {
      const resolved = resolveParameter(policy, table, area);
      const id = `${table}.${column}`;
      const label = labels.ofColumn(table, column);
      if (!resolved.known || value === null) return { ...figure(table), id, label, outcome: 'unknown', value: null };
      const told = figureOf(resolved, { id, label, value, unit: unit ?? 'count' });
      return { ...told, per, ...(option && { option }), ...(row && { formula: row }) };
    },
  };
}
