import type { DirectoryEntry } from '@yimen/contracts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { RegionRange } from './region-tree.ts';

export type DirectoryRow = Omit<DirectoryEntry, 'regionName'>;

export type DirectoryFilter = {
  readonly range: RegionRange;
  /** Regions above: their windows serve the place too. */
  readonly above: readonly string[];
  readonly search: string;
  readonly now: Date;
};

const MOST = 300;

/** Public windows of a place, the nearest above it first, with the phone of whoever is on duty now. */
export async function selectDirectory(tx: Tx, { range, above, search, now }: DirectoryFilter): Promise<DirectoryRow[]> {
  const { rows } = await sql<DirectoryRow>`
    SELECT o.id AS "officeId", o.name, o.kind, o.region_code AS "regionCode", o.phone, o.address, o.open_hours AS "openHours", d.phone AS "dutyPhone"
    FROM yimen.office o
    LEFT JOIN LATERAL (
      SELECT x.phone FROM yimen.duty x WHERE x.office_id = o.id AND x.starts_at <= ${now} AND x.ends_at > ${now}
      ORDER BY x.starts_at DESC, x.id LIMIT 1) d ON true
    WHERE o.is_public AND o.active AND (o.region_code BETWEEN ${range.from} AND ${range.to} OR o.region_code = ANY (${above}))
      AND (${search} = '' OR strpos(o.name, ${search}) > 0 OR strpos(coalesce(o.address, ''), ${search}) > 0)
    ORDER BY o.region_code = ANY (${above}), CASE WHEN o.region_code = ANY (${above}) THEN o.region_code END DESC,
      o.kind NOT IN ('township-window', 'hotline'), o.kind <> 'civil-affairs', o.region_code, o.kind, o.name, o.id
    LIMIT ${MOST}`.execute(tx);
  return rows;
}
