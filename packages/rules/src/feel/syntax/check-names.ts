import { isBuiltin } from '../builtins/registry.ts';
import { refusal } from '../problem.ts';
import type { Binding, Expression, ExpressionOf } from './ast.ts';
import { canonicalName, type NameShape, NO_NAMES } from './names.ts';
import { givenParts, partsOf } from './parts.ts';

interface Known {
  readonly names: NameShape;
  readonly outer?: Known;
  /** `?` has a value here. */
  readonly hasInput: boolean;
  /** Inside a filter over something whose elements are not known beforehand: their names show when it runs. */
  readonly isOpen: boolean;
}

/** A name nobody gave is refused even in a branch that would not be reached. */
export function checkNames(expression: Expression, names: NameShape, { hasInput }: { hasInput: boolean }): void {
  check(expression, { names: canonicalNames(names), hasInput, isOpen: false });
}

const CANONICAL = new WeakMap<NameShape, NameShape>();

/** Once per shape: hundreds of rules of one place are checked against the same names. */
function canonicalNames(names: NameShape): NameShape {
  const found = CANONICAL.get(names);
  if (found) return found;
  const canonical = new Map([...names].map(([name, inner]) => [canonicalName(name), inner]));
  CANONICAL.set(names, canonical);
  return canonical;
}

function check(node: Expression, known: Known): void {
  switch (node.kind) {
    case 'name':
      if (!isKnown(node.name, known)) throw unknownName(node, known);
      break;
    case 'input':
      if (!known.hasInput) throw refusal('NO_INPUT', '?', node.from);
      break;
    case 'in':
      check(node.value, known);
      checkAll(node.tests, { ...known, hasInput: true });
      break;
    case 'for':
      check(node.body, withName(checkBindings(node.bindings, known), 'partial'));
      break;
    case 'quantified':
      check(node.condition, checkBindings(node.bindings, known));
      break;
    case 'filter':
      check(node.source, known);
      check(node.condition, insideFilter(node, known));
      break;
    case 'call':
      checkCall(node, known);
      break;
    case 'function':
      check(
        node.body,
        node.parameters.reduce((inner, { name }) => withName(inner, name), known),
      );
      break;
    case 'context':
      checkEntries(node, known);
      break;
    default:
      checkAll(partsOf(node), known);
  }
}

function checkAll(nodes: readonly Expression[], known: Known): void {
  for (const node of nodes) check(node, known);
}

/** Names may have spaces in them, so that two beside each other are read as one that nobody gave. */
function unknownName({ name, from }: ExpressionOf<'name'>, known: Known) {
  const words = name.split(' ');
  const isTwo = words.some(
    (_, at) => at > 0 && [words.slice(0, at), words.slice(at)].every((one) => isKnown(one.join(' '), known)),
  );
  return refusal(isTwo ? 'NO_OPERATOR' : 'UNKNOWN_NAME', name, from);
}

function isKnown(name: string, known: Known): boolean {
  return known.isOpen || findShape(known, name) !== undefined;
}

function findShape(known: Known, name: string): NameShape | undefined {
  for (let at: Known | undefined = known; at; at = at.outer) {
    const shape = at.names.get(name);
    if (shape) return shape;
  }
  return undefined;
}

function withName(known: Known, name: string, shape: NameShape = NO_NAMES): Known {
  return { ...known, names: new Map([[name, shape]]), outer: known };
}

/** Each binding sees the ones before it. */
function checkBindings(bindings: readonly Binding[], known: Known): Known {
  let inner = known;
  for (const { name, domain, end } of bindings) {
    check(domain, inner);
    if (end) check(end, inner);
    inner = withName(inner, name, shapeOf(domain, inner));
  }
  return inner;
}

function insideFilter({ source }: ExpressionOf<'filter'>, known: Known): Known {
  const shape = shapeOf(source, known);
  const names = withName({ ...known, names: canonicalNames(shape), outer: known }, 'item', shape);
  return { ...names, isOpen: known.isOpen || shape.size === 0 };
}

/** What is known of the names inside a value, empty when nothing is. */
function shapeOf(node: Expression, known: Known): NameShape {
  switch (node.kind) {
    case 'name':
      return findShape(known, node.name) ?? NO_NAMES;
    case 'path':
      return canonicalNames(shapeOf(node.source, known)).get(node.name) ?? NO_NAMES;
    case 'filter':
      return shapeOf(node.source, known);
    default:
      return NO_NAMES;
  }
}

function checkCall({ callee, given }: ExpressionOf<'call'>, known: Known): void {
  if (callee.kind !== 'name') check(callee, known);
  else if (!isKnown(callee.name, known) && !isBuiltin(callee.name)) {
    throw refusal('UNKNOWN_FUNCTION', callee.name, callee.from);
  }
  checkAll(givenParts(given), known);
}

/** An entry sees the entries above it, never itself: no context can contain itself. */
function checkEntries(node: ExpressionOf<'context'>, known: Known): void {
  const seen = new Set<string>();
  let inner = known;
  for (const { name, value, from } of node.entries) {
    if (seen.has(name)) throw refusal('TWICE', name, from);
    seen.add(name);
    check(value, inner);
    inner = withName(inner, canonicalName(name), shapeOf(value, inner));
  }
}
