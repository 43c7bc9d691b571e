import { randomUUID } from 'node:crypto';
import type { LadderStep } from '@yimen/rules';
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import type { ReliefGrant } from '../platform/db/schema.gen.ts';
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

export type NewGrant = {
  readonly id: string;
  readonly episode_id: string;
  readonly case_id: string;
  readonly matter_id: string;
  readonly region_code: string;
  readonly level: string;
  readonly form: string;
  readonly method: string;
  readonly amount_fen: number;
  readonly items: string;
  readonly stages: string;
  readonly purpose: string;
  readonly follow_up: boolean;
  readonly new_fact: string | null;
  readonly override_reason: string | null;
  readonly office_id: string;
  readonly fund_id: string;
  readonly from_account_id: string;
  readonly payee_person_id: string;
  readonly payee_name: string;
  readonly payee_masked: string | null;
  readonly approvals_needed: number;
  readonly conference_needed: boolean;
  readonly cap_counter_id: string | null;
  readonly explanation: string;
  readonly proposed_by: string;
  readonly proposed_behalf_account_id: string | null;
  readonly proposed_post_id: string;
  readonly proposed_at: Date;
};

export async function insertGrant(tx: Tx, row: NewGrant): Promise<void> {
  await tx.insertInto('relief_grant').values(row).execute();
}

export async function insertEvidence(
  tx: Tx,
  row: {
    number_index: Buffer;
    grant_id: string;
    case_id: string;
    region_code: string;
    number_masked: string;
    recorded_at: Date;
  },
): Promise<void> {
  await refuseByConstraint({ relief_evidence_once: 'EVIDENCE_REUSED' }, {}, () =>
    tx
      .insertInto('relief_evidence')
      .values({ id: randomUUID(), ...row })
      .execute(),
  );
}

export async function dropEvidence(tx: Tx, grantId: string): Promise<void> {
  await tx.deleteFrom('relief_evidence').where('grant_id', '=', grantId).execute();
}

const selectForUpdate = fixedStatement<{ id: string }, Selectable<ReliefGrant>>(
  ({ id }) => sql`SELECT * FROM yimen.relief_grant WHERE id = ${id} FOR UPDATE`,
);

export async function lockGrant(tx: Tx, id: string) {
  const [found] = await selectForUpdate(tx, { id });
  return found;
}

export type GrantRow = NonNullable<Awaited<ReturnType<typeof lockGrant>>>;

/** What the database says to a second signature of the same people, or one under the own work. */
export const APPROVAL_REFUSALS = {
  grant_approval_key: 'ALREADY_APPROVED',
  grant_approval_two_people: 'ALREADY_APPROVED',
  grant_approval_not_own: 'OWN_WORK_BLOCKED',
} as const;

export type GrantChange = Partial<
  Pick<
    GrantRow,
    | 'state'
    | 'approvals_given'
    | 'approved_at'
    | 'conference_id'
    | 'refused_reason'
    | 'payee_snapshot_encrypted'
    | 'payee_masked'
  >
>;

/** Only from the state the caller saw: two officers at once cannot both move a grant. */
export async function changeGrant(tx: Tx, grant: Pick<GrantRow, 'id' | 'state'>, change: GrantChange): Promise<number> {
  const row = await refuseByConstraint({ relief_grant_conference_not_own: 'OWN_WORK_BLOCKED' }, {}, () =>
    tx
      .updateTable('relief_grant')
      .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
      .where('id', '=', grant.id)
      .where('state', '=', grant.state)
      .returning('version')
      .executeTakeFirst(),
  );
  if (!row) throw refused('STATE_CONFLICT', { grantId: grant.id });
  return row.version;
}

/** The name of a person who now belongs to the household. */
export async function findMemberName(tx: Tx, personId: string, householdId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('household_member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select('p.name')
    .where('m.household_id', '=', householdId)
    .where('m.person_id', '=', personId)
    .where('m.to_date', 'is', null)
    .executeTakeFirst();
  return row?.name;
}

export async function insertPaper(
  tx: Tx,
  row: {
    id: string;
    grant_id: string;
    case_id: string;
    region_code: string;
    paper_id: string;
    label_zh: string;
    label_en: string;
    provider: string;
    task_id: string;
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('relief_paper')
    .values(row)
    .onConflict((conflict) => conflict.constraint('relief_paper_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function listPaperIds(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('relief_paper')
    .select('paper_id')
    .where('case_id', '=', caseId)
    .where('state', 'in', ['fulfilled', 'due'])
    .execute();
  return rows.map((row) => row.paper_id);
}

export async function hasPapersOf(tx: Tx, grantId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('relief_paper')
    .select('id')
    .where('grant_id', '=', grantId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function lockPaper(tx: Tx, id: string) {
  return tx.selectFrom('relief_paper').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** In one order for everybody, so that two who wait for several papers never wait for each other. */
export async function lockPapersOf(tx: Tx, caseId: string): Promise<void> {
  await tx.selectFrom('relief_paper').select('id').where('case_id', '=', caseId).orderBy('id').forUpdate().execute();
}

export type PaperRow = NonNullable<Awaited<ReturnType<typeof lockPaper>>>;

export async function changePaper(
  tx: Tx,
  paper: Pick<PaperRow, 'id' | 'state'>,
  change: Partial<Pick<PaperRow, 'state' | 'note' | 'ended_at' | 'ended_by' | 'recovery_fen' | 'recovered_fen'>>,
): Promise<number> {
  const row = await refuseByConstraint(
    { relief_paper_not_over_recovered: 'STATE_CONFLICT' },
    { paperId: paper.id },
    () =>
      tx
        .updateTable('relief_paper')
        .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
        .where('id', '=', paper.id)
        .where('state', '=', paper.state)
        .returning('version')
        .executeTakeFirst(),
  );
  if (!row) throw refused('STATE_CONFLICT', { paperId: paper.id });
  return row.version;
}
