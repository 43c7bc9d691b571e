import type { Place } from './place.ts';
import type { Setting } from './setting.ts';

/** How a place pays dibao: by bands or by the gap, rounded its way, and at least so much. */
export interface Payout {
  readonly bands: readonly number[] | null;
  readonly isUp: boolean;
  readonly isDown: boolean;
  readonly roundTo: number;
  readonly least: number;
}

export function payoutOf({ figure }: Place, code: Setting['code']): Payout {
  const rounding = figure('dibao.rounding');
  return {
    // A place that pays by bands has its figures.
    bands:
      figure('dibao.payment') === code('band') ? ['A', 'B', 'C', 'D'].map((band) => figure(`dibao.band${band}`)) : null,
    isUp: rounding === code('up'),
    isDown: rounding === code('down'),
    roundTo: figure('dibao.roundTo'),
    least: figure('dibao.minimumPayment'),
  };
}

/** What is lacked in a year, in parts of a share, as money of a month. */
export function gapOfMonth({ isUp, isDown, roundTo }: Payout, lacked: number, sharesInAll: number): number {
  const divisor = 12 * sharesInAll * roundTo;
  if (isUp) return Math.ceil(lacked / divisor) * roundTo;
  if (isDown) return Math.floor(lacked / divisor) * roundTo;
  return Math.floor((2 * lacked + divisor) / (2 * divisor)) * roundTo;
}
