import type { Text } from '../../text.ts';

/** A mistake in a release: which change, which of its fields, where inside it, and the reason in both languages. */
export interface ChangeIssue extends Text {
  /** Place in the list of changes; null when it is in none of them alone. */
  readonly change: number | null;
  readonly field: ChangeField | null;
  /** Inside the field: row and column of a table. */
  readonly path: readonly (string | number)[];
  /** Inside an expression, from 1. */
  readonly line: number | null;
  readonly column: number | null;
}

export const CHANGE_FIELDS = [
  'target',
  'from',
  'to',
  'area',
  'value',
  'expression',
  'clause',
  'document',
  'regions',
] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

export function changeIssue(
  change: number | null,
  field: ChangeField | null,
  words: Text,
  path: ChangeIssue['path'] = [],
): ChangeIssue {
  return { change, field, path, line: null, column: null, zh: words.zh, en: words.en };
}
