import type { CheckedRules, HouseholdColumns } from '@yimen/rules';
import { connect, inSnapshot } from './connection-store.ts';
import { takePart } from './control.ts';
import { type OpenPage, openPages, openPageVault, type RegisterAt } from './open-pages.ts';
import { ByteWriter } from './packed-bytes.ts';
import { createCounts, type KnownCounts } from './packed-facts.ts';
import { copyPages, type PageCount } from './page-store.ts';
import { type PlaceRows, rowFinder } from './place.ts';
import type { Control } from './task.ts';
import { type Next, passOver, readPlans, type Unpacking, unpackPage } from './unpack-page.ts';

/** The facts of the register into shared columns, every thread some parts of it by a connection of its own. */
export interface LoadTask extends RegisterAt, PlaceRows {
  readonly kind: 'load';
  /** All threads see the register as it was at one moment. */
  readonly snapshot: string;
  readonly columns: HouseholdColumns;
  /** The township of each household, by its place in the list. */
  readonly townshipOf: Uint16Array;
  readonly townships: readonly string[];
  readonly parts: readonly LoadPart[];
}

/** Where the households of some pages go. */
export interface LoadPart extends Readonly<Next> {
  readonly pages: readonly PageCount[];
}

/** How often each fact is known, scope after scope, and last how many households could not be read. */
export async function loadParts(
  rules: CheckedRules,
  task: LoadTask,
  control: Control,
  progress: (households: number) => void,
): Promise<Float64Array> {
  const vault = await openPageVault(task);
  const client = await connect(task.databaseUrl);
  try {
    const counts = createCounts(rules);
    let unreadable = 0;
    await inSnapshot(client, task.snapshot, async () => {
      const room = new ByteWriter();
      const load = loader({ rules, plans: await readPlans(client, rules), counts }, task);
      for (let part = takePart(control, task.parts); part; part = takePart(control, task.parts)) {
        const { household, person, event } = part;
        const next = { household, person, event };
        const counted = new Map(part.pages.map((page) => [page.id, page]));
        const reader = await copyPages(client, [...counted.keys()], room);
        for (const page of openPages(vault, reader)) unreadable += load(page, counted.get(page.id), next);
        progress(next.household - household);
      }
    });
    return Float64Array.of(...counts.household, ...counts.person, ...counts.event, unreadable);
  } finally {
    await client.end();
  }
}

/** @returns how many households of a page could not be read. */
function loader(unpacking: Unpacking, { columns, townships, townshipOf, ...places }: LoadTask) {
  const findRow = rowFinder(places);
  const numbers = new Map(townships.map((code, number) => [code, number]));
  return (page: OpenPage, counted: PageCount | undefined, next: Next): number => {
    const row = findRow(page) ?? 0;
    const first = next.household;
    const sound = page.content && unpackPage(unpacking, page.content, row, columns, next);
    if (!sound && counted) passOver(counted, row, columns, next);
    townshipOf.fill(numbers.get(page.regionCode) ?? 0, first, next.household);
    return sound ? sound.filter((isSound) => !isSound).length : next.household - first;
  };
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
