import type { CheckedRules } from '../src/determination/check/check-rules.ts';
import type { RuleScope } from '../src/determination/model/rule-model.ts';
import { startRun } from '../src/feel/interpreter/evaluate.ts';
import { type FeelNumber, integer, multiplied, number, smallInteger } from '../src/feel/number/feel-number.ts';
import type { Expression } from '../src/feel/syntax/ast.ts';
import { findDateText, findDateTimeText, temporalText } from '../src/feel/temporal/temporal-text.ts';
import { contextOf, type FeelContext, listOf, type Value } from '../src/feel/value.ts';
import type { FactValue, HouseholdFacts } from '../src/household-facts.ts';
import type { ParameterValue, Unit } from '../src/policy/unit.ts';
import { inFeel } from './not-known-in-feel.ts';

type Names = Map<string, Value>;

/** A value of the language as facts are written: a ratio in basis points. */
export function asFact(value: Value | undefined, unit: Unit = 'count'): FactValue {
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
  if (value.kind === 'number') {
    const counted = unit === 'basisPoints' ? multiplied(value as FeelNumber, integer(10_000)) : (value as FeelNumber);
    return smallInteger(counted, Number.MAX_SAFE_INTEGER) ?? null;
  }
  return value.kind === 'date' ? temporalText(value) : null;
}

/** Every variable's value by the interpreter of FEEL, straight from the text; no part of it is shared with the compiler. */
export function determineSlowly(
  rules: CheckedRules,
  facts: HouseholdFacts,
  parameters: ReadonlyMap<string, ParameterValue>,
): { readonly household: Names; readonly person: readonly Names[]; readonly event: readonly Names[] } {
  const ownOf = (scope: RuleScope, given: Readonly<Record<string, FactValue>>): Own => {
    const facts = rules.catalogue.slots[scope].filter(({ isFact }) => isFact);
    const own: Names = new Map(facts.map(({ id, unit }) => [id, feelValue(unit, given[id] ?? null)]));
    const later = rules.variables
      .filter(({ entry }) => entry.on === scope)
      .map(({ entry }) => [entry.id, null] as const);
    return { own, names: new Map<string, Value>([...shared, ...own, ...later]), context: null };
  };
  const shared = sharedNames(rules, parameters);
  const household = ownOf('household', facts.household);
  const person = facts.members.map((member) => ownOf('person', member));
  const event = (facts.events ?? []).map((one) => ownOf('event', one));
  const run = startRun(findDateTimeText(`${rules.on}T00:00:00`));
  for (const { entry, expression } of rules.variables) {
    const node = expression && inFeel(expression);
    const others = { members: () => listOf(person.map(contextFrom)), events: () => listOf(event.map(contextFrom)) };
    if (entry.on === 'household') {
      for (const name of ['members', 'events'] as const)
        if (asksFor(node, name)) household.names.set(name, others[name]());
    } else if (asksFor(node, 'household')) {
      for (const one of entry.on === 'person' ? person : event) one.names.set('household', contextFrom(household));
    }
    for (const one of { household: [household], person, event }[entry.on]) {
      const value = node ? run.evaluate(node, { names: one.names }) : null;
      one.own.set(entry.id, value);
      one.names.set(entry.id, value);
      one.context = null;
    }
  }
  return { household: household.own, person: person.map(({ own }) => own), event: event.map(({ own }) => own) };
}

interface Own {
  /** Facts and variables of the household, the member or the event. */
  readonly own: Names;
  /** And whatever else its expressions may name; what is computed later is null until then. */
  readonly names: Names;
  /** As others see it; null when it has changed since. */
  context: FeelContext | null;
}

function contextFrom(one: Own): FeelContext {
  one.context ??= contextOf(one.own);
  return one.context;
}

const SHARED = new WeakMap<ReadonlyMap<string, ParameterValue>, { readonly of: CheckedRules; readonly names: Names }>();

/** The same for all households of a place. */
function sharedNames(rules: CheckedRules, parameters: ReadonlyMap<string, ParameterValue>): Names {
  const found = SHARED.get(parameters);
  if (found?.of === rules) return found.names;
  const names: Names = new Map([...parameterNames(rules, parameters), ['monthsPerYear', integer(12)]]);
  SHARED.set(parameters, { of: rules, names });
  return names;
}

function parameterNames({ catalogue }: CheckedRules, given: ReadonlyMap<string, ParameterValue>): Names {
  const tree = new Map<string, unknown>();
  for (const [id, { definition }] of catalogue.scalars) {
    setAt(tree, id, feelValue(definition.unit, scalar(given.get(id))));
  }
  for (const [id, { columns }] of catalogue.tables) {
    const rows = given.get(id);
    const table = Array.isArray(rows) ? rows : [];
    setAt(
      tree,
      id,
      listOf(
        table.map((row) =>
          typeof row === 'string'
            ? row
            : contextOf(new Map(columns.map((column) => [column.id, feelValue(column.unit, scalar(row[column.id]))]))),
        ),
      ),
    );
  }
  return new Map([...tree].map(([name, below]) => [name, frozen(below)]));
}

function scalar(value: unknown): FactValue {
  return typeof value === 'object' || value === undefined ? null : (value as FactValue);
}

function setAt(tree: Map<string, unknown>, id: string, value: Value): void {
  const [first = '', ...rest] = id.split('.');
  if (rest.length === 0) {
    tree.set(first, value);
    return;
  }
  const below = tree.get(first) ?? new Map<string, unknown>();
  tree.set(first, below);
  setAt(below as Map<string, unknown>, rest.join('.'), value);
}

function frozen(below: unknown): Value {
  return below instanceof Map
    ? contextOf(new Map([...below].map(([name, inner]) => [name, frozen(inner)])))
    : (below as Value);
}

export function feelValue(unit: Unit, value: FactValue): Value {
  if (typeof value === 'number') return unit === 'basisPoints' ? number(BigInt(value), -4) : integer(value);
  return unit === 'date' && typeof value === 'string' ? (findDateText(value) ?? null) : value;
}

const NAMES = new WeakMap<Expression, ReadonlySet<string>>();

/** Making a context for whoever does not look at it takes most of the time. */
function asksFor(expression: Expression | null, name: string): boolean {
  if (expression === null) return false;
  const names = NAMES.get(expression) ?? new Set(namesWithin(expression));
  NAMES.set(expression, names);
  return names.has(name);
}

function namesWithin(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(namesWithin);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'kind' in node && node.kind === 'name' && 'name' in node ? [String(node.name)] : [];
  return [...own, ...Object.values(node).flatMap(namesWithin)];
}
