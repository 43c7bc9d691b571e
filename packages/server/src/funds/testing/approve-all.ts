import { SYSTEM_CONTEXT } from '../../platform/db/access-context.ts';
import type { Services } from '../../services.ts';
import { insertChecks } from './store.ts';

/** Thousands of orders checked at once, past the use case. */
export async function approveAllForTest(
  services: Services,
  paymentIds: readonly string[],
  accountId: string,
  now: Date,
): Promise<void> {
  await services.database.transact(SYSTEM_CONTEXT, (tx) => insertChecks(tx, paymentIds, accountId, now));
}
