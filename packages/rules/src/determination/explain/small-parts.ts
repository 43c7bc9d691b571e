import type { Figure, FormulaOperator } from '../../explanation/formula.ts';
import type { Expression } from '../../feel/syntax/ast.ts';
import type { Text } from '../../text.ts';
import type { Entry } from '../check/catalogue.ts';
import type { CoreOf } from '../core/core.ts';
import type { Tell, Teller } from './teller.ts';

export function operation(operator: FormulaOperator, parts: readonly Tell[]): Tell {
  return (at) => ({ kind: 'operation', operator, parts: parts.map((tell) => tell(at)) });
}

/** The fact, variable, parameter or column an expression is, for the words of its options. */
export function findOptionsId(
  node: Expression,
  { parts, catalogue }: Pick<Teller, 'parts' | 'catalogue'>,
): string | null {
  const term = parts.get(node);
  const core = term && 'core' in term ? term.core : undefined;
  if (core?.op === 'parameter') return [...catalogue.scalars.values()][core.slot]?.id ?? null;
  if (core?.op === 'lookup' || core?.op === 'cell') {
    const table = [...catalogue.tables.values()][core.table];
    return `${table?.id}.${table?.columns[core.column]?.id}`;
  }
  return node.kind === 'name' || node.kind === 'path' ? node.name : null;
}

/** Nothing but zeros, as `0` or `if … then 0 else 0`: it has the unit of what it stands beside. */
export function isZero(node: Expression, parts: Teller['parts']): boolean {
  const term = parts.get(node);
  return term?.kind === 'number' && term.dimension === 'any';
}

export function findEntry({ slot, of }: CoreOf<'read'>, { catalogue, scope, groups }: Teller): Entry | undefined {
  if (of === 'household') return catalogue.slots.household[slot];
  return catalogue.slots[of === 'self' ? scope : (groups.get(of) ?? 'person')][slot];
}

export function optionOf(
  value: Figure['value'],
  unit: Figure['unit'],
  id: string | null,
  ofOption: (code: string, id: string | null) => Text,
): { readonly option?: Text } {
  return unit === 'text' && typeof value === 'string' ? { option: ofOption(value, id) } : {};
}
