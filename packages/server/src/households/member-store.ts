import type { MemberFields } from '@yimen/contracts';
import { type RawBuilder, sql } from 'kysely';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import { insertTogether, rowsOf } from '../platform/db/insert-together.ts';
import { type Author, newPeople, type PersonRow } from './person-store.ts';

export function insertMember(
  tx: Tx,
  householdId: string,
  person: PersonRow,
  member: Pick<MemberFields, 'relation' | 'supportRelation'>,
  author: Author,
): Promise<void> {
  const row = membership(householdId, person, member, author);
  return insertTogether(tx, ...newPeople([person]), rowsOf('household_member', [row]));
}

type Joining = Pick<PersonRow, 'id' | 'region_code'>;

export function membership(
  householdId: string,
  person: Joining,
  member: Pick<MemberFields, 'relation' | 'supportRelation'> | undefined,
  author: Author,
) {
  return {
    household_id: householdId,
    person_id: person.id,
    region_code: person.region_code,
    relation: member?.relation ?? 'other-relative',
    support_relation: member?.supportRelation ?? 'none',
    from_date: civilDate(author.now),
  };
}

/** Of somebody on record. Who left it the same day has simply stayed. */
export async function beginMembership(
  tx: Tx,
  householdId: string,
  person: Joining,
  member: Pick<MemberFields, 'relation' | 'supportRelation'>,
  author: Author,
): Promise<void> {
  const row = membership(householdId, person, member, author);
  const { relation, support_relation } = row;
  await tx
    .insertInto('household_member')
    .values(row)
    .onConflict((oc) =>
      oc
        .constraint('household_member_key')
        .doUpdateSet({ relation, support_relation, to_date: null, leave_reason: null }),
    )
    .execute();
  if (relation === 'head') await changeRelation(tx, householdId, person.id, member);
}

/** Since when somebody belongs to it; undefined for who does not. */
export async function findMemberSince(tx: Tx, householdId: string, personId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('household_member')
    .select('from_date')
    .where('household_id', '=', householdId)
    .where('person_id', '=', personId)
    .where('to_date', 'is', null)
    .executeTakeFirst();
  return row?.from_date;
}

export async function changeRelation(
  tx: Tx,
  householdId: string,
  personId: string,
  { relation, supportRelation }: Pick<MemberFields, 'relation' | 'supportRelation'>,
): Promise<void> {
  await tx
    .updateTable('household_member')
    .set({ relation, support_relation: supportRelation })
    .where('household_id', '=', householdId)
    .where('person_id', '=', personId)
    .where('to_date', 'is', null)
    .execute();
  if (relation !== 'head') return;
  await tx
    .updateTable('household')
    .from('person')
    .set((eb) => ({ head_name: eb.ref('person.name') }))
    .where('household.id', '=', householdId)
    .where('person.id', '=', personId)
    .execute();
}

export async function endMembership(
  tx: Tx,
  householdId: string,
  personId: string,
  on: string,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('household_member')
    .set({ to_date: on, leave_reason: reason })
    .where('household_id', '=', householdId)
    .where('person_id', '=', personId)
    .where('to_date', 'is', null)
    .execute();
}

/** Where somebody belongs now. */
export async function findHouseholdOf(tx: Tx, personId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('household_member')
    .select('household_id')
    .where('person_id', '=', personId)
    .where('to_date', 'is', null)
    .executeTakeFirst();
  return row?.household_id;
}

/** ID-number indexes of everybody now in the household, as part of the statement that compares them with relatives. */
export function memberIdNumbers(householdId: RawBuilder<string>): RawBuilder<Buffer[]> {
  return sql`ARRAY(SELECT p.id_number_index FROM yimen.household_member m JOIN yimen.person p ON p.id = m.person_id
    WHERE m.household_id = ${householdId} AND m.to_date IS NULL AND p.id_number_index IS NOT NULL)`;
}

/** Somebody who belongs to a household now, as rules count them: the head first, then by age. */
export type HouseholdMember = {
  readonly personId: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly relation: MemberFields['relation'];
  readonly hukouRegionCode: string | null;
  readonly residenceRegionCode: string;
};

const selectMembers = fixedStatement<{ household: string }, HouseholdMember>(
  ({ household }) => sql`SELECT p.id AS "personId", p.name, p.birth_date AS "birthDate", m.relation,
      p.hukou_region_code AS "hukouRegionCode", p.residence_region_code AS "residenceRegionCode"
    FROM yimen.household_member m JOIN yimen.person p ON p.id = m.person_id
    WHERE m.household_id = ${household} AND m.to_date IS NULL ORDER BY (m.relation <> 'head'), p.birth_date, p.id`,
);

export function listMembers(tx: Tx, household: string): Promise<HouseholdMember[]> {
  return selectMembers(tx, { household });
}
