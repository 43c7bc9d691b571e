import {
  batchFor,
  type CheckedRules,
  createColumns,
  createResults,
  type DetermineAll,
  type PolicyRow,
} from '@yimen/rules';
import type pg from 'pg';
import type { Vault } from '../platform/vault/vault.ts';
import { commitWithoutWaiting, connect, inTransaction } from './connection-store.ts';
import { isStopped } from './control.ts';
import { createFindingColumns, createFindings, type FindingColumns } from './findings.ts';
import { exitFinder, exitVariables } from './gradual-exit.ts';
import { type OpenPage, openPages, openPageVault, type RegisterAt } from './open-pages.ts';
import { createCounts, unknownFacts } from './packed-facts.ts';
import { type OutcomeLayout, programmeResults, recordedOf } from './packed-outcomes.ts';
import { sizesOf } from './page-facts.ts';
import { copyPages, readOutcomeLayouts } from './page-store.ts';
import { type PlaceRows, rowFinder } from './place.ts';
import { claimRange, storeRange } from './range-store.ts';
import type { Control } from './task.ts';
import { readPlans, type Unpacking, unpackPage } from './unpack-page.ts';

/** Every open range of one re-determination and pack: read, compute, compare, store, each in one transaction. */
export interface RedeterminationTask extends RegisterAt, PlaceRows {
  readonly kind: 'redetermination';
  readonly id: string;
  readonly packId: string;
  readonly rows: readonly PolicyRow[];
  /** When, by the clock of the office. */
  readonly at: string;
}

interface Work {
  readonly task: RedeterminationTask;
  readonly vault: Pick<Vault, 'openBytes'>;
  readonly client: pg.Client;
  readonly rules: CheckedRules;
  readonly findRow: ReturnType<typeof rowFinder>;
  readonly plans: Unpacking['plans'];
  readonly outcomeLayouts: ReadonlyMap<number, OutcomeLayout>;
  readonly recorded: readonly string[];
  readonly batch: DetermineAll;
  /** Once unknown of somebody, unknown for the rest: the same generated code serves all ranges. */
  readonly unknown: Set<string>;
}

interface Done {
  readonly households: number;
  readonly differences: number;
}

/** Takes open ranges until there are none, or everybody shall stop; a range that was begun is finished first. */
export async function redetermineRanges(
  rules: CheckedRules,
  task: RedeterminationTask,
  control: Control,
  progress: (households: number) => void,
): Promise<Done> {
  const vault = await openPageVault(task);
  const client = await connect(task.databaseUrl);
  try {
    await commitWithoutWaiting(client);
    const recorded = [...new Set([...recordedOf(rules), ...exitVariables(rules)])];
    const work: Work = {
      task,
      vault,
      client,
      rules,
      findRow: rowFinder(task),
      plans: await readPlans(client, rules),
      outcomeLayouts: await readOutcomeLayouts(client),
      recorded,
      batch: batchFor(rules, recorded),
      unknown: new Set(),
    };
    const sum = { households: 0, differences: 0 };
    while (!isStopped(control)) {
      const done = await inTransaction(client, () => redetermineNext(work));
      if (!done) break;
      sum.households += done.households;
      sum.differences += done.differences;
      progress(done.households);
    }
    return sum;
  } finally {
    await client.end();
  }
}

async function redetermineNext({ client, task, ...work }: Work): Promise<Done | undefined> {
  const range = await claimRange(client, task.id, task.packId);
  if (!range) return undefined;
  const pages = [...openPages(work.vault, await copyPages(client, range.pages))];
  const found = compare({ ...work, client, task }, pages);
  await storeRange(client, task.id, range, found, task.at);
  return { households: found.seen.household.count, differences: found.differences };
}

function compare(work: Work, pages: readonly OpenPage[]): FindingColumns {
  const { rules, task, recorded, batch, unknown, plans } = work;
  const found = createFindingColumns();
  const readable = pages.flatMap(({ id, page, ...place }) => {
    if (!page) found.brokenPages.push(id);
    return page ? [{ page, row: work.findRow(place) ?? 0 }] : [];
  });
  const stored = readable.flatMap(({ page }) => page.households);
  const sizes = sizesOf(stored);
  const columns = createColumns(rules, sizes);
  const unpacking: Unpacking = { rules, plans, counts: createCounts(rules) };
  const next = { household: 0, person: 0, event: 0 };
  const sound = readable.flatMap(({ page, row }) => unpackPage(unpacking, page, row, columns, next));
  for (const id of unknownFacts(rules, unpacking.counts, sizes)) unknown.add(id);
  const results = createResults(rules, columns, recorded);
  batch({ columns, rows: task.rows, results, unknownFacts: unknown });
  const findings = createFindings(found, programmeResults(rules, results), columns, exitFinder(rules, results));
  for (const [household, packed] of stored.entries()) {
    if (!sound[household]) findings.unreadable(packed);
    else findings.compare(household, packed, work.outcomeLayouts.get(packed.outcomeLayoutId) ?? NOTHING);
  }
  return found;
}

/** Of a household nothing is determined for yet. */
const NOTHING: OutcomeLayout = [];
