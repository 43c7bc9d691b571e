import type pg from 'pg';
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

/** What was found of one range, and that it is done. Who was found before with the same facts stays as it is. */
export async function storeRange(
  client: pg.ClientBase,
  run: string,
  range: OpenRange,
  found: FindingColumns,
  at: string,
): Promise<void> {
  const { differences, items, seen, brokenPages } = found;
  let unreadable = found.unreadable;
  if (items.household.count > 0) {
    const columns = [...Object.values(items), ...Object.values(differences)];
    await client.query(HOLD, [run, at, ...columns.map((column) => column.finished())]);
  }
  if (brokenPages.length > 0) {
    const { rowCount } = await client.query(
      `${INSERT_ITEMS} SELECT $1, p.household_id, p.revision, p.region_code, p.case_id, 'unreadable', NULL, $3::timestamptz
       FROM packed_household p WHERE p.page_id = ANY ($2::uuid[]) ${ON_NEWER}`,
      [run, brokenPages, at],
    );
    unreadable += rowCount ?? 0;
  }
  // Whoever changed since and no longer differs is settled; at the first look nobody can have been found before.
  if (range.isRepeat) {
    await client.query(
      `UPDATE redetermination_item i SET state = 'overtaken', revision = s.revision
       FROM unnest($2::uuid[], $3::int4[]) AS s (household, revision)
       WHERE i.redetermination_id = $1 AND i.household_id = s.household AND i.state = 'open' AND i.revision < s.revision`,
      [run, seen.household.finished(), seen.revision.finished()],
    );
  }
  await client.query('UPDATE redetermination_range SET done_at = $2, differences = $3, unreadable = $4 WHERE id = $1', [
    range.id,
    at,
    differences.household.count,
    unreadable,
  ]);
}

const INSERT_ITEMS = `INSERT INTO redetermination_item AS held (redetermination_id, household_id, revision, region_code, case_id, reason, exit_until, opened_at)`;
const ON_NEWER = `ON CONFLICT (redetermination_id, household_id) DO UPDATE SET state = 'open', revision = excluded.revision,
  reason = excluded.reason, exit_until = excluded.exit_until, case_id = excluded.case_id, region_code = excluded.region_code
  WHERE held.state IN ('open', 'overtaken') AND held.revision < excluded.revision`;

/**
 * The items, and of those that are held by it the differences: whoever is held with these facts, or was decided on,
 * has them already.
 */
const HOLD = `WITH own AS MATERIALIZED (
    SELECT i.*, p.region_code, p.case_id, p.person_ids
    FROM unnest($3::uuid[], $4::int4[], $5::text[], $6::date[]) AS i (household, revision, reason, exit_until)
    JOIN packed_household p ON p.household_id = i.household
  ), kept AS (
    ${INSERT_ITEMS} SELECT $1, household, revision, region_code, case_id, reason, exit_until, $2::timestamptz FROM own ${ON_NEWER}
    RETURNING household_id
  )
  INSERT INTO redetermination_difference (redetermination_id, household_id, revision, region_code, programme, element, person_id, kind,
    outcome_before, outcome_after, amount_before_fen, amount_after_fen)
  SELECT $1, d.household, d.revision, own.region_code, d.programme, d.element, CASE WHEN d.of_person THEN own.person_ids[d.element + 1] END, d.kind,
    d.was, d.is_now, d.was_fen, d.is_fen
  FROM unnest($7::uuid[], $8::int4[], $9::text[], $10::int2[], $11::boolean[], $12::text[], $13::text[], $14::text[], $15::int8[], $16::int8[])
    AS d (household, revision, programme, element, of_person, kind, was, is_now, was_fen, is_fen)
  JOIN kept ON kept.household_id = d.household JOIN own ON own.household = d.household`;
