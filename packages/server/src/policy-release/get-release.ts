import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { refused } from '../platform/refused.ts';
import { findRelease, type ReleaseRow } from './release-store.ts';

export async function getRelease(tx: Tx, actor: Actor, id: string): Promise<ReleaseRow> {
  const release = await findRelease(tx, actor, id);
  if (!release) throw refused('NOT_FOUND');
  return release;
}

/** Of a release as it was shown: another state or revision since means looking again. */
export async function getReleaseIn(
  tx: Tx,
  actor: Actor,
  { id, revision, states }: { readonly id: string; readonly revision: number; readonly states: readonly string[] },
): Promise<ReleaseRow> {
  const release = await getRelease(tx, actor, id);
  if (!states.includes(release.state)) throw refused('STATE_CONFLICT');
  if (release.revision !== revision) throw refused('VERSION_CONFLICT');
  return release;
}
