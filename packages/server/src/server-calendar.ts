import type { WorkingDayCalendar } from '@yimen/rules';
import { loadCalendar } from './organisation/index.ts';
import { SYSTEM_CONTEXT } from './platform/db/access-context.ts';
import type { Database } from './platform/db/database.ts';

const FRESH_MS = 60_000;

/** The official calendar: the schedules shipped with the platform and those an administrator imported since. */
export type ServerCalendar = {
  /** As of the last minute, or of the last `reload`. */
  (): WorkingDayCalendar;
  /** After an import; other processes follow within a minute. */
  reload(): Promise<void>;
};

export async function openCalendar(database: Database): Promise<ServerCalendar> {
  const read = () => database.transact(SYSTEM_CONTEXT, loadCalendar);
  let calendar = await read();
  let readAt = performance.now();
  async function reload(): Promise<void> {
    readAt = performance.now();
    calendar = await read();
  }
  function current(): WorkingDayCalendar {
    // Asking must not wait: the present calendar answers while a newer one is read. A failed read is tried again.
    if (performance.now() - readAt > FRESH_MS) reload().catch(() => undefined);
    return calendar;
  }
  return Object.assign(current, { reload });
}
