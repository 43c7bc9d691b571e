import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type OpenWork = {
  readonly id: string;
  readonly on: string;
  readonly policyVersion: string;
  readonly packId: string;
  readonly packOf: Readonly<Record<string, string>>;
};

/** Packs of runs with open ranges, the oldest run first. */
export async function listOpenWork(tx: Tx): Promise<readonly OpenWork[]> {
  const { rows } = await sql<OpenWork>`
    SELECT r.id, r.on_date AS "on", r.policy_version AS "policyVersion", g.pack_id AS "packId", r.pack_of AS "packOf"
    FROM yimen.redetermination r
    JOIN LATERAL (SELECT DISTINCT x.pack_id FROM yimen.redetermination_range x WHERE x.redetermination_id = r.id AND x.done_at IS NULL) g ON true
    WHERE r.state <> 'finished' AND r.state IN ('computing', 'to-confirm') ORDER BY r.started_at, g.pack_id`.execute(
    tx,
  );
  return rows;
}

export type StartedRun = {
  readonly id: string;
  readonly on: string;
  readonly policyVersion: string;
  readonly regionCode: string;
  readonly regionTo: string;
  readonly isCut: boolean;
};

/** A run nobody has cut into ranges yet, held until the transaction ends. */
export async function takeStarted(tx: Tx): Promise<StartedRun | undefined> {
  const { rows } = await sql<StartedRun>`
    SELECT r.id, r.on_date AS "on", r.policy_version AS "policyVersion", r.region_code AS "regionCode", r.region_to AS "regionTo",
      EXISTS (SELECT 1 FROM yimen.redetermination_range g WHERE g.redetermination_id = r.id) AS "isCut"
    FROM yimen.redetermination r WHERE r.state <> 'finished' AND r.state = 'started' ORDER BY r.started_at LIMIT 1 FOR UPDATE SKIP LOCKED`.execute(
    tx,
  );
  return rows[0];
}

export type NewRange = { readonly packId: string; readonly pages: readonly string[]; readonly households: number };

export async function insertRanges(
  tx: Tx,
  run: string,
  packOf: Readonly<Record<string, string>>,
  ranges: readonly NewRange[],
): Promise<void> {
  await tx
    .updateTable('redetermination')
    .set({ pack_of: JSON.stringify(packOf) })
    .where('id', '=', run)
    .execute();
  for (const { packId, pages, households } of ranges)
    await tx
      .insertInto('redetermination_range')
      .values({ redetermination_id: run, pack_id: packId, pages: [...pages], households })
      .execute();
}

/** Runs whose last range is done; @returns those that are to be confirmed from now on. */
export async function completeRuns(tx: Tx, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    UPDATE yimen.redetermination r SET state = 'to-confirm', computed_at = ${now}, version = r.version + 1
    WHERE r.state <> 'finished' AND r.state = 'computing'
      AND NOT EXISTS (SELECT 1 FROM yimen.redetermination_range g WHERE g.redetermination_id = r.id AND g.done_at IS NULL)
    RETURNING r.id`.execute(tx);
  return rows.map(({ id }) => id);
}
