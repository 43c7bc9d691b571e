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
    cell: ({ table, column, row, lacksRow, value, unit, per, option }: Cell): Explanation => {
      const resolved = resolveParameter(policy, table, area);
      const id = `${table}.${column}`;
      const label = labels.ofColumn(table, column);
      const found = row && { formula: row };
      if (!resolved.known || value === null) {
        const open = { ...figure(table), id, label, outcome: 'unknown', value: null } as const;
        return lacksRow ? { ...open, ...found, label: figure(table).label, lacksRow } : open;
      }
      const told = figureOf(resolved, { id, label, value, unit: unit ?? 'count' });
      return { ...told, per, ...(option && { option }), ...found };
    },
  };
}
