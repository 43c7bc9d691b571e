import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { insertEvent } from './record-store.ts';

export type StepTaken = {
  readonly releaseId: string;
  readonly act: string;
  readonly reason: string | null;
  readonly now: Date;
};

/** One step of a release with who took it, and for whom. */
export async function recordStep(tx: Tx, actor: Actor, { releaseId, act, reason, now }: StepTaken): Promise<void> {
  await insertEvent(tx, {
    id: randomUUID(),
    release_id: releaseId,
    act,
    reason,
    account_id: actor.accountId,
    behalf_account_id: actor.behalfAccountId,
    post_id: actor.postId,
    at: now,
  });
}
