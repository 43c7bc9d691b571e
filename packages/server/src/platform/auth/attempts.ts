import { setTimeout as delay } from 'node:timers/promises';
import type { PlatformServices } from '../platform-services.ts';
import { refused } from '../refused.ts';
import { unusedSince } from './unused-since.ts';

/**
 * Takes one try from an account before anything is checked; false when it is locked, disabled or long unused. Counting first means
 * that parallel guesses cannot exceed the limit. The try that fills the measure locks, unless it succeeds.
 */
export async function takeAttempt(
  { database, settings }: PlatformServices,
  accountId: string,
  now: Date,
): Promise<boolean> {
  const { maxFailures, lockMinutes } = settings.signIn;
  const until = new Date(now.getTime() + lockMinutes * 60_000);
  const { rowCount } = await database.pool.query(
    `UPDATE yimen.account SET
       failed_attempts = CASE WHEN locked_until IS NULL THEN failed_attempts + 1 ELSE 1 END,
       locked_until = CASE WHEN locked_until IS NULL AND failed_attempts + 1 >= $2 THEN $3::timestamptz END
     WHERE id = $1 AND disabled_at IS NULL AND (locked_until IS NULL OR locked_until <= $4)
       AND ($5::timestamptz IS NULL OR greatest(created_at, last_signed_in_at, enabled_at) >= $5)`,
    [accountId, maxFailures, until, now, unusedSince(settings, now)],
  );
  return rowCount === 1;
}

/** Ends in a refusal at a multiple of the grid after `startedAt`: known and unknown accounts take the same time. */
export async function failAlike({ settings }: PlatformServices, startedAt: number): Promise<never> {
  const grid = settings.signIn.failureGridMs;
  if (grid > 0) await delay(grid - ((performance.now() - startedAt) % grid));
  throw refused('SIGN_IN_FAILED');
}
