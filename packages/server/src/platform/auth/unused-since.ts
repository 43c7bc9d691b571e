import type { Settings } from '../settings.ts';

const DAY_MS = 86_400_000;

/** Accounts last used before this moment do not open any more until an administrator enables them; null: no such limit. */
export function unusedSince({ signIn }: Pick<Settings, 'signIn'>, now: Date): Date | null {
  return signIn.unusedDays === null ? null : new Date(now.getTime() - signIn.unusedDays * DAY_MS);
}
