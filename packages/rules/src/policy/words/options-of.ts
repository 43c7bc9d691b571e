import type { Expression } from '../../feel/syntax/ast.ts';
import { idOf } from './name-words.ts';
import type { Telling } from './telling.ts';

/** A text beside this is one of its options. */
export function besideOf(node: Expression, telling: Telling): Telling {
  const id = ownerOf(node, telling);
  return id === null ? telling : { ...telling, optionsOf: id };
}

/** Of a fact, rule, parameter or column; null of anything else. */
function ownerOf(node: Expression, { labels, table }: Telling): string | null {
  if (node.kind === 'name') {
    return table !== null && !labels.labelOf(node.name) ? `${table}.${node.name}` : node.name;
  }
  if (node.kind !== 'path') return null;
  if (node.source.kind === 'filter') return `${idOf(node.source.source)}.${node.name}`;
  const whole = idOf(node);
  return whole !== undefined && labels.labelOf(whole) ? whole : node.name;
}
