import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../db/database.ts';
import type { Vault } from '../../vault/vault.ts';

export type ServeOptions = {
  readonly database: Database;
  readonly clock: Clock;
  readonly secureCookies: boolean;
  readonly prepare: boolean;
  /** Keeps answers that hold a secret until a repeated command asks for them again. */
  readonly vault: Pick<Vault, 'seal' | 'open'>;
  /** Idle lifetime of a session, extended at most once a minute. */
  readonly sessionIdleMinutes: number;
  /** Before the first act of a day; undefined when the day is open. */
  readonly openDay: (now: Date) => Promise<void> | undefined;
  /** False stops every command (disk nearly full). */
  readonly mayWrite: () => boolean;
  /** Counts commands of people who are not signed in; false refuses. */
  readonly admitSignedOut: (request: FastifyRequest) => Promise<boolean>;
};
