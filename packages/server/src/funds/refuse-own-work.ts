import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { type Doer, standIns } from '../platform/stand-ins.ts';
import { listPaymentsOfRelatives, listPaymentsTouchedBy } from './batch-store.ts';

/** Who approved and ordered a payment, or checked it, does not make the batch it goes into (invariant 5). */
export async function refuseOwnPayments(tx: Tx, paymentIds: readonly string[], actor: Doer): Promise<void> {
  const own = await listPaymentsTouchedBy(tx, paymentIds, standIns(actor));
  if (own.length > 0) throw refused('OWN_WORK_BLOCKED', { payments: own.slice(0, 20), count: own.length });
}

/** A near relative of the family stands aside from its money. */
export async function refuseRelativesMoney(tx: Tx, paymentIds: readonly string[], actor: Doer): Promise<void> {
  const theirs = await listPaymentsOfRelatives(tx, paymentIds, standIns(actor));
  if (theirs.length > 0) throw refused('RELATIVE_BLOCKED', { payments: theirs.slice(0, 20), count: theirs.length });
}
