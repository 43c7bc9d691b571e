import type { Done } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import type { Doer } from '../platform/stand-ins.ts';
import type { Services } from '../services.ts';
import { getBoxPolicy } from './petty-cash-policy.ts';
import { findBox, insertRequest } from './petty-cash-store.ts';

export type ReplenishmentAsked = {
  readonly officeId: string;
  readonly amountFen: number;
  readonly reason: string;
  readonly now: Date;
};

/** A township asks for money; never more than the box may hold, and one request at a time. */
export async function requestReplenishment(
  tx: Tx,
  services: Pick<Services, 'policy'>,
  actor: Doer,
  asked: ReplenishmentAsked,
): Promise<Done> {
  const box = await findBox(tx, asked.officeId);
  if (!box) throw refused('NOT_FOUND');
  const { ceilingFen } = getBoxPolicy(services, { regionCode: box.region_code, now: asked.now });
  const heldFen = box.balance_fen + box.reserved_fen;
  if (heldFen + asked.amountFen > ceilingFen)
    throw refused('CAP_EXCEEDED', { ceilingFen, heldFen, amountFen: asked.amountFen });
  const { amountFen, reason, now } = asked;
  return { id: await insertRequest(tx, box, { amountFen, reason, by: actor, now }) };
}
