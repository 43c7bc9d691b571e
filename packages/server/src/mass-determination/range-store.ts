import pg from 'pg';
import type { FindingColumns } from './findings.ts';

export interface OpenRange {
  readonly id: string;
  readonly pages: readonly string[];
  readonly isRepeat: boolean;
}

/** The next open range of a pack, held until the transaction ends; one that somebody else holds is passed over. */
export async function claimRange(client: pg.ClientBase, run: string, packId: string): Promise<OpenRange | undefined> {
  const { rows } = await client.query<OpenRange>(
    `SELECT g.id, g.pages, g.is_repeat AS "isRepeat" FROM redetermination_range g
     JOIN redetermination r ON r.id = g.redetermination_id AND r.state IN ('computing', 'to-confirm')
     WHERE g.redetermination_id = $1 AND g.pack_id = $2 AND g.done_at IS NULL
     ORDER BY g.id LIMIT 1 FOR UPDATE OF g SKIP LOCKED`,
    [run, packId],
  );
  return rows[0];
}

/**
 * What was found of one range, and that it is done. Who was found before with the same facts stays as it is; where it is
 * said that nobody was, which takes a fifth less, a household that was makes it fail as a whole.
 */
export async function storeRange(
  client: pg.ClientBase,
  run: string,
  range: OpenRange,
  found: FindingColumns,
  { at, isFirst }: { readonly at: string; readonly isFirst: boolean },
): Promise<void> {
  const { items, differences, seen, brokenPages } = found;
  let unreadable = found.unreadable;
  if (items.household.count > 0)
    await client.query(isFirst ? HOLD : `${HOLD} ${ON_NEWER}`, [
      run,
      at,
      range.pages,
      ...Object.values(items).map((column) => column.finished()),
    ]);
  if (brokenPages.length > 0) {
    const { rowCount } = await client.query(
      `${INSERT_ITEMS} SELECT $1, p.household_id, p.revision, p.region_code, p.case_id, 'unreadable', NULL, $3::timestamptz, '{}', '{}'
       FROM packed_household p WHERE p.page_id = ANY ($2::uuid[]) ${ON_NEWER}`,
      [run, brokenPages, at],
    );
    unreadable += rowCount ?? 0;
  }
  // Whoever changed since and no longer differs is settled; at the first look nobody can have been found before.
  if (range.isRepeat) {
    await client.query(
      `UPDATE redetermination_item i SET state = 'overtaken', revision = s.revision, changes = '{}', person_ids = '{}'
       FROM unnest($2::uuid[], $3::int4[]) AS s (household, revision)
       WHERE i.redetermination_id = $1 AND i.household_id = s.household AND i.state = 'open' AND i.revision < s.revision`,
      [run, seen.household.finished(), seen.revision.finished()],
    );
  }
  await client.query('UPDATE redetermination_range SET done_at = $2, differences = $3, unreadable = $4 WHERE id = $1', [
    range.id,
    at,
    differences,
    unreadable,
  ]);
}

/** Whether somebody is held already who was said not to be. */
export function isHeldAlready(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.constraint === 'redetermination_item_key';
}

const INSERT_ITEMS = `INSERT INTO redetermination_item AS held (redetermination_id, household_id, revision, region_code, case_id,
  reason, exit_until, opened_at, person_ids, changes)`;
const ON_NEWER = `ON CONFLICT (redetermination_id, household_id) DO UPDATE SET state = 'open', revision = excluded.revision,
  reason = excluded.reason, exit_until = excluded.exit_until, case_id = excluded.case_id, region_code = excluded.region_code,
  person_ids = excluded.person_ids, changes = excluded.changes
  WHERE held.state IN ('open', 'overtaken') AND held.revision < excluded.revision`;

/**
 * Case and members are read page by page, which takes half of looking each household up; whoever has left the page since
 * is looked at once more anyway.
 */
const HOLD = `${INSERT_ITEMS}
  SELECT $1, i.household, i.revision, p.region_code, p.case_id, i.reason, i.exit_until, $2::timestamptz,
    CASE WHEN i.of_persons THEN p.person_ids ELSE '{}' END, i.changes::redetermination_change[]
  FROM unnest($4::uuid[], $5::int4[], $6::text[], $7::date[], $8::boolean[], $9::text[])
    AS i (household, revision, reason, exit_until, of_persons, changes)
  JOIN packed_household p ON p.household_id = i.household AND p.page_id = ANY ($3::uuid[])`;
