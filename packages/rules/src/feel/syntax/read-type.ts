import { refusal } from '../problem.ts';
import { childAt, childrenOf, findChild, type Node, nameText, type Reader, syntaxError, textAt } from './tree.ts';
import { SIMPLE_TYPES, type TypeName } from './type-name.ts';

/** Of the node Type; range types are not in the grammar. */
export function readType(node: Node, reader: Reader): TypeName {
  const inner = childAt(childrenOf(node), 0, reader, node);
  switch (inner.name) {
    case 'QualifiedName':
    case 'SpecialType':
      return simpleType(inner, reader);
    case 'ListType':
      return { kind: 'list', of: readType(requiredChild(inner, 'Type', reader), reader) };
    case 'ContextType':
      return contextType(inner, reader);
    case 'FunctionType':
      for (const part of typesIn(inner)) readType(part, reader);
      return { kind: 'function' };
    default:
      throw refusal('UNKNOWN_TYPE', textAt(inner, reader), inner.from);
  }
}

function typesIn(node: Node): readonly Node[] {
  return childrenOf(node).flatMap((child) => (child.name === 'Type' ? [child] : typesIn(child)));
}

function simpleType(node: Node, reader: Reader): TypeName {
  const written = textAt(node, reader).replace(/\s+/g, ' ');
  const name = SIMPLE_TYPES.find((known) => known === written);
  if (!name) throw refusal('UNKNOWN_TYPE', written, node.from);
  return { kind: 'simple', name };
}

function contextType(node: Node, reader: Reader): TypeName {
  const entries = new Map<string, TypeName>();
  for (const entry of childrenOf(requiredChild(node, 'ContextEntryTypes', reader))) {
    const name = nameText(childAt(childrenOf(entry), 0, reader, entry), reader);
    entries.set(name, readType(requiredChild(entry, 'Type', reader), reader));
  }
  return { kind: 'context', entries };
}

function requiredChild(node: Node, name: string, reader: Reader): Node {
  const child = findChild(node, name);
  if (!child) throw syntaxError(node, reader);
  return child;
}
