import type { CheckedRules } from '../src/determination/check/check-rules.ts';
import type { RuleScope } from '../src/determination/model/rule-model.ts';
import { startRun } from '../src/feel/interpreter/evaluate.ts';
import type { Scope } from '../src/feel/interpreter/run.ts';
import { scopeOf } from '../src/feel/interpreter/scope.ts';
import { type FeelNumber, integer, multiplied, number, smallInteger } from '../src/feel/number/feel-number.ts';
import { findDateText, findDateTimeText, temporalText } from '../src/feel/temporal/temporal-text.ts';
import { contextOf, listOf, type Value } from '../src/feel/value.ts';
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
  const household = valuesOf(rules, 'household', facts.household);
  const person = facts.members.map((member) => valuesOf(rules, 'person', member));
  const event = (facts.events ?? []).map((one) => valuesOf(rules, 'event', one));
  const whole = contextOf(household);
  const [members, events] = [person.map(contextOf), event.map(contextOf)];
  const others = new Map<string, Value>([
    ['household', whole],
    ['members', listOf(members)],
    ['events', listOf(events)],
  ]);
  const around = scopeOf(contextOf(others), placeScope(rules, parameters));
  const scopes = {
    household: [scopeOf(whole, around)],
    person: members.map((one) => scopeOf(one, around)),
    event: events.map((one) => scopeOf(one, around)),
  };
  const values = { household: [household], person, event };
  const run = startRun(findDateTimeText(`${rules.on}T00:00:00`));
  for (const { entry, expression } of rules.variables) {
    if (expression === null) continue;
    const node = inFeel(expression);
    for (const [index, scope] of scopes[entry.on].entries()) {
      values[entry.on][index]?.set(entry.id, run.evaluate(node, scope));
    }
  }
  return { household, person, event };
}

/** Facts and variables of the household, a member or an event: what is computed later is null until then. */
function valuesOf({ catalogue }: CheckedRules, on: RuleScope, given: Readonly<Record<string, FactValue>>): Names {
  const values: Names = new Map();
  for (const { id, unit, isFact } of catalogue.slots[on]) {
    values.set(id, isFact ? feelValue(unit, given[id] ?? null) : null);
  }
  return values;
}

const PLACES = new WeakMap<ReadonlyMap<string, ParameterValue>, { readonly of: CheckedRules; readonly scope: Scope }>();

/** The same for all households of a place. */
function placeScope(rules: CheckedRules, parameters: ReadonlyMap<string, ParameterValue>): Scope {
  const found = PLACES.get(parameters);
  if (found?.of === rules) return found.scope;
  const names = new Map([...parameterNames(rules, parameters), ['monthsPerYear', integer(12)]]);
  const scope = scopeOf(contextOf(names));
  PLACES.set(parameters, { of: rules, scope });
  return scope;
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
