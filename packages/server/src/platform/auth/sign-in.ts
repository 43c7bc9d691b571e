import { signIn } from '@yimen/contracts';
import { readSessionToken, sessionDigest } from '../http/cookies.ts';
import { type Implementation, implementPrepared } from '../http/implement.ts';
import type { PlatformServices } from '../platform-services.ts';
import { refused } from '../refused.ts';
import { failAlike, takeAttempt } from './attempts.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { endSession, openSession } from './sessions.ts';
import { limitFor, stateOf } from './sign-in-state.ts';

/** Password first; the answer, its time and its audit row are the same for every kind of failure. */
export function signInRoute(services: PlatformServices): Implementation {
  const decoy = hashPassword('nobody has this password', services.settings.passwordHash);
  return implementPrepared(
    signIn,
    async ({ body, now, note }) => {
      const startedAt = performance.now();
      const account = await findAccount(services, body.login);
      if (account) note({ subjectType: 'account', subjectId: account.id });
      const isOpen = account !== undefined && (await takeAttempt(services, account.id, now));
      const matches = await verifyPassword(account?.password_hash ?? (await decoy), body.password);
      if (!isOpen || !matches) return failAlike(services, startedAt);
      return account.id;
    },
    async ({ tx, now, headers, setSession }, accountId) => {
      const standing = await tx
        .updateTable('account')
        .set({ failed_attempts: 0, locked_until: null, last_signed_in_at: now })
        .where('id', '=', accountId)
        .where('disabled_at', 'is', null)
        .returning(['must_change_password', 'password_changed_at', 'totp_confirmed_at'])
        .executeTakeFirst();
      if (!standing) throw refused('SIGN_IN_FAILED');
      const earlier = readSessionToken(headers['cookie'], services.settings.secure);
      if (earlier) await endSession(tx, sessionDigest(earlier), now);
      const limit = limitFor(standing, false, services.settings, now);
      setSession(await openSession(tx, services.settings, { accountId, limit, secondFactorAt: null, now }));
      return stateOf(limit);
    },
  );
}

type AccountRow = { readonly id: string; readonly password_hash: string };

async function findAccount({ database }: PlatformServices, login: string): Promise<AccountRow | undefined> {
  const { rows } = await database.pool.query<AccountRow>(
    'SELECT id, password_hash FROM yimen.account WHERE login = $1',
    [login],
  );
  return rows[0];
}
