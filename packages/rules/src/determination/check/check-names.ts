import type { ExpressionOf } from '../../feel/syntax/ast.ts';
import { constant } from '../core/build.ts';
import type { Core } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { ruleRefusal } from '../model/rule-refusal.ts';
import type { Catalogue, Entry, ScalarParameter } from './catalogue.ts';
import { durationPart } from './dates.ts';
import { MONTHS_PER_YEAR } from './dimension.ts';
import type { Element, Environment } from './environment.ts';
import { nearestName } from './nearest-name.ts';
import { cellOf, findCell } from './tables.ts';
import type { EntityTerm, Term, ValueTerm } from './term.ts';
import { findStored, valueTerm } from './values.ts';

export function checkName({ name }: ExpressionOf<'name'>, env: Environment): Term {
  for (const element of env.elements) {
    const term = findInElement(name, element, env);
    if (term) return term;
  }
  const term = findInScope(name, env);
  if (term) return term;
  throw unknownName(name, namesIn(env));
}

function findInElement(name: string, element: Element, env: Environment): Term | undefined {
  switch (element.kind) {
    case 'named':
      return element.name === name ? element.term : undefined;
    case 'bare':
      return name === 'item' ? element.term : findOfEntity(name, element.term, env.catalogue);
    case 'row':
      return findCell(element.table, name, element.loop, env.catalogue);
  }
}

/** Facts and variables of one's own are bare; a household has members and events, they have a household. */
function findInScope(name: string, env: Environment): Term | undefined {
  const own: EntityTerm = { kind: 'entity', scope: env.scope, of: env.scope === 'household' ? 'household' : 'self' };
  if (name === 'monthsPerYear') {
    return { kind: 'number', core: constant(12), divisor: null, scale: 0, dimension: MONTHS_PER_YEAR };
  }
  if (env.scope !== 'household' && name === 'household') return { kind: 'entity', scope: 'household', of: 'household' };
  if (env.scope === 'household' && (name === 'members' || name === 'events')) {
    return { kind: 'entities', over: name === 'members' ? 'person' : 'event', loop: env.nextLoop(), condition: null };
  }
  return findOfEntity(name, own, env.catalogue) ?? findParameter(name, env.catalogue);
}

function findOfEntity(name: string, entity: EntityTerm, { entries }: Catalogue): ValueTerm | undefined {
  const entry = entries.get(name);
  return entry?.on === entity.scope ? readEntry(entry, entity) : undefined;
}

function readEntry(entry: Entry, { of }: EntityTerm): ValueTerm {
  const core: Core = { ...entry.range, isFlag: entry.unit === 'flag', size: 1, op: 'read', slot: entry.slot, of };
  const stored = findStored(entry, core);
  if (!stored) throw ruleRefusal('OUTSIDE', entry.id);
  return stored;
}

function findParameter(id: string, { scalars, tables, prefixes }: Catalogue): Term | undefined {
  const scalar = scalars.get(id);
  if (scalar) return readParameter(scalar);
  const table = tables.get(id);
  if (table?.columns[0]?.id === '') {
    return { kind: 'list', items: [], table: table.slot, options: table.columns[0].options ?? [] };
  }
  if (table) return { kind: 'table', id, condition: null, isOne: false };
  return prefixes.has(id) ? { kind: 'names', prefix: id } : undefined;
}

function readParameter({ slot, definition, range, id }: ScalarParameter): ValueTerm {
  const core: Core = { ...range, isFlag: definition.unit === 'flag', size: 1, op: 'parameter', slot };
  const { unit, per, options } = definition;
  const stored = findStored({ unit, per, options: options ?? [] }, core);
  if (!stored) throw ruleRefusal('OUTSIDE', id);
  return stored;
}

export function checkPath({ source, name }: ExpressionOf<'path'>, env: Environment): Term {
  const of = env.check(source, env);
  switch (of.kind) {
    case 'names':
      return findParameter(`${of.prefix}.${name}`, env.catalogue) ?? failed(`${of.prefix}.${name}`, namesIn(env));
    case 'entity':
      return findOfEntity(name, of, env.catalogue) ?? failed(name, entriesOn(of.scope, env));
    case 'entities': {
      const element: EntityTerm = { kind: 'entity', scope: of.over, of: of.loop };
      const body = findOfEntity(name, element, env.catalogue) ?? failed(name, entriesOn(of.over, env));
      return { kind: 'values', entities: of, body: valueTerm(body) };
    }
    case 'table':
      return cellOf(of, name, env);
    case 'months':
    case 'days':
      return durationPart({ kind: of.kind, core: of.core }, name);
    default:
      return failed(name, []);
  }
}

function entriesOn(scope: RuleScope, { catalogue }: Environment): readonly string[] {
  return catalogue.slots[scope].map(({ id }) => id);
}

/** What could have been meant here. */
export function namesIn(env: Environment): readonly string[] {
  const { scalars, tables } = env.catalogue;
  const scopes = [
    env.scope,
    ...env.elements.flatMap((element) => (element.kind === 'row' ? [] : [element.term.scope])),
  ];
  const columns = env.elements.flatMap((one) => (one.kind === 'row' ? one.table.columns.map(({ id }) => id) : []));
  return [...scopes.flatMap((scope) => entriesOn(scope, env)), ...columns, ...scalars.keys(), ...tables.keys()];
}

function failed(name: string, known: readonly string[]): never {
  throw unknownName(name, known);
}

export function unknownName(name: string, known: readonly string[]) {
  const near = nearestName(name, known);
  return near === undefined ? ruleRefusal('UNKNOWN_NAME', name) : ruleRefusal('UNKNOWN_NAME_NEAR', name, near);
}
