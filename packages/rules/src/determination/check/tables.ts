import type { Expression } from '../../feel/syntax/ast.ts';
import { lookup, truth } from '../core/build.ts';
import type { Core } from '../core/core.ts';
import { ruleRefusal } from '../model/rule-refusal.ts';
import { type Catalogue, rangeOf, type TableParameter } from './catalogue.ts';
import { type Environment, within } from './environment.ts';
import { type TableTerm, termWords, type ValueTerm } from './term.ts';
import { findStored, simpleCore } from './values.ts';

/** `table[condition]` and then `[1]`: the first row that fits. */
export function filterTable(table: TableTerm, condition: Expression, env: Environment): TableTerm {
  const parameter = env.catalogue.tables.get(table.id);
  if (!parameter || table.isOne) throw ruleRefusal('OUTSIDE', table.id);
  if (isOneLiteral(condition)) return { ...table, isOne: true };
  if (table.condition) throw ruleRefusal('OUTSIDE', '[…][…]');
  const loop = env.nextLoop();
  const holds = simpleCore(env.check(condition, within(env, { kind: 'row', table: parameter, loop })), 'flag');
  return { ...table, condition: { loop, holds } };
}

function isOneLiteral(node: Expression): boolean {
  if (node.kind !== 'literal' || node.value === null || typeof node.value !== 'object') return false;
  return node.value.kind === 'number' && node.value.mantissa === 1n && node.value.exponent === 0;
}

/** The cell of the first row that fits. */
export function cellOf(term: TableTerm, column: string, env: Environment): ValueTerm {
  const table = env.catalogue.tables.get(term.id);
  if (!table || !term.isOne) throw ruleRefusal('WRONG_KIND', { zh: '一行：[1]', en: 'one row: [1]' }, termWords(term));
  const { loop, holds } = term.condition ?? { loop: env.nextLoop(), holds: truth(true) };
  const cell = findCell(table, column, loop, env.catalogue);
  if (!cell) throw ruleRefusal('UNKNOWN_NAME', `${term.id}.${column}`);
  const index = table.columns.findIndex(({ id }) => id === column);
  return { ...cell, core: lookup({ table: table.slot, loop, condition: holds, column: index }, cell.core) };
}

/** The cell of the row a lookup is at; undefined when there is no such column. */
export function findCell(
  table: TableParameter,
  column: string,
  loop: number,
  catalogue: Catalogue,
): ValueTerm | undefined {
  const index = table.columns.findIndex(({ id }) => id === column);
  const found = table.columns[index];
  if (!found) return undefined;
  if (found.nullable) throw ruleRefusal('NULLABLE', column);
  const core: Core = {
    ...rangeOf(found.unit, found, found.options ?? [], catalogue.codeNumbers),
    isFlag: found.unit === 'flag',
    size: 1,
    op: 'cell',
    table: table.slot,
    column: index,
    loop,
  };
  const stored = findStored({ unit: found.unit, per: null, options: found.options ?? [] }, core);
  if (!stored) throw ruleRefusal('OUTSIDE', `${table.id}.${column}`);
  return stored;
}
