import type { CheckedRules, HouseholdColumns } from '@yimen/rules';
import { takePart } from './control.ts';
import { createCounts, type KnownCounts } from './packed-facts.ts';
import { connect, copyFacts, inSnapshot, type NumberRange } from './register-store.ts';
import type { Control } from './task.ts';
import { nextPackedRow, readPlans, unpackRow } from './unpack-rows.ts';

/** The facts of the whole register into shared columns, every thread some parts of it by a connection of its own. */
export interface LoadTask {
  readonly kind: 'load';
  readonly databaseUrl: string;
  /** All threads see the register as it was at one moment. */
  readonly snapshot: string;
  readonly columns: HouseholdColumns;
  readonly parts: readonly LoadPart[];
  readonly rowOfPlace: Uint16Array;
}

/** Where a range of households goes. */
export interface LoadPart extends NumberRange {
  readonly household: number;
  readonly person: number;
  readonly event: number;
}

/** How often each fact is known, scope after scope, and last how many households could not be read. */
export async function loadParts(
  rules: CheckedRules,
  { databaseUrl, snapshot, columns, parts, rowOfPlace }: LoadTask,
  control: Control,
  progress: (households: number) => void,
): Promise<Float64Array> {
  const client = await connect(databaseUrl);
  try {
    const counts = createCounts(rules);
    let unreadable = 0;
    await inSnapshot(client, snapshot, async () => {
      const unpacking = { rules, plans: await readPlans(client, rules), rowOfPlace, counts };
      for (let part = takePart(control, parts); part; part = takePart(control, parts)) {
        const { household, person, event } = part;
        const next = { household, person, event };
        const reader = await copyFacts(client, part);
        for (let row = nextPackedRow(reader); row; row = nextPackedRow(reader)) {
          if (!unpackRow(unpacking, row, columns, next)) unreadable += 1;
        }
        progress(next.household - household);
      }
    });
    return Float64Array.of(...counts.household, ...counts.person, ...counts.event, unreadable);
  } finally {
    await client.end();
  }
}

/** The sum of what the threads answered, as counts again. */
export function countsOf(rules: CheckedRules, answers: readonly Float64Array[]): KnownCounts {
  const counts = createCounts(rules);
  for (const answer of answers) {
    let at = 0;
    for (const scope of ['household', 'person', 'event'] as const) {
      const own = counts[scope];
      // Below zero stands for facts that were given up; a sum must not leave the numbers an Int32Array holds.
      for (let slot = 0; slot < own.length; slot += 1)
        own[slot] = Math.max(-(2 ** 31), (own[slot] ?? 0) + (answer[at + slot] ?? 0));
      at += own.length;
    }
  }
  return counts;
}
