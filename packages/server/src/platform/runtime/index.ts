import { prepareDataDirectory } from './data-directory.ts';
import type { Database, DatabaseOptions } from './database.ts';
import { findsChineseTrigrams } from './database-health.ts';
import { withSession } from './database-session.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import { openExternalDatabase, requireAllUrls } from './external-database.ts';

/**
 * Gives a running PostgreSQL with the database and its two roles: an external one, the one already running on the data
 * directory, or a new one. Throws `StartFailure` with one sentence for people when that cannot be.
 */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  const { log, durable = true } = options;
  const dataDir = prepareDataDirectory(options.dataDir);
  const databaseUrl = options.databaseUrl ?? process.env['DATABASE_URL'] ?? '';
  requireAllUrls(databaseUrl);
  if (databaseUrl === '') return startEmbeddedDatabase({ dataDir, log, durable });
  const database = await openExternalDatabase({ dataDir, databaseUrl });
  if (!(await withSession(database.migratorUrl, findsChineseTrigrams))) {
    log('pg_trgm finds nothing in Chinese text on this server (LC_CTYPE is C?) or is not installed');
  }
  return database;
}

export { prepareDataDirectory, requireFreeDisk } from './data-directory.ts';
export type { Database, DatabaseOptions, Log } from './database.ts';
export { quoteName, withSession } from './database-session.ts';
export { atDatabase, type DatabaseUrls, withLogin } from './database-urls.ts';
export { isLockHeld, stopAbandonedPostgres } from './embedded-database.ts';
export { takeProcessLock } from './process-lock.ts';
export { errorCode, StartFailure } from './start-failure.ts';
export { startMessages } from './start-messages.ts';
