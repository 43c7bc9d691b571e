import type { followReport, ResponseOf } from '@yimen/contracts';

export type Progress = ResponseOf<typeof followReport>;

/** How it ended and when. A merged report goes on until the one it joined ends, which is then its last step. */
export function endOfReport({ state, outcome, closedAt, followUntil, steps }: Progress) {
  if (state === 'closed') return outcome === null ? undefined : { words: outcome, at: closedAt };
  const last = steps.at(-1);
  if (state !== 'merged' || followUntil === null || last === undefined) return undefined;
  return { words: last.words, at: last.at };
}
