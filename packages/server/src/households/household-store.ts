import type { MemberFields } from '@yimen/contracts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { type NewRows, rowsOf } from '../platform/db/insert-together.ts';
import { membership } from './member-store.ts';
import { type Author, gramsOf, newPeople, type PersonRow } from './person-store.ts';

export type HouseholdDraft = DraftOf<PersonRow>;

type DraftOf<Person> = {
  readonly householdId: string;
  readonly regionCode: string;
  readonly headName: string;
  readonly persons: readonly Person[];
  readonly members: readonly Pick<MemberFields, 'relation' | 'supportRelation'>[];
  readonly author: Author;
};

/** A household with everybody in it, to be written in one statement: persons, name index, membership. */
export function newHousehold(draft: HouseholdDraft): NewRows[] {
  const [household, ...members] = householdOfKnown(draft);
  return [...(household ? [household] : []), ...newPeople(draft.persons), ...members];
}

/** The same of people who are on record. */
export function householdOfKnown(draft: DraftOf<Pick<PersonRow, 'id' | 'region_code'>>): NewRows[] {
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

export async function bumpHousehold(tx: Tx, id: string): Promise<number> {
  const row = await tx
    .updateTable('household')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}
