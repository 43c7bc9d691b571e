import { confirmSecondFactor, finishSecondFactor, startSecondFactor } from '@yimen/contracts';
import type { Tx } from '../db/database.ts';
import type { SignedIn } from '../http/actor.ts';
import { type Implementation, implement, implementPrepared } from '../http/implement.ts';
import type { PlatformServices } from '../platform-services.ts';
import { refused } from '../refused.ts';
import { failAlike, takeAttempt } from './attempts.ts';
import { endAllSessions, openSession } from './sessions.ts';
import { limitFor, stateOf } from './sign-in-state.ts';
import { findTotpStep, newRecoveryCode, newTotpSecret, RECOVERY_CODES, recoveryDigest, totpUri } from './totp.ts';

const PROOF_MS = 10 * 60_000;

/** The code of the authenticator, or a recovery code; each works once. */
export function confirmSecondFactorRoute(services: PlatformServices): Implementation {
  const { settings } = services;
  return implementPrepared(
    confirmSecondFactor,
    async ({ sessionDigest, now }) => {
      const startedAt = performance.now();
      const accountId = sessionDigest && (await findWaitingAccount(services, sessionDigest, now));
      if (!accountId) throw refused('NOT_SIGNED_IN');
      if (!(await takeAttempt(services, accountId, now))) return failAlike(services, startedAt);
      return accountId;
    },
    async ({ tx, body, now, signedIn, note, setSession }, accountId) => {
      if (signedIn?.limitedTo !== 'second-factor' || signedIn.accountId !== accountId) throw refused('NOT_SIGNED_IN');
      note({ subjectType: 'account', subjectId: accountId });
      const isProved =
        (await useTotp(services, tx, accountId, body.code, now)) ||
        (await useRecoveryCode(tx, accountId, body.code, now));
      if (!isProved) throw refused('SIGN_IN_FAILED');
      const standing = await tx
        .updateTable('account')
        .set({ failed_attempts: 0, locked_until: null })
        .where('id', '=', accountId)
        .returning(['must_change_password', 'password_changed_at', 'totp_confirmed_at'])
        .executeTakeFirstOrThrow();
      const limit = limitFor(standing, true, settings, now);
      await endWaiting(tx, accountId, now);
      setSession(await openSession(tx, settings, { accountId, limit, secondFactorAt: now, now }));
      return stateOf(limit);
    },
  );
}

/** Shows a new secret; the old authenticator keeps working until the new one is proved. */
export function startSecondFactorRoute(services: PlatformServices): Implementation {
  return implement(startSecondFactor, async ({ tx, now, signedIn }) => {
    const { accountId } = requireEnrolling(signedIn);
    const account = await tx
      .selectFrom('account')
      .select(['login', 'totp_confirmed_at'])
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    const isFresh = signedIn?.secondFactorAt && now.getTime() - signedIn.secondFactorAt.getTime() < PROOF_MS;
    // Whoever finds an open session must not be able to bind a phone of their own.
    if (account.totp_confirmed_at !== null && !isFresh) throw refused('SECOND_FACTOR_NEEDED');
    const secret = newTotpSecret();
    const sealed = services.vault.seal('account', 'totp_pending', accountId, secret);
    await tx.updateTable('account').set({ totp_pending_encrypted: sealed }).where('id', '=', accountId).execute();
    return { secret, uri: totpUri(secret, account.login, services.settings.locality) };
  });
}

