import type { Expression } from '../../feel/syntax/ast.ts';
import type { Text } from '../../text.ts';
import { idOf, type Telling } from './telling.ts';

/** A text beside this is one of its options. */
export function besideOf(node: Expression, telling: Telling): Telling {
  const id = ownerOf(node, telling);
  return id === null ? telling : { ...telling, optionsOf: id };
}

/** The fact, rule, parameter or column (`table.column`) that has this value; null of anything else. */
export function ownerOf(node: Expression, telling: Telling): string | null {
  const column = findColumn(node, telling);
  if (column) return column.id;
  if (node.kind === 'name') return node.name;
  if (node.kind !== 'path') return null;
  const whole = idOf(node);
  return whole !== undefined && telling.labels.labelOf(whole) ? whole : node.name;
}

interface Column {
  /** `table.column` */
  readonly id: string;
  readonly label: Text;
}

/** A bare name inside of a look-up, or what a look-up gives. */
export function findColumn(node: Expression, { labels, table }: Telling): Column | undefined {
  if (node.kind !== 'name' && node.kind !== 'path') return undefined;
  const of = node.kind === 'name' ? table : lookedUp(node.source);
  const label = of ? labels.columnOf(of, node.name) : undefined;
  return label && { id: `${of}.${node.name}`, label };
}

/** The table of `table[column = x]` and `table[column = x][1]`. */
function lookedUp(node: Expression): string | undefined {
  return node.kind === 'filter' ? (lookedUp(node.source) ?? idOf(node.source)) : undefined;
}
