import type { Range } from '../determination/core/range.ts';

/** Whole numbers; both ends belong to it. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

export const SIDES = ['<', '=', '>'] as const;
/** Where the input lies beside something that is no constant. */
export type Side = (typeof SIDES)[number];

export interface Case {
  readonly interval: Interval;
  /** By the key of what it is compared with. */
  readonly sides: ReadonlyMap<string, Side>;
  /** By the key of a condition that can hold whatever the input is. */
  readonly truths: ReadonlyMap<string, boolean>;
}

/** Whether some value of the interval can lie on that side of some value of the other range. */
export function isSide(side: Side, { from, to }: Interval, other: Range): boolean {
  switch (side) {
    case '<':
      return from < other.high;
    case '=':
      return from <= other.high && to >= other.low;
    case '>':
      return to > other.low;
  }
}
