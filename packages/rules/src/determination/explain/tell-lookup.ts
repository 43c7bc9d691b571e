import type { Explanation } from '../../explanation/explanation.ts';
import type { Figure, Formula } from '../../explanation/formula.ts';
import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import type { CoreOf } from '../core/core.ts';
import { compileCore } from '../run/compile-core.ts';
import type { At } from './at.ts';
import { toldValue } from './measure.ts';
import { optionOf } from './small-parts.ts';
import { addCell } from './tell-entry.ts';
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
  const keys = condition ? keysIn(condition).map((key) => teller.condition(key)) : [];
  const { id, unit } = found;
  const label = labels.ofColumn(parameter.id, id);
  const rule: Figure = { kind: 'figure', id: `${parameter.id}.${id}`, label, value: null, unit, per: null };
  return (at) => {
    if (!at) return rule;
    const index = findRow(at);
    if (index === 'none') return withoutRow(at);
    // Its reasons tell the figures the row was looked up by.
    const reasons: Explanation[] = [];
    told?.reasons(at, reasons);
    at.into.push(...reasons.flatMap(({ children }) => children));
    const table = at.household.row.tables[core.table];
    const value = toldValue(
      unit,
      index === null ? Number.NaN : (table?.columns[core.column]?.[index] ?? Number.NaN),
      catalogue.codes,
    );
    const cell = { value, unit, per: null, ...optionOf(value, unit, rule.id, labels.ofOption) };
    const row = index === null ? null : combined(reasons.flatMap(({ formula }) => formula ?? []));
    addCell({ ...cell, table: parameter.id, column: id, row, lacksRow: false }, at);
    return { ...rule, ...cell };
  };

  /** What was looked up is told; the row the cursor stands at is none of its own. */
  function withoutRow(at: At): Figure {
    const reasons: Explanation[] = [];
    for (const key of keys) key.reasons(at, reasons);
    at.into.push(...reasons.flatMap(({ children }) => children));
    const row = combined(reasons.flatMap(({ formula }) => formula ?? []));
    at.rowless.push({ id: rule.id ?? '', label: labels.of(parameter?.id ?? ''), row });
    const cell = { table: parameter?.id ?? '', column: id, row, lacksRow: true, value: null, unit, per: null };
    addCell(cell, at);
    return rule;
  }

  /** Null when a row before it may fit, or there is no table; the cursor stays at it. */
  function findRow({ household, frame }: At): number | 'none' | null {
    const length = household.row.tables[core.table]?.length ?? 0;
    const cursor = cursors.get(core.loop);
    for (let index = 0; index < length; index += 1) {
      if (cursor) cursor.row = index;
      const outcome = holds(frame);
      if (outcome !== 0) return outcome === 1 ? index : null;
    }
    return length > 0 ? 'none' : null;
  }
}

/** `column = key`, of each key. */
function keysIn(node: Expression): readonly Expression[] {
  if (node.kind === 'logic' && node.operator === 'and') return [...keysIn(node.left), ...keysIn(node.right)];
  return node.kind === 'comparison' && node.operator === '=' ? [node] : [];
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
