/** Percent for a bar; without a cap there is nothing to fill. */
export function shareOf(part: number, whole: number | null): number {
  if (whole === null || whole === 0) return 0;
  return Math.min(100, Math.round((part / whole) * 100));
}
