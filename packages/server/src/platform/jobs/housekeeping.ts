import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import type { Job } from './job.ts';

const DAY_MS = 86_400_000;
// A phone in a drawer may send its report again weeks later.
const KEY_DAYS = 60;
const SESSION_DAYS = 30;

/** Forgets what nobody can use any more: old idempotency keys and ended sessions. */
export const housekeepingJob: Job = {
  name: 'housekeeping',
  everySeconds: 3600,
  run: ({ database }, now) =>
    database.transact(SYSTEM_CONTEXT, async (tx) => {
      const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
      const keys = await tx.deleteFrom('idempotency').where('created_at', '<', before(KEY_DAYS)).executeTakeFirst();
      const sessions = await tx
        .deleteFrom('session')
        .where('absolute_expires_at', '<', before(SESSION_DAYS))
        .executeTakeFirst();
      return Number(keys.numDeletedRows + sessions.numDeletedRows);
    }),
};
