/** A round number at or above the largest count, for the top of an axis. */
export function roundTop(largest: number): number {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 2, 5, 10].find((one) => one * power >= largest) ?? 10;
  return Math.max(1, step * power);
}

/** How many bars belong together under one label, so that no more than `most` stand on the axis. */
export function labelEvery(bars: number, most: number): number {
  return Math.max(1, Math.ceil(bars / most));
}
