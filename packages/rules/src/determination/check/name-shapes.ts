import { type NameShape, NO_NAMES } from '../../feel/syntax/names.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Catalogue } from './catalogue.ts';

/** The names the parser may find in an expression of a scope. */
export function namesOf(scope: RuleScope, catalogue: Catalogue): NameShape {
  const names = new Map([...entries(scope, catalogue), ...parameters(catalogue), ['monthsPerYear', NO_NAMES] as const]);
  if (scope !== 'household') return names.set('household', new Map(entries('household', catalogue)));
  return names
    .set('members', new Map(entries('person', catalogue)))
    .set('events', new Map(entries('event', catalogue)));
}

function entries(scope: RuleScope, { slots }: Catalogue): readonly (readonly [string, NameShape])[] {
  return slots[scope].map(({ id }) => [id, NO_NAMES]);
}

interface Branch extends Map<string, Branch> {}

function parameters({ scalars, tables }: Catalogue): Branch {
  const root: Branch = new Map();
  for (const id of scalars.keys()) branchAt(root, id);
  for (const { id, columns } of tables.values()) {
    const branch = branchAt(root, id);
    for (const column of columns) if (column.id !== '') branch.set(column.id, new Map());
  }
  return root;
}

function branchAt(root: Branch, id: string): Branch {
  let at = root;
  for (const part of id.split('.')) {
    const next: Branch = at.get(part) ?? new Map();
    at.set(part, next);
    at = next;
  }
  return at;
}
