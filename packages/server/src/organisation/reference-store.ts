import type { YearSchedule } from '@yimen/rules';
import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import type { Tx } from '../platform/db/database.ts';
import type { RegionNode } from './region-file.ts';

const REGION_COLUMNS = 'code, parent_code, level, kind, name, full_name, range_to, valid_from, successor_code';

/** One statement for the whole tree; rows that are the same already are not written. */
export async function upsertRegions(client: ClientBase, nodes: readonly RegionNode[]): Promise<void> {
  await client.query(
    `INSERT INTO yimen.region AS r (${REGION_COLUMNS})
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS x (code text, "parentCode" text, level text, kind text, name text,
       "fullName" text, "rangeTo" text, "validFrom" date, "successorCode" text)
     ON CONFLICT (code) DO UPDATE SET parent_code = excluded.parent_code, level = excluded.level, kind = excluded.kind, name = excluded.name,
       full_name = excluded.full_name, range_to = excluded.range_to, valid_from = excluded.valid_from, successor_code = excluded.successor_code
     WHERE (r.parent_code, r.level, r.kind, r.name, r.full_name, r.range_to, r.valid_from, r.successor_code) IS DISTINCT FROM
       (excluded.parent_code, excluded.level, excluded.kind, excluded.name, excluded.full_name, excluded.range_to, excluded.valid_from, excluded.successor_code)`,
    [JSON.stringify(nodes)],
  );
}

export async function insertCalendarYears(
  client: ClientBase,
  schedules: Readonly<Record<string, YearSchedule>>,
): Promise<void> {
  const years = Object.entries(schedules).map(([year, { papers, off, work }]) => ({
    year: Number(year),
    source: papers.join(' '),
    off,
    work,
  }));
  await client.query(
    `INSERT INTO yimen.calendar_year (year, source, off_days, work_days)
     SELECT year, source, "off", work FROM jsonb_to_recordset($1::jsonb) AS x (year integer, source text, "off" date[], work date[])
     ON CONFLICT (year) DO NOTHING`,
    [JSON.stringify(years)],
  );
}

export async function selectRegionNodes(tx: Tx): Promise<RegionNode[]> {
  const { rows } = await sql<RegionNode>`
    SELECT code, parent_code AS "parentCode", level, kind, name, full_name AS "fullName", range_to AS "rangeTo",
           valid_from AS "validFrom", successor_code AS "successorCode"
    FROM yimen.region ORDER BY code`.execute(tx);
  return rows;
}
