import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import { HOUSEHOLDS_PER_PAGE } from './page-content.ts';
import type { Place } from './place.ts';

export type PackedRow = {
  readonly page_id: string;
  readonly case_id: string;
  readonly revision: number;
  readonly person_ids: readonly string[];
};

/** Two that pack one household come one after the other, also when it is not packed yet. */
export async function lockPacked(tx: Tx, householdId: string): Promise<PackedRow | undefined> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${householdId}, 0))`.execute(tx);
  return tx
    .selectFrom('packed_household')
    .select(['page_id', 'case_id', 'revision', 'person_ids'])
    .where('household_id', '=', householdId)
    .forUpdate()
    .executeTakeFirst();
}

export type PageRow = {
  readonly id: string;
  readonly regionCode: string;
  readonly area: Place['area'];
  readonly content: Buffer;
};

const pageById = fixedStatement<{ id: string }, PageRow>(
  ({ id }) => sql`SELECT id, region_code AS "regionCode", area, content_encrypted AS content
    FROM yimen.packed_page WHERE id = ${id} FOR UPDATE`,
);
const pageWithRoom = fixedStatement<{ region: string; area: string; except: readonly string[] }, PageRow>(
  ({ region, area, except }) => sql`SELECT id, region_code AS "regionCode", area, content_encrypted AS content
    FROM yimen.packed_page WHERE region_code = ${region} AND area = ${area} AND households < ${sql.lit(HOUSEHOLDS_PER_PAGE)}
      AND id <> ALL (${except}::uuid[]) ORDER BY households DESC LIMIT 1 FOR UPDATE SKIP LOCKED`,
);

export async function lockPage(tx: Tx, id: string): Promise<PageRow> {
  const [row] = await pageById(tx, { id });
  if (!row) throw new Error(`there is no packed page ${id}`);
  return row;
}

/** Undefined when all other pages of the place are full, or others are writing on them. */
export async function lockPageWithRoom(
  tx: Tx,
  { regionCode, area }: Place,
  except: readonly string[],
): Promise<PageRow | undefined> {
  const [row] = await pageWithRoom(tx, { region: regionCode, area, except });
  return row;
}

export type NewPage = Place & {
  readonly id: string;
  readonly households: number;
  readonly members: number;
  readonly events: number;
  readonly content: Buffer;
};

export async function insertPage(tx: Tx, { regionCode, content, ...page }: NewPage): Promise<void> {
  await tx
    .insertInto('packed_page')
    .values({ ...page, region_code: regionCode, content_encrypted: content })
    .execute();
}

export async function updatePage(tx: Tx, { id, households, members, events, content }: NewPage): Promise<void> {
  await tx
    .updateTable('packed_page')
    .set({ households, members, events, content_encrypted: content })
    .where('id', '=', id)
    .execute();
}

/** Of a page that cannot be opened, which nobody can write anew: whoever has left it is not counted there any more. */
export async function countOneLess(tx: Tx, pageId: string): Promise<void> {
  await sql`UPDATE yimen.packed_page SET households = households - 1, members = members - members / households,
    events = events - events / households WHERE id = ${pageId} AND households > 0`.execute(tx);
}

export async function putPacked(
  tx: Tx,
  row: PackedRow & { readonly household_id: string; readonly region_code: string; readonly packed_at: Date },
): Promise<void> {
  const { household_id, ...rest } = { ...row, person_ids: [...row.person_ids] };
  await tx
    .insertInto('packed_household')
    .values({ household_id, ...rest })
    .onConflict((conflict) => conflict.column('household_id').doUpdateSet(rest))
    .execute();
}

export async function touchPacked(tx: Tx, householdId: string, now: Date): Promise<void> {
  await tx.updateTable('packed_household').set({ packed_at: now }).where('household_id', '=', householdId).execute();
}

export async function deletePacked(tx: Tx, householdId: string): Promise<void> {
  await tx.deleteFrom('packed_household').where('household_id', '=', householdId).execute();
}

/** What changed is looked at once more by every re-determination of its place that people have not finished. */
export async function repeatPage(tx: Tx, pageId: string, { regionCode }: Place): Promise<void> {
  await sql`INSERT INTO yimen.redetermination_range (redetermination_id, pack_id, pages, households, is_repeat)
    SELECT r.id, r.pack_of ->> ${regionCode}, ARRAY[${pageId}::uuid], 0, true FROM yimen.redetermination r
    WHERE r.state <> 'finished' AND r.pack_of ? ${regionCode}`.execute(tx);
}

/** Of a household that has moved to where a run does not look. */
export async function overtakeMoved(tx: Tx, householdId: string, { regionCode }: Place): Promise<void> {
  await sql`UPDATE yimen.redetermination_item i SET state = 'overtaken' FROM yimen.redetermination r
    WHERE i.household_id = ${householdId} AND i.state = 'open' AND r.id = i.redetermination_id
      AND r.state <> 'finished' AND NOT r.pack_of ? ${regionCode}`.execute(tx);
}

/** Of a household that is in the register no more. */
export async function overtakeItems(tx: Tx, householdId: string): Promise<void> {
  await sql`UPDATE yimen.redetermination_item i SET state = 'overtaken' FROM yimen.redetermination r
    WHERE r.state <> 'finished' AND i.redetermination_id = r.id AND i.household_id = ${householdId} AND i.state = 'open'`.execute(
    tx,
  );
}

const unpackedHouseholds = fixedStatement<{ after: string; before: Date; limit: number }, { id: string }>(
  ({ after, before, limit }) => sql`SELECT h.id FROM yimen.household h
    WHERE h.id > ${after} AND EXISTS (SELECT 1 FROM yimen."case" c JOIN yimen.assessment a ON a.case_id = c.id WHERE c.household_id = h.id)
      AND NOT EXISTS (SELECT 1 FROM yimen.packed_household p WHERE p.household_id = h.id AND p.packed_at >= ${before})
    ORDER BY h.id LIMIT ${limit}`,
);

/** Households with an assessment that were not packed since then, in the order of their ids. */
export async function listUnpacked(
  tx: Tx,
  given: { readonly after: string; readonly before: Date; readonly limit: number },
): Promise<readonly string[]> {
  return (await unpackedHouseholds(tx, given)).map(({ id }) => id);
}
