import type { Expression } from '../../feel/syntax/ast.ts';
import { ownerOf } from './owner-of.ts';
import { type Telling, written } from './telling.ts';

/** Days are earlier or later, not below or above. */
export function isDay(node: Expression, telling: Telling): boolean {
  switch (node.kind) {
    case 'literal':
      return /^@"\d/.test(written(node, telling));
    case 'call':
      return node.callee.kind === 'name' && DAYS.has(node.callee.name);
    case 'arithmetic':
      // From one day to another it is a time.
      return isDay(node.left, telling) !== isDay(node.right, telling);
    case 'if':
      return isDay(node.then, telling);
    default: {
      const id = ownerOf(node, telling);
      return id !== null && telling.labels.isDay(id);
    }
  }
}

const DAYS: ReadonlySet<string> = new Set(['date', 'today']);
