import type { CheckedRules, PolicyRow } from '@yimen/rules';
import type pg from 'pg';
import type { Vault } from '../platform/vault/vault.ts';
import { type ComparePages, pageComparer } from './compare-pages.ts';
import { commitWithoutWaiting, connect, inTransaction } from './connection-store.ts';
import { isStopped } from './control.ts';
import { openPages, openPageVault, type RegisterAt } from './open-pages.ts';
import { ByteWriter } from './packed-bytes.ts';
import { copyPages, readOutcomeLayouts } from './page-store.ts';
import type { PlaceRows } from './place.ts';
import { claimRange, isHeldAlready, storeRange } from './range-store.ts';
import type { Control } from './task.ts';
import { readPlans } from './unpack-page.ts';

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
  /** The pages of one range after the other. */
  readonly room: ByteWriter;
  readonly compare: ComparePages;
  /** Nobody was met yet who was held before: of a range that is looked at for the first time nobody should be. */
  areNew: boolean;
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
    const plans = await readPlans(client, rules);
    const outcomeLayouts = await readOutcomeLayouts(client);
    const compare = pageComparer({ ...task, rules, plans, outcomeLayouts });
    const work: Work = { task, vault, client, room: new ByteWriter(), compare, areNew: true };
    const sum = { households: 0, differences: 0 };
    while (!isStopped(control)) {
      const done = await redetermineNext(work);
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

async function redetermineNext(work: Work): Promise<Done | undefined> {
  try {
    return await inTransaction(work.client, () => redetermineOne(work));
  } catch (error) {
    // Who moved to a page nobody had looked at, or a range that is computed once more.
    if (!work.areNew || !isHeldAlready(error)) throw error;
    work.areNew = false;
    return inTransaction(work.client, () => redetermineOne(work));
  }
}

async function redetermineOne({ task, vault, client, room, compare, areNew }: Work): Promise<Done | undefined> {
  const range = await claimRange(client, task.id, task.packId);
  if (!range) return undefined;
  const found = compare([...openPages(vault, await copyPages(client, range.pages, room))]);
  await storeRange(client, task.id, range, found, { at: task.at, isFirst: areNew && !range.isRepeat });
  return { households: found.seen.household.count, differences: found.differences };
}
