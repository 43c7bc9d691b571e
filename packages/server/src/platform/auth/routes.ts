import { createFirstAdministrator } from '@yimen/contracts';
import { type Implementation, implementPrepared } from '../http/implement.ts';
import type { PlatformServices } from '../platform-services.ts';
import { insertAdministrator, useFirstAdministratorToken } from './administrators.ts';
import { changePasswordRoute, requireGoodPassword } from './change-password.ts';
import { getMeRoute, signOutRoute } from './me.ts';
import { hashPassword } from './password-hash.ts';
import { confirmSecondFactorRoute, finishSecondFactorRoute, startSecondFactorRoute } from './second-factor.ts';
import { signInRoute } from './sign-in.ts';

export function authRoutes(services: PlatformServices): Implementation[] {
  return [
    signInRoute(services),
    confirmSecondFactorRoute(services),
    signOutRoute(services),
    getMeRoute(services),
    changePasswordRoute(services),
    startSecondFactorRoute(services),
    finishSecondFactorRoute(services),
    createFirstAdministratorRoute(services),
  ];
}

/** A new installation has no account; the token printed at its start makes the first one. */
function createFirstAdministratorRoute({ settings }: PlatformServices): Implementation {
  return implementPrepared(
    createFirstAdministrator,
    async ({ body }) => {
      requireGoodPassword(body.password, 'password', {
        login: body.login,
        name: body.name,
        words: [settings.locality],
      });
      return hashPassword(body.password, settings.passwordHash);
    },
    async ({ tx, body, now, note }, passwordHash) => {
      await useFirstAdministratorToken(tx, body.token, now);
      const id = await insertAdministrator(
        tx,
        { login: body.login, name: body.name, passwordHash, role: 'system-admin', mustChange: false },
        now,
      );
      note({ subjectType: 'account', subjectId: id });
      return { id };
    },
  );
}
