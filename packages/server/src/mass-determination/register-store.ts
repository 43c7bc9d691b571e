import pg from 'pg';
import { type CopyReader, type CopyWriter, copyIn, copyOut } from './binary-copy.ts';
import { FactLayout } from './fact-layout.ts';
import { OutcomeLayout } from './packed-outcomes.ts';

/** Ranges of household numbers, both ends included. */
export interface NumberRange {
  readonly firstNo: number;
  readonly lastNo: number;
}

/** A connection of its own: a thread has no part in the pool of its process. */
export async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'yimen-mass-determination',
    options: '-c search_path=yimen -c statement_timeout=120000 -c TimeZone=UTC',
  });
  // A connection that is lost is told by the statement that fails.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** A range that is lost with the server is still open and done again, so nobody waits for the disk. */
export async function commitWithoutWaiting(client: pg.ClientBase): Promise<void> {
  await client.query('SET synchronous_commit = off');
}

/** Numbers that came from the database or from us, never text: COPY takes no parameters. */
function within({ firstNo, lastNo }: NumberRange): string {
  return `household_no BETWEEN ${Number(firstNo)} AND ${Number(lastNo)}`;
}

export function copyFacts(client: pg.ClientBase, range: NumberRange): Promise<CopyReader> {
  return copyOut(
    client,
    `COPY (SELECT household_no, place_no, members, events, layout_id, facts FROM household_facts WHERE ${within(range)} ORDER BY household_no) TO STDOUT (FORMAT binary)`,
  );
}

/** Layout 0 and no bytes where nothing is decided yet. */
export function copyFactsAndOutcomes(client: pg.ClientBase, range: NumberRange): Promise<CopyReader> {
  return copyOut(
    client,
    `COPY (SELECT household_no, place_no, members, events, f.layout_id, facts, coalesce(o.layout_id, 0), coalesce(outcomes, '') FROM household_facts f LEFT JOIN current_outcome o USING (household_no) WHERE ${within(range)} ORDER BY household_no) TO STDOUT (FORMAT binary)`,
  );
}

export async function readFactLayouts(client: pg.ClientBase): Promise<ReadonlyMap<number, FactLayout>> {
  const { rows } = await client.query<{ id: number; layout: unknown }>('SELECT id, layout FROM fact_layout');
  return new Map(rows.map(({ id, layout }) => [id, FactLayout.parse(layout)]));
}

export async function readOutcomeLayouts(client: pg.ClientBase): Promise<ReadonlyMap<number, OutcomeLayout>> {
  const { rows } = await client.query<{ id: number; programmes: unknown }>('SELECT id, programmes FROM outcome_layout');
  return new Map(rows.map(({ id, programmes }) => [id, OutcomeLayout.parse(programmes)]));
}

/** Parts of about so many households each, with how many there are in each. */
export async function countParts(client: pg.ClientBase, size: number): Promise<readonly PartCount[]> {
  const { rows } = await client.query<Record<'first' | 'households' | 'persons' | 'events', string | number>>(
    `SELECT household_no / $1 AS first, count(*) AS households, sum(members) AS persons, sum(events) AS events
     FROM household_facts GROUP BY 1 ORDER BY 1`,
    [size],
  );
  return rows.map((row) => ({
    firstNo: Number(row.first) * size,
    lastNo: (Number(row.first) + 1) * size - 1,
    households: Number(row.households),
    persons: Number(row.persons),
    events: Number(row.events),
  }));
}

export interface PartCount extends NumberRange {
  readonly households: number;
  readonly persons: number;
  readonly events: number;
}

export async function insertRedetermination(
  client: pg.ClientBase,
  run: { readonly id: string; readonly on: string; readonly policyVersion: string; readonly rangeSize: number },
): Promise<void> {
  await client.query('INSERT INTO redetermination (id, on_date, policy_version) VALUES ($1, $2, $3)', [
    run.id,
    run.on,
    run.policyVersion,
  ]);
  await client.query(
    `INSERT INTO redetermination_range (redetermination_id, first_no, last_no)
     SELECT $1, first_no, first_no + $2::bigint - 1
     FROM (SELECT min(household_no) AS low, max(household_no) AS high FROM household_facts) ends,
          generate_series(low, high, $2::bigint) AS first_no`,
    [run.id, run.rangeSize],
  );
}

