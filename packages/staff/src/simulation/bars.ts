/** On an axis: whole yuan. */
export function formatYuan(fen: number): string {
  return Math.round(fen / 100).toLocaleString('en');
}

/** Bars beyond the last one that holds anybody are left out; a few stay, so that the picture does not jump. */
export function lastBarOf({
  before,
  after,
}: {
  readonly before: readonly number[];
  readonly after: readonly number[];
}) {
  const last = after.findLastIndex((count, index) => count > 0 || (before[index] ?? 0) > 0);
  return Math.min(after.length - 1, Math.max(9, last + 1));
}
