import type { Part } from '../batch/parts.ts';
import type { ValueColumn } from '../batch/storage.ts';
import type { Sums } from './compare-programme.ts';
import { HOUSEHOLD } from './tally.ts';

/** What each household of a part is and gets altogether: its class, and the sum of its monthly payments. */
export function compareHouseholds(
  classes: { readonly before: readonly ValueColumn[]; readonly after: readonly ValueColumn[] },
  { from, to }: Part,
  { tally, layout, groupOf, monthlyBefore, monthlyAfter }: Sums,
): void {
  for (let household = from; household < to; household += 1) {
    const index = household - from;
    const group = (groupOf[household] ?? 0) * layout.groupWidth;
    const was = classAt(classes.before, index);
    const is = classAt(classes.after, index);
    const move = group + layout.movesAt + was * layout.classes + is;
    tally[move] = (tally[move] ?? 0) + 1;
    const paid = monthlyBefore[index] ?? 0;
    const pays = monthlyAfter[index] ?? 0;
    tally[group] = (tally[group] ?? 0) + 1;
    tally[group + BEFORE] = (tally[group + BEFORE] ?? 0) + paid;
    tally[group + AFTER] = (tally[group + AFTER] ?? 0) + pays;
    if (paid === pays) continue;
    const [moreOrLess, inOrOut] = pays > paid ? [GAINERS, ENTERING] : [LOSERS, LEAVING];
    tally[group + moreOrLess] = (tally[group + moreOrLess] ?? 0) + 1;
    if (paid === 0 || pays === 0) tally[group + inOrOut] = (tally[group + inOrOut] ?? 0) + 1;
  }
}

const GAINERS = HOUSEHOLD.indexOf('gainers');
const LOSERS = HOUSEHOLD.indexOf('losers');
const ENTERING = HOUSEHOLD.indexOf('entering');
const LEAVING = HOUSEHOLD.indexOf('leaving');
const BEFORE = HOUSEHOLD.indexOf('before');
const AFTER = HOUSEHOLD.indexOf('after');

/** The first class it belongs to; then none; then not known, when an earlier class is not known. */
function classAt(classes: readonly ValueColumn[], index: number): number {
  for (let place = 0; place < classes.length; place += 1) {
    const flag = classes[place]?.[index] ?? 255;
    if (flag === 1) return place;
    if (flag > 1) return classes.length + 1;
  }
  return classes.length;
}
