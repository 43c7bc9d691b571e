import { randomUUID } from 'node:crypto';
import { SYSTEM_CONTEXT } from '../../platform/db/access-context.ts';
import type { Services } from '../../services.ts';
import type { PayeeSnapshot } from '../payee-snapshot.ts';
import { insertPayeeAccount } from './store.ts';

/** The account on record of somebody who gave a new one. */
export async function replacePayeeAccountForTest(
  services: Services,
  personId: string,
  payee: PayeeSnapshot,
  now: Date,
): Promise<void> {
  const id = randomUUID();
  const account = services.vault.seal('payee_account', 'account', id, payee.account);
  const index = services.vault.index('account', payee.account);
  await services.database.transact(SYSTEM_CONTEXT, (tx) =>
    insertPayeeAccount(tx, { id, personId, payee, account, index, now }),
  );
}
