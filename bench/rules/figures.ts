/** One row of the table. */
export interface Figure {
  readonly section: string;
  readonly quantity: string;
  readonly measured: string;
  readonly bar: string;
  /** Null where nothing is asked for. */
  readonly isKept: boolean | null;
  /** Households a second, to be drawn as a bar. */
  readonly rate: number | null;
}

export interface Bar {
  readonly text: string;
  readonly isKept: boolean;
}

export function rateFigure(section: string, quantity: string, rate: number, bar?: Bar): Figure {
  const measured = `${thousands(rate)} households/s`;
  return { section, quantity, measured, bar: bar?.text ?? '', isKept: bar?.isKept ?? null, rate };
}

export function figure(section: string, quantity: string, measured: string, bar?: Bar): Figure {
  return { section, quantity, measured, bar: bar?.text ?? '', isKept: bar?.isKept ?? null, rate: null };
}

export function atMost(value: number, limit: number, unit: string): Bar {
  return { text: `≤ ${limit}${unit}`, isKept: value <= limit };
}

export function atLeast(value: number, limit: number, unit: string): Bar {
  return { text: `≥ ${thousands(limit)}${unit}`, isKept: value >= limit };
}

export function thousands(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
