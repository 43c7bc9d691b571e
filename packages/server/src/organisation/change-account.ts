import type { updateAccount as contract, Done } from '@yimen/contracts';
import { endAllSessions } from '../platform/auth/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { bumpPosts, changeAccountRow, listHeldPosts, lockAccount } from './account-store.ts';
import { givenFields } from './given-fields.ts';
import { endHolders } from './post-store.ts';
import { requireAdministratorLeft, requireNoOpenWork } from './require-free-post.ts';
import { requireVersion } from './require-version.ts';

/** Renames, disables or re-enables a person. Whoever is enabled again holds no post until one is granted anew. */
export async function changeAccount({ tx, params, body, now, actor, note }: Act<typeof contract>): Promise<Done> {
  const account = await lockAccount(tx, params.id);
  if (!account) throw refused('NOT_FOUND');
  requireVersion(account, body, { name: account.name, disabled: account.disabled_at !== null });
  const isDisabling = body.disabled === true && account.disabled_at === null;
  if (isDisabling && account.id === actor.accountId) throw refused('STATE_CONFLICT', { ownAccount: true });
  const version = await changeAccountRow(tx, account.id, {
    ...givenFields({ name: body.name }),
    ...(isDisabling ? { disabled_at: now } : {}),
    // Whoever was away for long starts the time of an unused account anew, too.
    ...(body.disabled === false ? { disabled_at: null, enabled_at: now } : {}),
  });
  if (isDisabling) await leaveEverything(tx, account.id, now);
  note({
    subjectType: 'account',
    subjectId: account.id,
    details: { fields: Object.keys(givenFields(body)), disabled: body.disabled ?? null },
  });
  return { id: account.id, version };
}

/** All sessions and posts end at once; a post nobody else holds must have handed its cases over. */
async function leaveEverything(tx: Tx, accountId: string, now: Date): Promise<void> {
  await endAllSessions(tx, accountId, now);
  const held = await listHeldPosts(tx, accountId);
  await requireNoOpenWork(
    tx,
    held.filter((post) => post.others === 0).map((post) => post.postId),
  );
  // Posts first, as in `assignPost`: two administrators then wait for each other instead of locking crosswise.
  await bumpPosts(
    tx,
    held.map((post) => post.postId),
  );
  await endHolders(
    tx,
    held.map((post) => post.holderId),
    civilDate(now),
  );
  await requireAdministratorLeft(
    tx,
    held.map((post) => post.role),
  );
}