/** Layout 1 and the places; a register that has them keeps them. */
export async function insertLayouts(
  client: pg.ClientBase,
  facts: FactLayout,
  outcomes: OutcomeLayout,
  places: readonly { readonly regionCode: string; readonly area: string | null }[],
): Promise<void> {
  await client.query('INSERT INTO fact_layout (id, layout) VALUES (1, $1)', [JSON.stringify(facts)]);
  await client.query('INSERT INTO outcome_layout (id, programmes) VALUES (1, $1)', [JSON.stringify(outcomes)]);
  await client.query(
    `INSERT INTO fact_place (place_no, region_code, area)
     SELECT number - 1, region_code, area FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS t (region_code, area, number)`,
    [places.map(({ regionCode }) => regionCode), places.map(({ area }) => area)],
  );
}

export function copyFactsIn(client: pg.ClientBase, rows: CopyWriter): Promise<void> {
  const columns = 'household_no, household_id, place_no, members, events, layout_id, facts';
  return copyIn(client, `COPY household_facts (${columns}) FROM STDIN (FORMAT binary)`, rows);
}

export function copyOutcomesIn(client: pg.ClientBase, rows: CopyWriter): Promise<void> {
  return copyIn(client, 'COPY current_outcome (household_no, layout_id, outcomes) FROM STDIN (FORMAT binary)', rows);
}

/** The next open range, held until the transaction ends; one that somebody else holds is passed over. */
export async function claimRange(client: pg.ClientBase, id: string): Promise<NumberRange | undefined> {
  const { rows } = await client.query<{ first_no: string; last_no: string }>(
    `SELECT first_no, last_no FROM redetermination_range
     WHERE redetermination_id = $1 AND done_at IS NULL ORDER BY first_no LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [id],
  );
  return rows[0] && { firstNo: Number(rows[0].first_no), lastNo: Number(rows[0].last_no) };
}

export interface RangeFindings {
  readonly households: number;
  readonly differences: number;
  readonly differenceRows: CopyWriter;
  readonly itemRows: CopyWriter;
}

export async function storeRange(
  client: pg.ClientBase,
  id: string,
  { firstNo }: NumberRange,
  found: RangeFindings,
): Promise<void> {
  await copyIn(
    client,
    'COPY redetermination_difference (redetermination_id, household_no, programme, element, outcome_before, outcome_after, amount_before_fen, amount_after_fen) FROM STDIN (FORMAT binary)',
    found.differenceRows,
  );
  await copyIn(
    client,
    'COPY redetermination_item (redetermination_id, household_no, reason) FROM STDIN (FORMAT binary)',
    found.itemRows,
  );
  await client.query(
    `UPDATE redetermination_range SET done_at = now(), households = $3, differences = $4
     WHERE redetermination_id = $1 AND first_no = $2`,
    [id, firstNo, found.households, found.differences],
  );
}

/** True when no range is open any more. */
export async function finishRedetermination(client: pg.ClientBase, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE redetermination SET finished_at = coalesce(finished_at, now()) WHERE id = $1
     AND NOT EXISTS (SELECT FROM redetermination_range WHERE redetermination_id = $1 AND done_at IS NULL)`,
    [id],
  );
  return rowCount === 1;
}

/** Opens a transaction that stays open until the connection ends, and names what it sees. */
export async function exportSnapshot(client: pg.ClientBase): Promise<string> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { rows } = await client.query<{ name: string }>('SELECT pg_export_snapshot() AS name');
  return rows[0]?.name ?? '';
}

/** Reads what another connection sees. */
export async function inSnapshot(client: pg.ClientBase, name: string, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query(`SET TRANSACTION SNAPSHOT '${name.replaceAll("'", "''")}'`);
  await work();
  await client.query('COMMIT');
}

/** What `work` does is stored as a whole or not at all. */
export async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that is lost rolls back by itself.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
