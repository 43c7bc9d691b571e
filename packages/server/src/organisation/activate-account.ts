import type { BodyOf, activateAccount as contract, Done } from '@yimen/contracts';
import { endAllSessions, hashPassword, requireGoodPassword, verifyPassword } from '../platform/auth/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused, refusedField } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { findActivating, setActivatedPassword, useActivation } from './activation-store.ts';

// As for a change of password (等保: the last five may not return).
const REMEMBERED = 5;

export type Activation = { readonly accountId: string; readonly passwordHash: string };

/** The slow part, before a transaction is opened: whose token, is the password good, its hash. */
export async function prepareActivation(
  { database, settings }: Services,
  { token, password }: BodyOf<typeof contract>,
  now: Date,
): Promise<Activation> {
  const account = await findActivating(database, token, now, REMEMBERED);
  if (!account) throw refused('TOKEN_INVALID');
  requireGoodPassword(password, 'password', { login: account.login, name: account.name, words: [settings.locality] });
  for (const earlier of account.earlierHashes) {
    if (await verifyPassword(earlier, password)) {
      throw refusedField('WEAK_PASSWORD', 'password', {
        zh: '不能使用最近用过的密码',
        en: 'This password was used recently',
      });
    }
  }
  return { accountId: account.accountId, passwordHash: await hashPassword(password, settings.passwordHash) };
}

export async function activateAccount(
  { tx, body, now, note }: Act<typeof contract>,
  { accountId, passwordHash }: Activation,
): Promise<Done> {
  const isFirst = await useActivation(tx, body.token, now);
  if (!isFirst || !(await setActivatedPassword(tx, accountId, passwordHash, now))) throw refused('TOKEN_INVALID');
  await endAllSessions(tx, accountId, now);
  note({ subjectType: 'account', subjectId: accountId });
  return { id: accountId };
}
