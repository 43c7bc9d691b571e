import { randomUUID } from 'node:crypto';
import type { MemberFields } from '@yimen/contracts';
import { nameGrams } from '@yimen/rules';
import { type RawBuilder, sql } from 'kysely';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import { insertTogether, manyRowsOf, type NewRows, rowsOf } from '../platform/db/insert-together.ts';
import type { Vault } from '../platform/vault/vault.ts';
import { sealIdNumber, sealPhone } from './resident-number.ts';

export type PersonRow = ReturnType<typeof sealPerson>;
export type Author = { readonly accountId: string; readonly now: Date };

/** One person ready to be written: sensitive fields sealed, indexes blind. `path` is where the form shows an ID-number error. */
export function sealPerson(
  vault: Vault,
  fields: Omit<MemberFields, 'relation' | 'supportRelation'>,
  regionCode: string,
  author: Author,
  path: string,
) {
  const id: string = randomUUID();
  const idNumber = fields.idNumber
    ? sealIdNumber(vault, 'person', 'id_number', id, fields.idNumber, author.now, path)
    : undefined;
  const phone = fields.phone ? sealPhone(vault, 'person', 'phone', id, fields.phone) : undefined;
  return {
    id,
    region_code: regionCode,
    name: fields.name,
    sex: idNumber?.sex ?? fields.sex,
    birth_date: idNumber?.birthDate ?? fields.birthDate,
    id_number_encrypted: idNumber?.encrypted ?? null,
    id_number_index: idNumber?.index ?? null,
    id_number_masked: idNumber?.masked ?? null,
    phone_encrypted: phone?.encrypted ?? null,
    phone_index: phone?.index ?? null,
    phone_masked: phone?.masked ?? null,
    hukou_region_code: fields.hukouRegionCode,
    residence_region_code: fields.residenceRegionCode,
    address_encrypted: fields.address ? vault.seal('person', 'address', id, fields.address) : null,
    created_at: author.now,
    created_by: author.accountId,
  };
}

export type HouseholdDraft = {
  readonly householdId: string;
  readonly regionCode: string;
  readonly headName: string;
  readonly persons: readonly PersonRow[];
  readonly members: readonly Pick<MemberFields, 'relation' | 'supportRelation'>[];
  readonly author: Author;
};

/** A household with everybody in it, to be written in one statement: persons, name index, membership. */
export function newHousehold(draft: HouseholdDraft): NewRows[] {
  const { householdId, regionCode, persons, author } = draft;
  return [
    rowsOf('household', [
      {
        id: householdId,
        region_code: regionCode,
        head_name: draft.headName,
        created_at: author.now,
        created_by: author.accountId,
      },
    ]),
    ...newPeople(persons),
    rowsOf(
      'household_member',
      persons.map((person, index) => membership(householdId, person, draft.members[index], author)),
    ),
  ];
}

/** Many households in one statement each for people, name index and membership. */
export async function insertRegister(tx: Tx, drafts: readonly HouseholdDraft[]): Promise<void> {
  const persons = drafts.flatMap((draft) => [...draft.persons]);
  if (persons.length === 0) return;
  await tx
    .insertInto('household')
    .values(
      drafts.map((draft) => ({
        id: draft.householdId,
        region_code: draft.regionCode,
        head_name: draft.headName,
        created_at: draft.author.now,
        created_by: draft.author.accountId,
      })),
    )
    .execute();
  await tx.insertInto('person').values(persons).execute();
  await tx.insertInto('person_gram').values(persons.flatMap(gramsOf)).execute();
  await tx
    .insertInto('household_member')
    .values(
      drafts.flatMap(({ householdId, persons, members, author }) =>
        persons.map((person, index) => membership(householdId, person, members[index], author)),
      ),
    )
    .execute();
}

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

function newPeople(persons: readonly PersonRow[]): NewRows[] {
  return [rowsOf('person', persons), manyRowsOf('person_gram', persons.flatMap(gramsOf))];
}

function gramsOf(person: Pick<PersonRow, 'id' | 'name' | 'region_code'>) {
  return nameGrams(person.name).map((gram) => ({ gram, region_code: person.region_code, person_id: person.id }));
}

