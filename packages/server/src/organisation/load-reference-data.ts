import type { ClientBase } from 'pg';
import type { Tx } from '../platform/db/database.ts';
import { loadHolidays } from '../policy/index.ts';
import { insertCalendarYears, selectRegionNodes, upsertRegions } from './reference-store.ts';
import { readRegionFile } from './region-file.ts';
import { replaceRegionTree } from './region-tree.ts';

/**
 * What every installation needs before its first day: the region tree and the holiday schedules known so far. Runs after
 * each migration on the migrator's connection and changes only what differs; a year the county imported itself stays.
 */
export async function loadReferenceData(client: ClientBase): Promise<void> {
  const { schedules } = loadHolidays();
  await upsertRegions(client, readRegionFile());
  await insertCalendarYears(client, schedules);
}

/** At the start of a process: the tree as the database has it, with what was imported locally. */
export async function reloadRegions(tx: Tx): Promise<void> {
  const nodes = await selectRegionNodes(tx);
  if (nodes.length > 0) replaceRegionTree(nodes);
}
