import { randomUUID } from 'node:crypto';
import type { LadderStep } from '@yimen/rules';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import { refused } from '../platform/refused.ts';

export type EpisodeLevelRow = {
  readonly level: string;
  readonly granted_fen: number;
  readonly cap_fen: number | null;
  readonly cumulative_cap_fen: number | null;
  readonly cumulative_fen: number;
};

export type Incident = {
  readonly householdId: string;
  readonly caseId: string;
  readonly regionCode: string;
  readonly eventKind: string;
  readonly occurredOn: string;
  readonly policyVersion: string;
};

/** The incident of a household with its counters; opened with the first proposal, shared by every case about it. */
export async function ensureEpisode(
  tx: Tx,
  incident: Incident,
  steps: readonly LadderStep[],
  now: Date,
): Promise<string> {
  const id = randomUUID();
  const made = await tx
    .insertInto('episode')
    .values({
      id,
      household_id: incident.householdId,
      case_id: incident.caseId,
      region_code: incident.regionCode,
      event_kind: incident.eventKind,
      occurred_on: incident.occurredOn,
      policy_version: incident.policyVersion,
      opened_at: now,
    })
    .onConflict((conflict) => conflict.constraint('episode_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return knownEpisode(tx, incident);
  await tx
    .insertInto('episode_level')
    .values(
      steps.map((step, rank) => ({
        episode_id: id,
        level: step.level,
        rank,
        region_code: incident.regionCode,
        cap_fen: step.capFen,
        cumulative_cap_fen: step.cumulativeCapFen,
      })),
    )
    .execute();
  return id;
}

async function knownEpisode(tx: Tx, incident: Incident): Promise<string> {
  const found = await findEpisode(tx, incident);
  // The incident is on record in another remit: its counters are not ours to use.
  if (!found) throw refused('SAME_EVENT', { elsewhere: true });
  return found;
}

export async function findEpisode(
  tx: Tx,
  incident: Pick<Incident, 'householdId' | 'eventKind' | 'occurredOn'>,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('episode')
    .select('id')
    .where('household_id', '=', incident.householdId)
    .where('event_kind', '=', incident.eventKind)
    .where('occurred_on', '=', incident.occurredOn)
    .executeTakeFirst();
  return row?.id;
}

export async function listEpisodeLevels(tx: Tx, episodeId: string): Promise<EpisodeLevelRow[]> {
  return tx
    .selectFrom('episode_level')
    .select(['level', 'granted_fen', 'cap_fen', 'cumulative_cap_fen', 'cumulative_fen'])
    .where('episode_id', '=', episodeId)
    .orderBy('rank')
    .execute();
}

/** The counters of an incident that this office may use; one kept in another remit is the same event told elsewhere. */
export async function getEpisodeLevels(tx: Tx, episodeId: string): Promise<EpisodeLevelRow[]> {
  const rows = await listEpisodeLevels(tx, episodeId);
  if (rows.length === 0) throw refused('SAME_EVENT', { elsewhere: true });
  return rows;
}

/**
 * Takes the amount from the room of a level and of every cumulative cap above it, by one conditional update of counter
 * rows; the CHECKs are the last word (invariant 2). @returns granted at the level, this amount included.
 */
export async function takeFromCaps(tx: Tx, episodeId: string, level: string, amountFen: number): Promise<number> {
  const facts = { episodeId, level, amountFen };
  return refuseByConstraint(
    { episode_level_within_cap: 'CAP_EXCEEDED', episode_level_within_cumulative_cap: 'CAP_EXCEEDED' },
    facts,
    async () => {
      const { rows } = await sql<{
        granted: number | null;
      }>`WITH here AS (SELECT rank FROM yimen.episode_level WHERE episode_id = ${episodeId} AND level = ${level}),
      locked AS (SELECT l.episode_id, l.level FROM yimen.episode_level l, here WHERE l.episode_id = ${episodeId} AND l.rank >= here.rank ORDER BY l.rank FOR UPDATE OF l),
      moved AS (UPDATE yimen.episode_level l SET granted_fen = l.granted_fen + CASE WHEN l.level = ${level} THEN ${amountFen}::bigint ELSE 0 END, cumulative_fen = l.cumulative_fen + ${amountFen}::bigint
        FROM locked k WHERE l.episode_id = k.episode_id AND l.level = k.level RETURNING l.level, l.granted_fen)
      SELECT (SELECT granted_fen FROM moved WHERE level = ${level}) AS granted`.execute(tx);
      const granted = rows[0]?.granted ?? null;
      if (granted === null) throw refused('LADDER_LEVEL_MISSING', facts);
      return granted;
    },
  );
}

/** Gives an unused amount back to the counters. */
export async function returnToCaps(tx: Tx, episodeId: string, level: string, amountFen: number): Promise<void> {
  await sql`UPDATE yimen.episode_level l SET granted_fen = l.granted_fen - CASE WHEN l.level = ${level} THEN ${amountFen}::bigint ELSE 0 END, cumulative_fen = l.cumulative_fen - ${amountFen}::bigint
    WHERE l.episode_id = ${episodeId} AND l.rank >= (SELECT h.rank FROM yimen.episode_level h WHERE h.episode_id = ${episodeId} AND h.level = ${level})`.execute(
    tx,
  );
}
