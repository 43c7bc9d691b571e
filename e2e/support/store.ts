import { SYSTEM_CONTEXT } from '../../packages/server/src/platform/db/access-context.ts';
import type { Services } from '../../packages/server/src/services.ts';

/** Everybody gets the same hash: making one for each would take longer than the story. */
export async function givePasswords({ database }: Services, passwordHash: string): Promise<void> {
  await database.transact(SYSTEM_CONTEXT, (tx) =>
    tx.updateTable('account').set({ password_hash: passwordHash, must_change_password: false }).execute(),
  );
}
