import type { HouseholdColumns } from '../batch/columns.ts';
import type { Part } from '../batch/parts.ts';
import type { Results } from '../batch/results.ts';
import { storageOf, UNKNOWN_MARK, type ValueColumn } from '../batch/storage.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import type { ProgrammeDetermination, RuleScope } from '../model/rule-model.ts';
import { PROGRAMME, type TallyLayout } from './tally.ts';

/** One programme as one of the two sides decides it. */
export interface Side {
  readonly eligible: Uint8Array;
  /** The same, four at a time. */
  readonly fours: Int32Array;
  readonly amount: ValueColumn | null;
  /** What stands for an amount that is not known. */
  readonly mark: number;
}

/** One programme beside itself. */
export interface Pair {
  readonly place: number;
  readonly on: RuleScope;
  readonly isMonthly: boolean;
  readonly before: Side;
  readonly after: Side;
}

export interface Sums {
  readonly tally: Float64Array;
  readonly layout: TallyLayout;
  readonly groupOf: Uint16Array;
  readonly binFen: number;
  /** Of each household of the part: everything it gets a month. */
  readonly monthlyBefore: Float64Array;
  readonly monthlyAfter: Float64Array;
}

const BEFORE = PROGRAMME.indexOf('before');

export function sideOf(rules: CheckedRules, { eligible, amount }: ProgrammeDetermination, results: Results): Side {
  const entry = amount === null ? undefined : rules.catalogue.entries.get(amount);
  const column = results.columns.get(eligible);
  if (!(column instanceof Uint8Array)) throw new Error(`there are no results of ${eligible}`);
  const mark = entry ? UNKNOWN_MARK[storageOf(entry.range)] : Number.NaN;
  const fours = new Int32Array(column.buffer, 0, column.length >> 2);
  return { eligible: column, fours, amount: (entry && results.columns.get(entry.id)) ?? null, mark };
}

/** Flags are 0, 1 and 255 for not known; as a place among three: 0, 1, 2. */
function placeOf(flag: number): number {
  return flag > 1 ? 2 : flag;
}

/** All households of a part, or all their members or events. The results begin with the first of the part. */
export function comparePart(pair: Pair, columns: HouseholdColumns, runs: readonly Part[], sums: Sums): void {
  const start = runs[0]?.from ?? 0;
  for (const run of runs) compareGroup(pair, columns, run, { ...sums, start });
}

/** The households of a part that stand together and are of one group. */
export function groupRuns(groupOf: Uint16Array, { from, to }: Part): readonly Part[] {
  const runs: Part[] = [];
  let first = from;
  for (let household = from + 1; household <= to; household += 1) {
    if (household < to && groupOf[household] === groupOf[first]) continue;
    runs.push({ from: first, to: household });
    first = household;
  }
  return runs;
}

/** Households of one group side by side; most of them have nothing of most programmes, four of them at a glance. */
function compareGroup(
  { place, on, isMonthly, before, after }: Pair,
  columns: HouseholdColumns,
  { from, to }: Part,
  { tally, layout, groupOf, binFen, monthlyBefore, monthlyAfter, start }: Sums & { readonly start: number },
): void {
  const { bins } = layout;
  const offsets = on === 'household' ? null : columns.offsets[on];
  const at = (household: number) => (offsets ? (offsets[household] ?? 0) - (offsets[start] ?? 0) : household - start);
  const figures = (groupOf[from] ?? 0) * layout.groupWidth + layout.programmesAt + place * PROGRAMME.length;
  const histogram = layout.histogramsAt + place * 2 * bins;
  const end = at(to);
  let household = from;
  let nothing = 0;
  for (let index = at(from); index < end; index += 1) {
    if ((index & 3) === 0) {
      const next = nextSomething(before.fours, after.fours, index >> 2, end >> 2) << 2;
      nothing += next - index;
      index = next;
      if (index >= end) break;
    }
    if (before.eligible[index] === 0 && after.eligible[index] === 0) {
      nothing += 1;
      continue;
    }
    const was = placeOf(before.eligible[index] ?? 255);
    const is = placeOf(after.eligible[index] ?? 255);
    raise(tally, figures + was * 3 + is);
    if (was !== 1 && is !== 1) continue;
    const paid = was === 1 ? amountAt(before, index) : 0;
    const pays = is === 1 ? amountAt(after, index) : 0;
    if (Number.isNaN(paid) || Number.isNaN(pays)) {
      countUnpriced(tally, figures, paid, pays);
      continue;
    }
    tally[figures + BEFORE] = (tally[figures + BEFORE] ?? 0) + paid;
    tally[figures + BEFORE + 1] = (tally[figures + BEFORE + 1] ?? 0) + pays;
    if (pays > paid) raise(tally, figures + BEFORE + 2);
    if (pays < paid) raise(tally, figures + BEFORE + 3);
    if (was === 1) raise(tally, histogram + binOf(paid, binFen, bins));
    if (is === 1) raise(tally, histogram + bins + binOf(pays, binFen, bins));
    if (!isMonthly) continue;
    while (at(household + 1) <= index) household += 1;
    monthlyBefore[household - start] = (monthlyBefore[household - start] ?? 0) + paid;
    monthlyAfter[household - start] = (monthlyAfter[household - start] ?? 0) + pays;
  }
  tally[figures] = (tally[figures] ?? 0) + nothing;
}

function nextSomething(one: Int32Array, other: Int32Array, from: number, to: number): number {
  let next = from;
  while (next < to && one[next] === 0 && other[next] === 0) next += 1;
  return next;
}

function amountAt({ amount, mark }: Side, index: number): number {
  if (!amount) return 0;
  const value = amount[index] ?? Number.NaN;
  return value === mark ? Number.NaN : value;
}

function binOf(fen: number, binFen: number, bins: number): number {
  return Math.min(bins - 1, Math.max(0, Math.floor(fen / binFen)));
}

/** An amount that is not known is in no sum: it would look like nothing. */
function countUnpriced(tally: Float64Array, figures: number, paid: number, pays: number): void {
  if (Number.isNaN(paid)) raise(tally, figures + BEFORE + 4);
  if (Number.isNaN(pays)) raise(tally, figures + BEFORE + 5);
}

function raise(tally: Float64Array, at: number): void {
  tally[at] = (tally[at] ?? 0) + 1;
}
