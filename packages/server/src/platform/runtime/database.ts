import type { DatabaseUrls } from './database-urls.ts';

export type Log = (line: string) => void;

/** `isOwner`: this process started (or adopted) the server, so `stop` stops it; otherwise `stop` does nothing. */
export type Database = DatabaseUrls & {
  kind: 'embedded' | 'external';
  isOwner: boolean;
  stop: () => Promise<void>;
};

/** `databaseUrl` is taken from DATABASE_URL when not given; `durable: false` only for databases of a test run. */
export type DatabaseOptions = {
  dataDir: string;
  log: Log;
  databaseUrl?: string | undefined;
  durable?: boolean;
};
