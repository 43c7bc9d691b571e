import type { Logger } from 'pino';
import type { Clock } from './clock/clock.ts';
import type { Database } from './db/database.ts';
import type { Profile, Settings } from './settings.ts';
import type { Vault } from './vault/vault.ts';

/** What every part of the platform may use; businesses get it with policy and calendar added. */
export type PlatformServices = {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly dataDir: string;
  readonly profile: Profile;
  readonly settings: Settings;
  readonly log: Logger;
  /** Before anything is done on a new day: what holds from that day on is read. Undefined when it has been. */
  openDay(now: Date): Promise<void> | undefined;
  /** False when the disk is nearly full: PostgreSQL panics on a full one. */
  mayWrite(): boolean;
};