/** Proves the new authenticator and hands out ten recovery codes, once. */
export function finishSecondFactorRoute(services: PlatformServices): Implementation {
  const { settings, vault } = services;
  return implementPrepared(
    finishSecondFactor,
    async ({ sessionDigest, now }) => {
      const accountId = sessionDigest && (await findEnrollingAccount(services, sessionDigest, now));
      if (!accountId) throw refused('NOT_SIGNED_IN');
      // The code has six digits: guesses count as they do at sign-in.
      if (!(await takeAttempt(services, accountId, now))) throw refused('SIGN_IN_FAILED');
    },
    async ({ tx, body, now, signedIn, setSession }) => {
      const { accountId } = requireEnrolling(signedIn);
      const account = await tx
        .selectFrom('account')
        .select(['totp_pending_encrypted', 'must_change_password', 'password_changed_at'])
        .where('id', '=', accountId)
        .forUpdate()
        .executeTakeFirstOrThrow();
      if (account.totp_pending_encrypted === null) throw refused('STATE_CONFLICT');
      const secret = vault.open('account', 'totp_pending', accountId, account.totp_pending_encrypted);
      const step = findTotpStep(secret, body.code, now, null);
      if (step === undefined) throw refused('SIGN_IN_FAILED');
      await tx
        .updateTable('account')
        .set({
          totp_secret_encrypted: vault.seal('account', 'totp_secret', accountId, secret),
          totp_pending_encrypted: null,
          totp_confirmed_at: now,
          totp_last_step: step,
          failed_attempts: 0,
          locked_until: null,
        })
        .where('id', '=', accountId)
        .execute();
      const recoveryCodes = await replaceRecoveryCodes(tx, accountId, now);
      const limit = limitFor({ ...account, totp_confirmed_at: now }, true, settings, now);
      await endAllSessions(tx, accountId, now);
      setSession(await openSession(tx, settings, { accountId, limit, secondFactorAt: now, now }));
      return { recoveryCodes };
    },
  );
}

async function useTotp(
  { vault }: PlatformServices,
  tx: Tx,
  accountId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const account = await tx
    .selectFrom('account')
    .select(['totp_secret_encrypted', 'totp_last_step'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (!account?.totp_secret_encrypted) return false;
  const secret = vault.open('account', 'totp_secret', accountId, account.totp_secret_encrypted);
  const step = findTotpStep(secret, code, now, account.totp_last_step);
  if (step === undefined) return false;
  // Two requests with the same code: the condition lets one of them through.
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set({ totp_last_step: step })
    .where('id', '=', accountId)
    .where((where) => where.or([where('totp_last_step', 'is', null), where('totp_last_step', '<', step)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function useRecoveryCode(tx: Tx, accountId: string, code: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_digest', '=', recoveryDigest(accountId, code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function replaceRecoveryCodes(tx: Tx, accountId: string, now: Date): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await tx
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({ account_id: accountId, code_digest: recoveryDigest(accountId, code), created_at: now })),
    )
    .execute();
  return codes;
}

function requireEnrolling(signedIn: SignedIn | null): SignedIn {
  if (!signedIn) throw refused('NOT_SIGNED_IN');
  if (signedIn.limitedTo === 'second-factor') throw refused('SECOND_FACTOR_NEEDED');
  if (signedIn.limitedTo === 'password-change') throw refused('PASSWORD_CHANGE_NEEDED');
  return signedIn;
}

async function endWaiting(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('limited_to', 'is not', null)
    .where('revoked_at', 'is', null)
    .execute();
}

const LIVE = 'token_hash = $1 AND revoked_at IS NULL AND idle_expires_at > $2 AND absolute_expires_at > $2';

async function findWaitingAccount(
  { database }: PlatformServices,
  digest: Buffer,
  now: Date,
): Promise<string | undefined> {
  const text = `SELECT account_id FROM yimen.session WHERE ${LIVE} AND limited_to = 'second-factor'`;
  const { rows } = await database.pool.query<{ account_id: string }>(text, [digest, now]);
  return rows[0]?.account_id;
}

async function findEnrollingAccount(
  { database }: PlatformServices,
  digest: Buffer,
  now: Date,
): Promise<string | undefined> {
  const text = `SELECT account_id FROM yimen.session WHERE ${LIVE} AND (limited_to IS NULL OR limited_to = 'second-factor-setup')`;
  const { rows } = await database.pool.query<{ account_id: string }>(text, [digest, now]);
  return rows[0]?.account_id;
}
