import { randomBytes } from 'node:crypto';
import type { Tx } from '../db/database.ts';
import { sessionDigest } from '../http/cookies.ts';
import type { Settings } from '../settings.ts';
import type { Limit } from './sign-in-state.ts';

const MINUTE_MS = 60_000;
// A half-finished sign-in must be finished soon.
const STEP_MINUTES = 10;

export type NewSession = {
  readonly accountId: string;
  readonly limit: Limit;
  readonly secondFactorAt: Date | null;
  readonly now: Date;
};

/** Opens a session with a fresh token of 256 bits; the oldest ones beyond the allowed number end. */
export async function openSession(
  tx: Tx,
  settings: Settings,
  { accountId, limit, secondFactorAt, now }: NewSession,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { idleMinutes, absoluteMinutes, maxLive } = settings.session;
  const idle = limit === null ? idleMinutes : STEP_MINUTES;
  const absolute = limit === null ? absoluteMinutes : STEP_MINUTES;
  await tx
    .insertInto('session')
    .values({
      token_hash: sessionDigest(token),
      account_id: accountId,
      created_at: now,
      last_seen_at: now,
      idle_expires_at: new Date(now.getTime() + idle * MINUTE_MS),
      absolute_expires_at: new Date(now.getTime() + absolute * MINUTE_MS),
      second_factor_at: secondFactorAt,
      limited_to: limit,
    })
    .execute();
  if (limit === null) await endOldest(tx, accountId, maxLive, now);
  return token;
}

async function endOldest(tx: Tx, accountId: string, keep: number, now: Date): Promise<void> {
  const live = tx
    .selectFrom('session')
    .select('token_hash')
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where('limited_to', 'is', null)
    .where('idle_expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('token_hash')
    .offset(keep);
  await tx.updateTable('session').set({ revoked_at: now }).where('token_hash', 'in', live).execute();
}

export async function endSession(tx: Tx, digest: Buffer, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ revoked_at: now })
    .where('token_hash', '=', digest)
    .where('revoked_at', 'is', null)
    .execute();
}

/** A changed password or lost phone ends every other session at once. */
export async function endAllSessions(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute();
}
