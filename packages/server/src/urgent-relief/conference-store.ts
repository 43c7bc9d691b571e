import type { ConferenceSeat } from '@yimen/contracts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import type { GrantRow } from './grant-store.ts';
import { proposersOf } from './own-work.ts';

export type NewConference = {
  readonly id: string;
  readonly case_id: string;
  readonly region_code: string;
  readonly held_on: string;
  readonly participants: readonly ConferenceSeat[];
  readonly conclusion: 'agreed' | 'declined';
  readonly agreed_fen: number;
  readonly minutes: string;
  readonly recorded_by: string;
  readonly recorded_post_id: string;
  readonly behalf_account_id: string | null;
  readonly recorded_at: Date;
};

export async function insertConference(tx: Tx, { participants, ...row }: NewConference): Promise<void> {
  await tx
    .insertInto('case_conference')
    .values({ ...row, participants: JSON.stringify(participants) })
    .execute();
}

/** Who proposed the grants of a case that still wait for a conference or its signatures, and for whom. */
export async function listProposersInNeed(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('relief_grant')
    .select(['proposed_by', 'proposed_behalf_account_id'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'proposed')
    .where('conference_needed', '=', true)
    .execute();
  return rows.flatMap(proposersOf);
}

export type ConferenceHeldRow = { readonly id: string; readonly agreedFen: number; readonly grantedFen: number };

/** The newest conference of the case that somebody else than the proposer recorded. */
export async function findConferenceFor(
  tx: Tx,
  grant: Pick<GrantRow, 'case_id' | 'proposed_by' | 'proposed_behalf_account_id'>,
): Promise<ConferenceHeldRow | undefined> {
  return tx
    .selectFrom('case_conference')
    .select(['id', 'agreed_fen as agreedFen', 'granted_fen as grantedFen'])
    .where('case_id', '=', grant.case_id)
    .where(sql<boolean>`NOT ARRAY[recorded_by, behalf_account_id] && ${proposersOf(grant)}::uuid[]`)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export type GrantToDiscuss = {
  readonly taskId: string;
  readonly amountFen: number;
  readonly held: { readonly agreedFen: number; readonly grantedFen: number } | null;
};

/** Behind tasks to decide: the grants that need a conference, each with the newest that its proposer did not record. */
export async function listGrantsToDiscuss(tx: Tx, taskIds: readonly string[]): Promise<GrantToDiscuss[]> {
  const { rows } = await sql<GrantToDiscuss>`SELECT t.id AS "taskId", g.amount_fen AS "amountFen",
      (SELECT json_build_object('agreedFen', k.agreed_fen, 'grantedFen', k.granted_fen) FROM yimen.case_conference k
        WHERE k.case_id = g.case_id AND NOT ARRAY[k.recorded_by, k.behalf_account_id] && ARRAY[g.proposed_by, g.proposed_behalf_account_id] ORDER BY k.seq DESC LIMIT 1) AS held
    FROM yimen.task t JOIN yimen.relief_grant g ON g.id = t.subject_id
    WHERE t.id = ANY(${taskIds}) AND g.conference_needed`.execute(tx);
  return rows;
}

/** What a conference agreed is used up by conditional update; its CHECK is the last word (invariant 2). */
export async function takeFromConference(tx: Tx, conferenceId: string, amountFen: number): Promise<void> {
  await refuseByConstraint({ case_conference_within_agreed: 'CONFERENCE_AMOUNT_EXCEEDED' }, { amountFen }, () =>
    move(tx, conferenceId, amountFen),
  );
}

export async function returnToConference(tx: Tx, conferenceId: string, amountFen: number): Promise<void> {
  await move(tx, conferenceId, -amountFen);
}

async function move(tx: Tx, conferenceId: string, byFen: number): Promise<void> {
  await tx
    .updateTable('case_conference')
    .set({ granted_fen: sql<number>`granted_fen + ${byFen}` })
    .where('id', '=', conferenceId)
    .execute();
}
