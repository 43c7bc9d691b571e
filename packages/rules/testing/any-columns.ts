import { type BatchInput, batchFor } from '../src/determination/batch/batch.ts';
import {
  createColumns,
  createSharedColumns,
  type HouseholdColumns,
  valuesAt,
} from '../src/determination/batch/columns.ts';
import { createResults, resultAt } from '../src/determination/batch/results.ts';
import { setNumber, storageOf } from '../src/determination/batch/storage.ts';
import type { Entry } from '../src/determination/check/catalogue.ts';
import type { CheckedRules } from '../src/determination/check/check-rules.ts';
import { addDaysToKey } from '../src/determination/core/date-key.ts';
import { closuresFor } from '../src/determination/run/closures.ts';
import type { PolicyRow } from '../src/determination/run/policy-row.ts';

export interface ColumnsWanted {
  /** Members and events of each household. */
  readonly members: readonly number[];
  readonly events: readonly number[];
  readonly rowOf: (household: number) => number;
  /** One in so many facts is not known; none when it is left out. */
  readonly gapEvery?: number;
  readonly seed?: number;
  /** By threads. */
  readonly isShared?: boolean;
}

/** Facts of every kind for any rules: mostly anything of their range, often its ends. */
export function anyColumns(
  rules: CheckedRules,
  { members, events, rowOf, gapEvery, seed = 1, isShared = false }: ColumnsWanted,
): HouseholdColumns {
  const random = lehmer(seed);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const sizes = { household: members.length, person: sum(members), event: sum(events) };
  const columns = isShared ? createSharedColumns(rules, sizes) : createColumns(rules, sizes);
  columns.offsets.person[0] = 0;
  columns.offsets.event[0] = 0;
  for (let household = 0; household < members.length; household += 1) {
    columns.rowOf[household] = rowOf(household);
    columns.offsets.person[household + 1] = (columns.offsets.person[household] ?? 0) + (members[household] ?? 0);
    columns.offsets.event[household + 1] = (columns.offsets.event[household] ?? 0) + (events[household] ?? 0);
  }
  for (const entry of rules.catalogue.entries.values()) {
    const column = entry.isFact ? columns.facts[entry.on][entry.slot] : undefined;
    for (let index = 0; column && index < column.length; index += 1) {
      const isGap = gapEvery !== undefined && random() * gapEvery < 1;
      setNumber(column, storageOf(entry.range), index, isGap ? Number.NaN : anyValue(rules, entry, random));
    }
  }
  return columns;
}

function anyValue(
  { catalogue }: CheckedRules,
  { range: { low, high }, unit, options }: Entry,
  random: () => number,
): number {
  if (unit === 'text') return catalogue.codeNumbers.get(options[Math.floor(random() * options.length)] ?? '') ?? low;
  // Some keys are no day: they become one.
  if (unit === 'date') return addDaysToKey(700_000 + Math.floor(random() * 70_000), 0);
  const share = random();
  if (share < 0.1) return low;
  if (share < 0.2) return high;
  return share < 0.3 ? Math.min(high, Math.max(low, 0)) : low + Math.floor(random() * (high - low + 1));
}

/** What the batch gives otherwise than closures, in words; every variable is recorded. */
export function differencesFromClosures(
  rules: CheckedRules,
  columns: HouseholdColumns,
  rows: readonly PolicyRow[],
  range: Pick<BatchInput, 'from' | 'to'> = {},
): readonly string[] {
  const { from = 0, to = columns.size } = range;
  const recorded = rules.variables.map(({ entry }) => entry.id);
  const results = createResults(rules, columns, recorded);
  batchFor(rules, recorded)({ columns, rows, results, from, to });
  const closures = closuresFor(rules);
  const found: string[] = [];
  for (let household = from; household < to; household += 1) {
    const values = valuesAt(rules, columns, household);
    const row = rows[columns.rowOf[household] ?? 0];
    if (!row) throw new Error(`there is no row of household ${household}`);
    closures(values, row);
    for (const { entry } of rules.variables) {
      const own = entry.on === 'household' ? [values.household] : values[entry.on];
      const first = entry.on === 'household' ? household : (columns.offsets[entry.on][household] ?? 0);
      for (const [index, element] of own.entries()) {
        const [one, other] = [resultAt(rules, results, entry.id, first + index), element[entry.slot]];
        if (!Object.is(one, other)) found.push(`${entry.id} of ${household}, ${index}: ${one} instead of ${other}`);
      }
    }
  }
  return found;
}

function lehmer(seed: number): () => number {
  let state = seed * 48_271 + 11;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