function membership(
  householdId: string,
  person: PersonRow,
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

const selectByIdNumber = fixedStatement<{ indexes: readonly Buffer[] }, { id: string }>(
  ({ indexes }) => sql`SELECT id FROM yimen.person WHERE id_number_index = ANY(${indexes}::bytea[])`,
);

/** Ids of people in reach who already carry one of these numbers. */
export async function findByIdNumber(tx: Tx, indexes: readonly Buffer[]): Promise<{ readonly id: string }[]> {
  return indexes.length === 0 ? [] : selectByIdNumber(tx, { indexes });
}

export async function findPersonElsewhere(
  tx: Tx,
  index: Buffer,
): Promise<{ officeName: string; officePhone: string | null } | undefined> {
  const { rows } = await sql<{
    office_name: string;
    office_phone: string | null;
  }>`SELECT * FROM yimen.find_person_elsewhere(${index})`.execute(tx);
  const row = rows[0];
  return row && { officeName: row.office_name, officePhone: row.office_phone };
}

/** The household behind an exact ID number, opened to this office because it serves the place of the event. */
export async function claimHouseholdElsewhere(
  tx: Tx,
  index: Buffer,
  officeId: string,
  reason: string,
  now: Date,
): Promise<string | undefined> {
  const { rows } = await sql<{
    household: string | null;
  }>`SELECT yimen.claim_household_elsewhere(${index}, ${officeId}, ${reason}, ${now}) AS household`.execute(tx);
  return rows[0]?.household ?? undefined;
}

export async function openHouseholdTo(
  tx: Tx,
  householdId: string,
  officeId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('record_access')
    .values({ household_id: householdId, office_id: officeId, reason, since: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function lockHousehold(tx: Tx, id: string) {
  return tx.selectFrom('household').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
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

export async function bumpHousehold(tx: Tx, id: string): Promise<number> {
  const row = await tx
    .updateTable('household')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export async function endMembership(
  tx: Tx,
  householdId: string,
  personId: string,
  on: string,
  reason: string,
): Promise<boolean> {
  const result = await tx
    .updateTable('household_member')
    .set({ to_date: on, leave_reason: reason })
    .where('household_id', '=', householdId)
    .where('person_id', '=', personId)
    .where('to_date', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function lockPerson(tx: Tx, id: string) {
  return tx.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export type PersonChange = Partial<Omit<PersonRow, 'id' | 'created_at' | 'created_by'>>;

export async function changePerson(tx: Tx, id: string, change: PersonChange): Promise<number> {
  const row = await tx
    .updateTable('person')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning(['version', 'name', 'region_code'])
    .executeTakeFirstOrThrow();
  if (change.name !== undefined) {
    await tx.deleteFrom('person_gram').where('person_id', '=', id).execute();
    await tx
      .insertInto('person_gram')
      .values(gramsOf({ id, name: row.name, region_code: row.region_code }))
      .execute();
  }
  return row.version;
}

export type NewCircumstance = {
  id: string;
  household_id: string;
  person_id: string | null;
  region_code: string;
  kind: string;
  text: string;
  amount_fen: number | null;
  occurred_on: string | null;
  provenance: string;
  provenance_note: string | null;
  act: string;
  supersedes_id: string | null;
  recorded_at: Date;
  recorded_by: string;
};

export async function insertCircumstances(tx: Tx, rows: readonly NewCircumstance[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('circumstance')
      .values([...rows])
      .execute();
}

export type NewPayeeAccount = {
  id: string;
  person_id: string;
  region_code: string;
  bank_name: string;
  account_encrypted: Buffer;
  account_index: Buffer;
  account_masked: string;
  holder_name: string;
  from_at: Date;
  recorded_by: string;
};

export async function insertPayeeAccounts(tx: Tx, rows: readonly NewPayeeAccount[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('payee_account')
      .values([...rows])
      .execute();
}

export async function replacePayeeAccount(tx: Tx, row: NewPayeeAccount): Promise<void> {
  await tx
    .updateTable('payee_account')
    .set({ replaced_at: row.from_at })
    .where('person_id', '=', row.person_id)
    .where('replaced_at', 'is', null)
    .execute();
  await insertPayeeAccounts(tx, [row]);
}

export async function findPayeeAccount(tx: Tx, personId: string) {
  return tx
    .selectFrom('payee_account')
    .selectAll()
    .where('person_id', '=', personId)
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
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
};

const selectMembers = fixedStatement<{ household: string }, HouseholdMember>(
  ({ household }) => sql`SELECT p.id AS "personId", p.name, p.birth_date AS "birthDate", m.relation
    FROM yimen.household_member m JOIN yimen.person p ON p.id = m.person_id
    WHERE m.household_id = ${household} AND m.to_date IS NULL ORDER BY (m.relation <> 'head'), p.birth_date, p.id`,
);

export function listMembers(tx: Tx, household: string): Promise<HouseholdMember[]> {
  return selectMembers(tx, { household });
}
