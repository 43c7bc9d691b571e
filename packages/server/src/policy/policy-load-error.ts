/** One mistake in a policy file, where an editor can jump to it. */
export interface PolicyMistake {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
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
