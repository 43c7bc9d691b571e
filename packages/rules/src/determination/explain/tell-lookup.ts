import type { Figure, Formula } from '../../explanation/formula.ts';
import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import type { CoreOf } from '../core/core.ts';
import { compileCore } from '../run/compile-core.ts';
import type { At } from './at.ts';
import { toldValue } from './measure.ts';
import { figureOf, findOption } from './small-parts.ts';
import { addCell } from './tell-entry.ts';
import type { Condition, Tell, Teller } from './teller.ts';

/** The first row that fits: its cell, and by what it was found. */
export function tellLookup(node: ExpressionOf<'path'>, core: CoreOf<'lookup'>, teller: Teller): Tell {
  const { catalogue, labels, cursors } = teller;
  const parameter = [...catalogue.tables.values()][core.table];
  const found = parameter?.columns[core.column];
  if (!parameter || !found) return teller.figure(node.source);
  const condition = findCondition(node.source);
  const holds = compileCore(core.condition, cursors);
  const row = condition && teller.condition(condition);
  const keys = condition ? keysIn(condition).map((key) => teller.condition(key)) : [];
  const { id, unit } = found;
  const label = labels.ofColumn(parameter.id, id);
  const cellId = `${parameter.id}.${id}`;
  const table = parameter.id;
  const rule = figureOf({ id: cellId, label, unit });

  function told(at: At): Figure {
    const index = findRow(at);
    if (index === 'none') return withoutRow(at);
    // Its reasons tell the figures the row was looked up by.
    const found = row ? foundBy([row], at) : null;
    const number = index === null ? Number.NaN : at.row.tables[core.table]?.columns[core.column]?.[index];
    const value = toldValue(unit, number ?? Number.NaN, catalogue.codes);
    const option = findOption(value, unit, cellId, labels.ofOption);
    addCell({ table, column: id, row: found, lacksRow: false, value, unit, per: null, option }, at);
    return figureOf({ id: cellId, label, value, unit, option });
  }

  /** What was looked up is told; the row the cursor stands at is none of its own. */
  function withoutRow(at: At): Figure {
    const by = foundBy(keys, at);
    at.rowless.push({ id: cellId, label: labels.of(table), row: by });
    addCell({ table, column: id, row: by, lacksRow: true, value: null, unit, per: null }, at);
    return rule;
  }

  /** Null when a row before it may fit, or there is no table; the cursor stays at it. */
  function findRow(at: At): number | 'none' | null {
    const length = at.row.tables[core.table]?.length ?? 0;
    const cursor = cursors.get(core.loop);
    for (let index = 0; index < length; index += 1) {
      if (cursor) cursor.row = index;
      const outcome = holds(at);
      if (outcome !== 0) return outcome === 1 ? index : null;
    }
    return length > 0 ? 'none' : null;
  }

  return { rule, told };
}

/** By what a row is looked up. What that rests on is told; the conditions themselves are not. */
function foundBy(conditions: readonly Condition[], at: At): Formula | null {
  const { reasons } = at;
  const mark = reasons.mark();
  for (const condition of conditions) condition.reasons(at);
  const found = reasons.takeFrom(mark);
  for (const { children } of found) for (const child of children) reasons.add(child);
  return combined(found.flatMap(({ formula }) => formula ?? []));
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
