import type { PolicySet } from '@yimen/rules';
import type { PoolClient } from 'pg';
import { cutPages, listPages, packIdOf } from '../mass-determination/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { moveRun } from './store.ts';
import { insertRanges, type StartedRun } from './work-store.ts';

const HOUSEHOLDS_PER_RANGE = 20_000;

/** The households of the remit as ranges of pages, by the pack that decides there; what is cut already stays so. */
export async function cutRun(
  tx: Tx,
  client: PoolClient,
  run: StartedRun,
  set: PolicySet,
  householdsPerRange = HOUSEHOLDS_PER_RANGE,
): Promise<void> {
  if (!run.isCut) {
    const pages = await listPages(client, { from: run.regionCode, to: run.regionTo });
    const packOf = Object.fromEntries(
      pages.flatMap(({ regionCode }) => {
        const packId = packIdOf(set, regionCode, run.on);
        return packId === undefined ? [] : [[regionCode, packId] as const];
      }),
    );
    const byPack = Map.groupBy(pages, ({ regionCode }) => packOf[regionCode] ?? '');
    const ranges = [...byPack].flatMap(([packId, own]) =>
      cutPages(own, householdsPerRange).map((part) => ({
        packId,
        pages: part.map(({ id }) => id),
        households: part.reduce((sum, { households }) => sum + households, 0),
      })),
    );
    await insertRanges(tx, run.id, packOf, ranges);
  }
  await moveRun(tx, run.id, 'cut');
}
