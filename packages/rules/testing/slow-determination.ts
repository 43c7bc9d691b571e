import type { CheckedRules, CheckedVariable } from '../src/determination/check/check-rules.ts';
import type { RuleScope } from '../src/determination/model/rule-model.ts';
import { startRun } from '../src/feel/interpreter/evaluate.ts';
import { type FeelNumber, integer, multiplied, number, smallInteger } from '../src/feel/number/feel-number.ts';
import type { Expression } from '../src/feel/syntax/ast.ts';
import { findDateText, findDateTimeText, temporalText } from '../src/feel/temporal/temporal-text.ts';
import { contextOf, listOf, type Value } from '../src/feel/value.ts';
import type { FactValue, HouseholdFacts } from '../src/household-facts.ts';
import type { ParameterValue, Unit } from '../src/policy/unit.ts';

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
  const namesOf = (scope: RuleScope, given: Readonly<Record<string, FactValue>>): Names =>
    new Map(
      rules.catalogue.slots[scope]
        .filter(({ isFact }) => isFact)
        .map(({ id, unit }) => [id, feelValue(unit, given[id] ?? null)]),
    );
  const household = namesOf('household', facts.household);
  const person = facts.members.map((member) => namesOf('person', member));
  const event = (facts.events ?? []).map((one) => namesOf('event', one));
  const shared: Names = new Map([...parameterNames(rules, parameters), ['monthsPerYear', integer(12)]]);
  const run = startRun(findDateTimeText(`${rules.on}T00:00:00`));
  const evaluate = ({ expression }: CheckedVariable, names: Names) =>
    expression ? run.evaluate(withZero(expression), { names: new Map([...shared, ...names]) }) : null;
  for (const variable of rules.variables) {
    const { id, on } = variable.entry;
    if (on === 'household') {
      const all: Names = new Map([...household, ['members', contexts(person)], ['events', contexts(event)]]);
      household.set(id, evaluate(variable, all));
      continue;
    }
    for (const own of on === 'person' ? person : event) {
      own.set(id, evaluate(variable, new Map([...own, ['household', contextOf(household)]])));
    }
  }
  return { household, person, event };
}

function contexts(all: readonly Names[]): Value {
  return listOf(all.map(contextOf));
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

/** In rules the sum of nobody's amounts is 0; in FEEL it is null. */
function withZero<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withZero) as T;
  if (node instanceof Map || typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, withZero(inner)])) as T;
  return isSum(copy as Expression) ? (summedWithZero(copy as Expression) as T) : copy;
}

function isSum(node: Expression): boolean {
  return node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === 'sum';
}

function summedWithZero(node: Expression): Expression {
  if (node.kind !== 'call' || node.given.kind !== 'positional') return node;
  const { from, to } = node;
  const zero: Expression = { from, to, kind: 'literal', value: integer(0) };
  const [list = zero] = node.given.values;
  const callee: Expression = { from, to, kind: 'name', name: 'append' };
  const appended: Expression = { from, to, kind: 'call', callee, given: { kind: 'positional', values: [list, zero] } };
  return { ...node, given: { kind: 'positional', values: [appended] } };
}
