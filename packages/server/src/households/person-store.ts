import { randomUUID } from 'node:crypto';
import type { MemberFields } from '@yimen/contracts';
import { nameGrams } from '@yimen/rules';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import { manyRowsOf, type NewRows, rowsOf } from '../platform/db/insert-together.ts';
import type { Vault } from '../platform/vault/vault.ts';
import { requireBorn } from './require-possible.ts';
import { sealIdNumber, sealPhone } from './resident-number.ts';

export type PersonRow = ReturnType<typeof sealPerson>;

export type Author = { readonly accountId: string; readonly now: Date };

/** One person ready to be written: sensitive fields sealed, indexes blind. `pathOf` says where the form shows a refusal. */
export function sealPerson(
  vault: Vault,
  fields: Omit<MemberFields, 'relation' | 'supportRelation'>,
  regionCode: string,
  author: Author,
  pathOf: (field: 'idNumber' | 'birthDate') => string,
) {
  const id: string = randomUUID();
  requireBorn(fields.birthDate, author.now, pathOf('birthDate'));
  const idNumber = fields.idNumber
    ? sealIdNumber(vault, 'person', 'id_number', id, fields.idNumber, author.now, pathOf('idNumber'))
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

export function newPeople(persons: readonly PersonRow[]): NewRows[] {
  return [rowsOf('person', persons), manyRowsOf('person_gram', persons.flatMap(gramsOf))];
}

export function gramsOf(person: Pick<PersonRow, 'id' | 'name' | 'region_code'>) {
  return nameGrams(person.name).map((gram) => ({ gram, region_code: person.region_code, person_id: person.id }));
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

export async function lockPerson(tx: Tx, id: string) {
  return tx.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The record goes to where the person now belongs: the place decides who sees it. */
export async function movePerson(
  tx: Tx,
  { id, name }: { readonly id: string; readonly name: string },
  region_code: string,
): Promise<void> {
  await tx.updateTable('person').set({ region_code }).where('id', '=', id).execute();
  await tx
    .updateTable('payee_account')
    .set({ region_code })
    .where('person_id', '=', id)
    .where('replaced_at', 'is', null)
    .execute();
  await tx.deleteFrom('person_gram').where('person_id', '=', id).execute();
  await tx.insertInto('person_gram').values(gramsOf({ id, name, region_code })).execute();
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
