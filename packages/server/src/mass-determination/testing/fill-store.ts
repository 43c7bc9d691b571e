import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { ArrayWriter } from '../binary-array.ts';

type Columns<Name extends string> = Readonly<Record<Name, ArrayWriter>>;

export async function insertNewPages(
  client: pg.ClientBase,
  page: Columns<'id' | 'region' | 'area' | 'households' | 'members' | 'events' | 'content'>,
  own: Columns<'id' | 'page' | 'members'>,
): Promise<void> {
  const { id, region, area, households, members, events, content } = page;
  await client.query(
    `INSERT INTO packed_page (id, region_code, area, households, members, events, content_encrypted)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int4[], $5::int4[], $6::int4[], $7::bytea[])`,
    [id, region, area, households, members, events, content].map((column) => column.finished()),
  );
  await client.query(
    `INSERT INTO packed_household (household_id, page_id, case_id, region_code, person_ids, packed_at)
     SELECT h.id, h.page, h.id, p.region_code, ARRAY(SELECT gen_random_uuid() FROM generate_series(1, h.members)), now()
     FROM unnest($1::uuid[], $2::uuid[], $3::int4[]) AS h (id, page, members) JOIN packed_page p ON p.id = h.page`,
    [own.id, own.page, own.members].map((column) => column.finished()),
  );
}

/** A run of one pack over some pages, without the person who would have started it. */
export async function insertRun(
  client: pg.ClientBase,
  {
    packId,
    on,
    parts,
  }: { readonly packId: string; readonly on: string; readonly parts: readonly (readonly string[])[] },
): Promise<string> {
  const id = randomUUID();
  await client.query('SET session_replication_role = replica; SET search_path = yimen');
  await client.query(
    `INSERT INTO redetermination (id, region_code, region_to, on_date, policy_version, state, started_at, started_by, started_post_id)
     VALUES ($1::uuid, $1::text, '', $2, 'test', 'computing', now(), $1::uuid, $1::uuid)`,
    [id, on],
  );
  for (const pages of parts)
    await client.query(
      'INSERT INTO redetermination_range (redetermination_id, pack_id, pages, households) VALUES ($1, $2, $3, 0)',
      [id, packId, pages],
    );
  return id;
}

export async function countOpenRanges(client: pg.ClientBase, id: string): Promise<number> {
  const { rows } = await client.query<{ open: string }>(
    'SELECT count(*) AS open FROM yimen.redetermination_range WHERE redetermination_id = $1 AND done_at IS NULL',
    [id],
  );
  return Number(rows[0]?.open);
}

export async function readContentOf(
  client: pg.ClientBase,
  householdId: string,
): Promise<{ readonly id: string; readonly content: Buffer }> {
  const { rows } = await client.query<{ id: string; content: Buffer }>(
    `SELECT p.id, p.content_encrypted AS content FROM yimen.packed_household h JOIN yimen.packed_page p ON p.id = h.page_id
     WHERE h.household_id = $1`,
    [householdId],
  );
  if (!rows[0]) throw new Error(`household ${householdId} is not packed`);
  return rows[0];
}

export async function writeContent(client: pg.ClientBase, pageId: string, content: Buffer): Promise<void> {
  await client.query('UPDATE yimen.packed_page SET content_encrypted = $2 WHERE id = $1', [pageId, content]);
}

export async function listNeighbours(client: pg.ClientBase, householdId: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT o.household_id AS id FROM yimen.packed_household h JOIN yimen.packed_household o ON o.page_id = h.page_id
     WHERE h.household_id = $1`,
    [householdId],
  );
  return rows.map(({ id }) => id);
}

export async function emptyRegister(client: pg.ClientBase): Promise<void> {
  await client.query('TRUNCATE yimen.packed_page, yimen.packed_household');
}

export async function listItems(
  client: pg.ClientBase,
  id: string,
): Promise<readonly { readonly household_id: string; readonly reason: string }[]> {
  const { rows } = await client.query<{ household_id: string; reason: string }>(
    'SELECT household_id, reason FROM yimen.redetermination_item WHERE redetermination_id = $1 ORDER BY household_id',
    [id],
  );
  return rows;
}
