import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import type { ReliefGrant } from '../platform/db/schema.gen.ts';
import { refused } from '../platform/refused.ts';

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
