import type { Figure, Formula } from '../../explanation/formula.ts';
import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import type { CoreOf } from '../core/core.ts';
import { compileCore } from '../run/compile-core.ts';
import type { At } from './at.ts';
import { toldValue } from './measure.ts';
import { optionOf } from './small-parts.ts';
import type { Tell, Teller } from './teller.ts';

/** The first row that fits: its cell, and by what it was found. */
export function tellLookup(node: ExpressionOf<'path'>, core: CoreOf<'lookup'>, teller: Teller): Tell {
  const { catalogue, labels, cursors } = teller;
  const parameter = [...catalogue.tables.values()][core.table];
  const found = parameter?.columns[core.column];
  if (!parameter || !found) return teller.figure(node.source);
  const condition = findCondition(node.source);
  const holds = compileCore(core.condition, cursors);
  const told = condition && teller.condition(condition);
  const { id, unit } = found;
  const label = labels.ofColumn(parameter.id, id);
  const rule: Figure = { kind: 'figure', id: `${parameter.id}.${id}`, label, value: null, unit, per: null };
  return (at) => {
    if (!at) return rule;
    const index = findRow(at);
    // Its reasons tell the figures the row was looked up by.
    const reasons = told?.reasons(at) ?? [];
    at.into.push(...reasons.flatMap(({ children }) => children));
    const table = at.household.row.tables[core.table];
    const value = toldValue(
      unit,
      index === null ? Number.NaN : (table?.columns[core.column]?.[index] ?? Number.NaN),
      catalogue.codes,
    );
    const cell = { value, unit, per: null, ...optionOf(value, unit, id, labels.ofOption) };
    const row = index === null ? null : combined(reasons.flatMap(({ formula }) => formula ?? []));
    teller.source.cell({ ...cell, table: parameter.id, column: id, row }, at);
    return { ...rule, ...cell };
  };

  /** Null when there is none, or when a row before it may fit; the cursor stays at it. */
  function findRow({ household, frame }: At): number | null {
    const length = household.row.tables[core.table]?.length ?? 0;
    const cursor = cursors.get(core.loop);
    for (let index = 0; index < length; index += 1) {
      if (cursor) cursor.row = index;
      const outcome = holds(frame);
      if (outcome !== 0) return outcome === 1 ? index : null;
    }
    return null;
  }
}

function combined([first, ...others]: readonly Formula[]): Formula | null {
  if (!first) return null;
  return others.length === 0 ? first : { kind: 'combination', operator: 'and', parts: [first, ...others] };
}

/** table[condition][1] */
function findCondition(node: Expression): Expression | undefined {
  if (node.kind !== 'filter') return undefined;
  return node.source.kind === 'filter' ? node.source.condition : undefined;
}
