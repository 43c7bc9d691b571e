import type { Expression } from '../../feel/syntax/ast.ts';
import type { Language, Text } from '../../text.ts';

/** What the names of an expression are called; undefined keeps the name as written. */
export interface RuleLabels {
  labelOf(id: string): Text | undefined;
  /** A column of a table. */
  columnOf(table: string, column: string): Text | undefined;
  /** As the fact, rule, parameter or column (`table.column`) of this id calls it. */
  optionOf(option: string, id: string | null): Text | undefined;
  /** Whether the fact, rule, parameter or column (`table.column`) of this id is a day. */
  isDay(id: string): boolean;
}

export interface Telling {
  readonly source: string;
  readonly labels: RuleLabels;
  readonly language: Language;
  /** Whose options the texts are. */
  readonly optionsOf: string | null;
  /** Whose columns the bare names may be. */
  readonly table: string | null;
}

/** How a value is said alone, and among others: in brackets where it would run into them. */
export interface Saying {
  readonly alone: (node: Expression, telling: Telling) => string;
  readonly among: (node: Expression, telling: Telling) => string;
}

/** `dibao.standard` is one name. */
export function idOf(node: Expression): string | undefined {
  if (node.kind === 'name') return node.name;
  if (node.kind !== 'path') return undefined;
  const source = idOf(node.source);
  return source === undefined ? undefined : `${source}.${node.name}`;
}

export function written({ from, to }: Expression, { source }: Telling): string {
  return source.slice(from, to);
}

export function joined(parts: readonly string[], language: Language): string {
  return parts.join(language === 'zh' ? '' : ' ');
}
