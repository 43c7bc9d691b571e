import type { ChangeKind } from '@yimen/contracts';
import { amountOfNumber, outcomeOfNumber } from './packed-outcomes.ts';

/** From what stands to what is determined, both packed and not the same. */
export function kindOfChange(was: number, is: number): ChangeKind {
  const [before, after] = [outcomeOfNumber(was), outcomeOfNumber(is)];
  if (after === 'unknown') return 'becomes-unknown';
  if (before !== 'yes') return after === 'yes' ? 'enters' : 'becomes-known';
  if (after === 'no') return 'leaves';
  const [paid, pays] = [amountOfNumber(was), amountOfNumber(is)];
  if (pays === null) return 'becomes-unknown';
  if (paid === null) return 'becomes-known';
  return pays > paid ? 'gains' : 'loses';
}
