import { randomUUID } from 'node:crypto';
import { changePassword } from '@yimen/contracts';
import { type Implementation, implementPrepared } from '../http/implement.ts';
import type { PlatformServices } from '../platform-services.ts';
import { refused, refusedField } from '../refused.ts';
import { failAlike, takeAttempt } from './attempts.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { findPasswordFault, type PasswordContext } from './password-rules.ts';
import { endAllSessions, openSession } from './sessions.ts';
import { limitFor, stateOf } from './sign-in-state.ts';

// 等保: the last five passwords may not return.
const REMEMBERED = 5;

/** Checks the present password, keeps the new one, ends every other session. */
export function changePasswordRoute(services: PlatformServices): Implementation {
  const { settings } = services;
  return implementPrepared(
    changePassword,
    async ({ body, sessionDigest, now }) => {
      const startedAt = performance.now();
      const account = sessionDigest && (await findChangingAccount(services, sessionDigest, now));
      if (!account) throw refused('NOT_SIGNED_IN');
      const isOpen = await takeAttempt(services, account.id, now);
      if (!(await verifyPassword(account.password_hash, body.currentPassword)) || !isOpen)
        return failAlike(services, startedAt);
      requireGoodPassword(body.newPassword, 'newPassword', {
        login: account.login,
        name: account.name,
        words: [settings.locality],
      });
      for (const earlier of [account.password_hash, ...account.earlier]) {
        if (await verifyPassword(earlier, body.newPassword)) {
          throw refusedField('WEAK_PASSWORD', 'newPassword', {
            zh: '不能使用最近用过的密码',
            en: 'This password was used recently',
          });
        }
      }
      return { account, newHash: await hashPassword(body.newPassword, settings.passwordHash) };
    },
    async ({ tx, now, signedIn, setSession, note }, { account, newHash }) => {
      if (signedIn?.accountId !== account.id || signedIn.limitedTo === 'second-factor') throw refused('NOT_SIGNED_IN');
      note({ subjectType: 'account', subjectId: account.id });
      const standing = await tx
        .updateTable('account')
        .set({
          password_hash: newHash,
          password_changed_at: now,
          must_change_password: false,
          failed_attempts: 0,
          locked_until: null,
        })
        .where('id', '=', account.id)
        .where('password_hash', '=', account.password_hash)
        .returning(['must_change_password', 'password_changed_at', 'totp_confirmed_at'])
        .executeTakeFirst();
      if (!standing) throw refused('STATE_CONFLICT');
      await tx
        .insertInto('earlier_password')
        .values({ id: randomUUID(), account_id: account.id, password_hash: account.password_hash, replaced_at: now })
        .execute();
      const limit = limitFor(standing, signedIn.secondFactorAt !== null, settings, now);
      await endAllSessions(tx, account.id, now);
      setSession(
        await openSession(tx, settings, { accountId: account.id, limit, secondFactorAt: signedIn.secondFactorAt, now }),
      );
      return stateOf(limit);
    },
  );
}

export function requireGoodPassword(password: string, field: string, context: PasswordContext): void {
  const fault = findPasswordFault(password, context);
  if (fault) throw refusedField('WEAK_PASSWORD', field, fault);
}

type ChangingAccount = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly password_hash: string;
  readonly earlier: string[];
};

async function findChangingAccount(
  { database }: PlatformServices,
  digest: Buffer,
  now: Date,
): Promise<ChangingAccount | undefined> {
  const { rows } = await database.pool.query<ChangingAccount>(
    `SELECT a.id, a.login, a.name, a.password_hash, ARRAY(
       SELECT e.password_hash FROM yimen.earlier_password e WHERE e.account_id = a.id ORDER BY e.replaced_at DESC LIMIT ${REMEMBERED - 1}) AS earlier
     FROM yimen.session s JOIN yimen.account a ON a.id = s.account_id AND a.disabled_at IS NULL
     WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.idle_expires_at > $2 AND s.absolute_expires_at > $2
       AND (s.limited_to IS NULL OR s.limited_to <> 'second-factor')`,
    [digest, now],
  );
  return rows[0];
}
