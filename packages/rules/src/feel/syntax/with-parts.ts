import type { Binding, Expression, Given } from './ast.ts';

type Change = (part: Expression) => Expression;

/** The same node made of other parts. */
export function withParts(node: Expression, change: Change): Expression {
  switch (node.kind) {
    case 'literal':
    case 'name':
    case 'input':
      return node;
    case 'negation':
      return { ...node, operand: change(node.operand) };
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return { ...node, left: change(node.left), right: change(node.right) };
    case 'between':
      return { ...node, value: change(node.value), low: change(node.low), high: change(node.high) };
    case 'in':
      return { ...node, value: change(node.value), tests: node.tests.map(change) };
    case 'if': {
      const then = change(node.then);
      return { ...node, condition: change(node.condition), then, otherwise: change(node.otherwise) };
    }
    case 'for':
      return { ...node, bindings: changedBindings(node.bindings, change), body: change(node.body) };
    case 'quantified':
      return { ...node, bindings: changedBindings(node.bindings, change), condition: change(node.condition) };
    case 'instance of':
      return { ...node, value: change(node.value) };
    case 'path':
      return { ...node, source: change(node.source) };
    case 'filter':
      return { ...node, source: change(node.source), condition: change(node.condition) };
    case 'call':
      return { ...node, callee: change(node.callee), given: changedGiven(node.given, change) };
    case 'function':
      return { ...node, body: change(node.body) };
    case 'list':
      return { ...node, items: node.items.map(change) };
    case 'context':
      return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: change(entry.value) })) };
    case 'range':
      return {
        ...node,
        ...(node.start && { start: change(node.start) }),
        ...(node.end && { end: change(node.end) }),
      };
  }
}

function changedBindings(bindings: readonly Binding[], change: Change): readonly Binding[] {
  return bindings.map((one) => ({ ...one, domain: change(one.domain), ...(one.end && { end: change(one.end) }) }));
}

function changedGiven(given: Given, change: Change): Given {
  return given.kind === 'positional'
    ? { kind: given.kind, values: given.values.map(change) }
    : { kind: given.kind, values: new Map([...given.values].map(([name, value]) => [name, change(value)])) };
}
