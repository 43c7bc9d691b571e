import type { resetAccount as contract, ResponseOf } from '@yimen/contracts';
import { endAllSessions } from '../platform/auth/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { lockAccount } from './account-store.ts';
import { closePassword, issueActivation } from './activation-store.ts';

/** Forgotten or leaked: the old password and every session end now; the second factor stays, so a token alone opens nothing. */
export async function resetAccount(
  { tx, params, now, actor, note }: Act<typeof contract>,
  unknownHash: string,
): Promise<ResponseOf<typeof contract>> {
  const account = await lockAccount(tx, params.id);
  if (!account) throw refused('NOT_FOUND');
  if (account.disabled_at !== null) throw refused('STATE_CONFLICT', { disabled: true });
  await closePassword(tx, account, unknownHash, now);
  await endAllSessions(tx, account.id, now);
  note({ subjectType: 'account', subjectId: account.id });
  return { activationToken: await issueActivation(tx, account.id, actor.accountId, now) };
}
