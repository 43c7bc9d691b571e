import type { Binding, Expression } from './ast.ts';
import {
  childAt,
  childrenOf,
  convert,
  findChild,
  type Node,
  nameText,
  placed,
  type Reader,
  syntaxError,
} from './tree.ts';

export function convertFor(node: Node, reader: Reader): Expression {
  return { ...placed(node), kind: 'for', bindings: bindingsOf(node, reader), body: lastOf(node, reader) };
}

export function convertQuantified(node: Node, reader: Reader): Expression {
  const quantifier = findChild(node, 'some') ? 'some' : 'every';
  const bindings = bindingsOf(node, reader);
  return { ...placed(node), kind: 'quantified', quantifier, bindings, condition: lastOf(node, reader) };
}

function lastOf(node: Node, reader: Reader): Expression {
  const children = childrenOf(node);
  return convert(childAt(children, children.length - 1, reader, node), reader);
}

function bindingsOf(node: Node, reader: Reader): readonly Binding[] {
  const list = findChild(node, 'InExpressions');
  if (!list) throw syntaxError(node, reader);
  return childrenOf(list).map((one) => bindingOf(one, reader));
}

function bindingOf(node: Node, reader: Reader): Binding {
  const [nameNode, , iteration] = childrenOf(node);
  if (!nameNode || !iteration) throw syntaxError(node, reader);
  const [start, , end] = childrenOf(iteration);
  if (!start) throw syntaxError(iteration, reader);
  const binding = { ...placed(node), name: nameText(nameNode, reader), domain: convert(start, reader) };
  return end ? { ...binding, end: convert(end, reader) } : binding;
}
