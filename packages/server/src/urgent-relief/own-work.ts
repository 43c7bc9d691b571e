import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { type Doer, isAmong } from '../platform/stand-ins.ts';
import type { GrantRow } from './grant-store.ts';
import { listGrantPreparers } from './own-work-store.ts';

type Proposed = Pick<GrantRow, 'proposed_by' | 'proposed_behalf_account_id'>;

/** Who proposed a grant and, where that was a substitute, for whom. */
export function proposersOf(grant: Proposed): string[] {
  return [grant.proposed_by, grant.proposed_behalf_account_id].filter((account) => account !== null);
}

export function refuseOwnProposal(grant: Proposed, actor: Doer): void {
  if (isAmong(actor, proposersOf(grant))) throw refused('OWN_WORK_BLOCKED');
}

/**
 * Who took in, surveyed or proposed does not decide (R-012, invariant 5), nor does who acts for them or was acted for. A
 * signature needs no such question: the trigger of `grant_approval` answers it.
 */
export async function refuseOwnWork(tx: Tx, grant: Pick<GrantRow, 'id'>, actor: Doer): Promise<void> {
  if (isAmong(actor, await listGrantPreparers(tx, grant.id))) throw refused('OWN_WORK_BLOCKED');
}
