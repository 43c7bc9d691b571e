import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { refused } from '../platform/refused.ts';
import { findRun, type RunRow } from './store.ts';

export async function getRun(tx: Tx, actor: Actor, id: string): Promise<RunRow> {
  const found = await findRun(tx, actor, id);
  if (!found) throw refused('NOT_FOUND');
  return found;
}
