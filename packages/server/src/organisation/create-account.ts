import { randomBytes, randomUUID } from 'node:crypto';
import type { createAccount as contract, ResponseOf } from '@yimen/contracts';
import { maskPhone } from '@yimen/rules';
import { hashPassword } from '../platform/auth/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { insertAccount } from './account-store.ts';
import { issueActivation } from './activation-store.ts';

/** Hash of a password nobody knows: until a token is used, no sign-in can succeed. */
export function hashUnknownPassword({ settings }: Services): Promise<string> {
  return hashPassword(randomBytes(32).toString('base64url'), settings.passwordHash);
}

/** A person who may sign in, without any right yet; the one-time token is handed over in person. */
export async function createAccount(
  { vault }: Services,
  { tx, body, now, actor, note }: Act<typeof contract>,
  unknownHash: string,
): Promise<ResponseOf<typeof contract>> {
  const id = randomUUID();
  const isNew = await insertAccount(tx, {
    id,
    login: body.login,
    name: body.name,
    phone_encrypted: body.phone === null ? null : vault.seal('account', 'phone', id, body.phone),
    phone_masked: body.phone === null ? null : maskPhone(body.phone),
    password_hash: unknownHash,
    password_changed_at: now,
    created_at: now,
  });
  if (!isNew) throw refused('LOGIN_TAKEN');
  note({ subjectType: 'account', subjectId: id });
  return { id, activationToken: await issueActivation(tx, id, actor.accountId, now) };
}
