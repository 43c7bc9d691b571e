import type { SignInState } from '@yimen/contracts';
import type { Settings } from '../settings.ts';

const DAY_MS = 86_400_000;

export type Standing = {
  readonly must_change_password: boolean;
  readonly password_changed_at: Date;
  readonly totp_confirmed_at: Date | null;
};
export type Limit = 'second-factor' | 'password-change' | 'second-factor-setup' | null;

/** What still stands between this person and the work; the second factor comes first, nothing opens before it. */
export function limitFor(standing: Standing, isFactorProved: boolean, settings: Settings, now: Date): Limit {
  const { maxAgeDays, secondFactorNeeded } = settings.password;
  if (standing.totp_confirmed_at !== null && !isFactorProved) return 'second-factor';
  const age = now.getTime() - standing.password_changed_at.getTime();
  if (standing.must_change_password || (maxAgeDays !== null && age > maxAgeDays * DAY_MS)) return 'password-change';
  if (secondFactorNeeded && standing.totp_confirmed_at === null) return 'second-factor-setup';
  return null;
}

export function stateOf(limit: Limit): SignInState {
  return { state: limit ?? 'signed-in' };
}
