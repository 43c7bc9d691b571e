import type pg from 'pg';

/** Where the sums a run is shown by are not those of its items, counted one by one. */
export async function listWrongCounts(client: pg.ClientBase, run: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ wrong: string }>(
    `WITH item AS (SELECT * FROM yimen.redetermination_item WHERE redetermination_id = $1),
     counted AS (
       SELECT concat_ws(' ', region_code, state) AS what, count(*) AS households, 0 AS fen FROM item GROUP BY 1
       UNION ALL
       SELECT concat_ws(' ', i.region_code, c.programme, c.kind), count(DISTINCT i.household_id),
         sum(coalesce(c.amount_after_fen, 0) - coalesce(c.amount_before_fen, 0))
       FROM item i, unnest(i.changes) c WHERE i.state <> 'overtaken' GROUP BY 1
     ), told AS (
       SELECT concat_ws(' ', region_code, state) AS what, sum(households) AS households, 0 AS fen
       FROM yimen.redetermination_held WHERE redetermination_id = $1 GROUP BY 1
       UNION ALL
       SELECT concat_ws(' ', region_code, programme, kind), sum(households), sum(change_fen)
       FROM yimen.redetermination_sum WHERE redetermination_id = $1 GROUP BY 1
     )
     SELECT format('%s: %s and %s fen, told %s and %s', what, c.households, c.fen, t.households, t.fen) AS wrong
     FROM counted c FULL JOIN told t USING (what)
     WHERE (coalesce(c.households, 0), coalesce(c.fen, 0)) <> (coalesce(t.households, 0), coalesce(t.fen, 0)) ORDER BY what`,
    [run],
  );
  return rows.map(({ wrong }) => wrong);
}

/** As if nothing of it had been done. */
export async function openRangesAgain(client: pg.ClientBase, run: string): Promise<void> {
  await client.query('UPDATE yimen.redetermination_range SET done_at = NULL WHERE redetermination_id = $1', [run]);
}
