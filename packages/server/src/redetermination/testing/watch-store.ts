import type pg from 'pg';

/** Until the transaction ends, whoever holds this household in this run waits. */
export async function holdItem(client: pg.ClientBase, run: string, householdId: string): Promise<void> {
  await client.query(
    `INSERT INTO yimen.redetermination_item (redetermination_id, household_id, revision, region_code, case_id, reason, opened_at)
     SELECT $1, household_id, revision, region_code, case_id, 'differs', now() FROM yimen.packed_household WHERE household_id = $2`,
    [run, householdId],
  );
}

/** Whether a thread waits for somebody else's row. */
export async function isSomebodyWaiting(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_sleep(0.05), pg_stat_activity WHERE application_name = 'yimen-mass-determination' AND wait_event_type = 'Lock'
       AND datname = current_database()`,
  );
  return rowCount !== 0;
}

export async function countRanges(
  client: pg.ClientBase,
  run: string,
): Promise<{ readonly open: number; readonly done: number }> {
  const { rows } = await client.query<{ open: number; done: number }>(
    `SELECT count(*) FILTER (WHERE done_at IS NULL)::int AS open, count(*) FILTER (WHERE done_at IS NOT NULL)::int AS done
     FROM yimen.redetermination_range WHERE redetermination_id = $1`,
    [run],
  );
  return rows[0] ?? { open: 0, done: 0 };
}

/** A pack nobody has. */
export async function spoilRange(client: pg.ClientBase, run: string): Promise<void> {
  await client.query(`UPDATE yimen.redetermination_range SET pack_id = 'nowhere' WHERE redetermination_id = $1`, [run]);
}

/** Spoils the page a household stands on by one bit, or puts it right again. @returns who stands on it. */
export async function flipBit(client: pg.ClientBase, householdId: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ ids: string[] }>(
    `UPDATE yimen.packed_page p
     SET content_encrypted = set_byte(p.content_encrypted, length(p.content_encrypted) - 1,
       get_byte(p.content_encrypted, length(p.content_encrypted) - 1) # 1)
     FROM yimen.packed_household h WHERE h.household_id = $1 AND p.id = h.page_id
     RETURNING ARRAY(SELECT o.household_id FROM yimen.packed_household o WHERE o.page_id = p.id) AS ids`,
    [householdId],
  );
  return rows[0]?.ids ?? [];
}
