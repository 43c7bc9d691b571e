import type { Text } from '@yimen/rules';

/** One mistake in a policy file, where an editor can jump to it. */
export interface PolicyMistake {
  readonly file: string;
  readonly line: number;
  /** In Chinese and English, as `inBoth` puts them. */
  readonly reason: string;
}

export function inBoth({ zh, en }: Text): string {
  return `${zh} · ${en}`;
}

/** The packs cannot be used; the message lists every mistake as `file:line: reason`. */
export class PolicyLoadError extends Error {
  override readonly name = 'PolicyLoadError';
  readonly mistakes: readonly PolicyMistake[];

  constructor(mistakes: readonly PolicyMistake[]) {
    super(mistakes.map((mistake) => `${mistake.file}:${mistake.line}: ${mistake.reason}`).join('\n'));
    this.mistakes = mistakes;
  }
}
