import { type CaseRow, caseForAct } from '../casework/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { Refused } from '../platform/refused.ts';

/** The case of one among many households: that a near relative stands aside must not hold up the others. */
export async function caseToDecide(tx: Tx, actor: Actor, caseId: string): Promise<CaseRow | 'relative' | undefined> {
  try {
    return await caseForAct(tx, actor, caseId, { open: false });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === 'RELATIVE_BLOCKED') return 'relative';
    if (error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}
