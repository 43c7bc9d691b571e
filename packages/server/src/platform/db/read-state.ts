import { SYSTEM_CONTEXT } from './access-context.ts';
import type { Database } from './database.ts';

/** Figures that tell whether the background work keeps up. */
export type State = {
  /** Age in seconds of the oldest event that waits for its reactions. */
  readonly lag: number;
  /** Events given up. */
  readonly poison: number;
  /** Jobs whose last run failed. */
  readonly jobs: number;
  /** Audit entries not chained yet. */
  readonly unsealed: number;
  /** Messages given up. */
  readonly messages: number;
};

const STATE = `SELECT
  coalesce((SELECT extract(epoch FROM now() - min(occurred_at)) FROM yimen.outbox_event WHERE next_attempt_at < 'infinity'), 0)::float8 AS lag,
  (SELECT count(*) FROM yimen.outbox_event WHERE next_attempt_at = 'infinity') AS poison,
  (SELECT count(*) FROM yimen.job_run WHERE last_error IS NOT NULL) AS jobs,
  (SELECT count(*) FROM yimen.audit_entry WHERE id > coalesce((SELECT max(entry_id) FROM yimen.audit_link), 0)) AS unsealed,
  (SELECT count(*) FROM yimen.message WHERE status = 'given-up') AS messages`;

export function readState(database: Database): Promise<State> {
  return database.transact(SYSTEM_CONTEXT, async (_tx, client) => {
    const { rows } = await client.query<State>(STATE);
    if (rows[0] === undefined) throw new Error('the database told nothing about itself');
    return rows[0];
  });
}
