export const CLOCKS = ['workingDays', 'calendarDays', 'hours', 'months', 'years'] as const;
/** What a time limit counts. */
export type ClockKind = (typeof CLOCKS)[number];

/** A length with its clock, as packs write it: `10 workingDays`, `24 hours`. */
export interface Limit {
  readonly amount: number;
  readonly clock: ClockKind;
}

export function parseLimit(text: string): Limit | undefined {
  const parts = /^(0|[1-9]\d{0,3}) ([a-zA-Z]+)$/.exec(text);
  const clock = CLOCKS.find((kind) => kind === parts?.[2]);
  if (!parts || !clock) return undefined;
  return { amount: Number(parts[1]), clock };
}
