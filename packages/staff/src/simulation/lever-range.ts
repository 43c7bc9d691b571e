import type { Lever } from '@yimen/contracts';

export interface LeverRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const YUAN = 100;

/** A fifth less to a fifth more than what holds, and room around what is drafted or tried beyond that; whole yuan. */
export function rangeOfLever({ before, drafted, tried }: Pick<Lever, 'before' | 'drafted' | 'tried'>): LeverRange {
  const middle = before ?? drafted ?? tried ?? 0;
  const step = middle >= 10_000 * YUAN ? 10 * YUAN : YUAN;
  const known = [drafted, tried].flatMap((fen) => (fen === null ? [] : [fen]));
  const low = Math.min(middle * 0.8, ...known);
  const high = Math.max(middle * 1.2, ...known, step * 10);
  return { min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step, step };
}
