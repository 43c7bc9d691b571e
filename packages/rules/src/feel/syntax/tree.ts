import type { parser } from 'lezer-feel';
import { LIMITS } from '../limits.ts';
import { refusal } from '../problem.ts';
import type { Expression } from './ast.ts';
import { canonicalName } from './names.ts';

export type Node = ReturnType<typeof parser.parse>['topNode'];

/** What conversion carries down the tree. */
export interface Reader {
  readonly source: string;
  readonly depth: number;
  readonly convert: (node: Node, reader: Reader) => Expression;
}

export function convert(node: Node, reader: Reader): Expression {
  return reader.convert(node, deeper(reader, node));
}

function deeper(reader: Reader, node: Node): Reader {
  if (reader.depth >= LIMITS.nesting) throw refusal('TOO_DEEP', LIMITS.nesting, node.from);
  return { ...reader, depth: reader.depth + 1 };
}

const COMMENTS = ['LineComment', 'BlockComment'];

export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!COMMENTS.includes(child.name)) children.push(child);
  }
  return children;
}

/** Exactly these many children, or the tree is not what the grammar promises. */
export function findChild(node: Node, name: string): Node | undefined {
  return childrenOf(node).find((child) => child.name === name);
}

export function childAt(children: readonly Node[], index: number, reader: Reader, parent: Node): Node {
  const child = children[index];
  if (!child) throw syntaxError(parent, reader);
  return child;
}

export function textAt(node: Node, reader: Reader): string {
  return reader.source.slice(node.from, node.to);
}

export function syntaxError(node: Node, reader: Reader) {
  return refusal('SYNTAX', textAt(node, reader), node.from);
}

/** Where a node stands, for the tree of our own. */
export function placed({ from, to }: Node): { readonly from: number; readonly to: number } {
  return { from, to };
}

/** Comments may stand inside a name, so it is put together from its parts. */
export function nameText(node: Node, reader: Reader): string {
  const parts = childrenOf(node);
  return canonicalName(parts.length === 0 ? textAt(node, reader) : parts.map((part) => textAt(part, reader)).join(' '));
}
