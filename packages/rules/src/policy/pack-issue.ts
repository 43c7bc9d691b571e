import type { Text } from '../text.ts';

export const PACK_FILES = [
  'pack',
  'clauses',
  'parameters',
  'rules',
  'programmes',
  'procedures',
  'questions',
  'vectors',
] as const;
export type PackFile = (typeof PACK_FILES)[number];

/** A mistake in a pack: the file, the place in it, and the reason in one sentence of each language. */
export interface PackIssue {
  readonly packId: string;
  readonly file: PackFile;
  readonly path: readonly (string | number)[];
  readonly reason: Text;
}

/** A parameter the code asks for: it must be defined at the top with this unit and at least these columns. */
export interface NeededParameter {
  readonly id: string;
  readonly unit: string;
  readonly columns?: readonly string[];
}
