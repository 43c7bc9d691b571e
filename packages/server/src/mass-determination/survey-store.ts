import type pg from 'pg';
import type { Place } from './place.ts';

interface Range {
  readonly from: string;
  readonly to: string;
}

export async function listPlaces(client: pg.ClientBase, { from, to }: Range): Promise<readonly Place[]> {
  const { rows } = await client.query<Place>(
    `SELECT region_code AS "regionCode", area FROM packed_page
     WHERE region_code BETWEEN $1 AND $2 AND households > 0 GROUP BY 1, 2 ORDER BY 1, 2`,
    [from, to],
  );
  return rows;
}

/** Every change raises a revision; who leaves is not counted any more. */
export async function stampOf(client: pg.ClientBase, { from, to }: Range): Promise<string> {
  const { rows } = await client.query<{ stamp: string }>(
    `SELECT concat_ws(' ', count(*), sum(revision), max(packed_at)) AS stamp FROM packed_household
     WHERE region_code BETWEEN $1 AND $2`,
    [from, to],
  );
  return rows[0]?.stamp ?? '';
}
