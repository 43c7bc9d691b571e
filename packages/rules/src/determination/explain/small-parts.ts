import type { Figure, Formula, FormulaOperator } from '../../explanation/formula.ts';
import type { Expression } from '../../feel/syntax/ast.ts';
import type { Text } from '../../text.ts';
import type { Entry } from '../check/catalogue.ts';
import type { CoreOf } from '../core/core.ts';
import type { Tell, Teller } from './teller.ts';

export function operation(operator: FormulaOperator, parts: readonly Tell[]): Tell {
  const [first, second] = parts;
  const rule = { kind: 'operation', operator, parts: parts.map((part) => part.rule) } as const;
  if (first && second && parts.length === 2) {
    return { rule, told: (at) => ({ kind: 'operation', operator, parts: [first.told(at), second.told(at)] }) };
  }
  return { rule, told: (at) => ({ kind: 'operation', operator, parts: parts.map((part) => part.told(at)) }) };
}

/** With every key: whoever reads thousands of them meets one kind of object. */
export function figureOf({
  id = null,
  label = null,
  value = null,
  unit = null,
  per = null,
  who,
  option,
}: Partial<Omit<Figure, 'kind'>>): Figure {
  return { kind: 'figure', id, label, value, unit, per, who, option };
}

/** The same for every household. */
export function always(rule: Formula): Tell {
  return { rule, told: () => rule };
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

export function findOption(
  value: Figure['value'],
  unit: Figure['unit'],
  id: string | null,
  ofOption: (code: string, id: string | null) => Text,
): Text | undefined {
  return unit === 'text' && typeof value === 'string' ? ofOption(value, id) : undefined;
}
