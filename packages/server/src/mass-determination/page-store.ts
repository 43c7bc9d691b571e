import type pg from 'pg';
import { type CopyReader, copyOut } from './binary-copy.ts';
import { FactLayout } from './fact-layout.ts';
import type { ByteWriter } from './packed-bytes.ts';
import { OutcomeLayout } from './packed-outcomes.ts';
import type { Place } from './place.ts';

export async function readFactLayouts(client: pg.ClientBase): Promise<ReadonlyMap<number, FactLayout>> {
  const { rows } = await client.query<{ id: number; layout: unknown }>('SELECT id, layout FROM fact_layout');
  return new Map(rows.map(({ id, layout }) => [id, FactLayout.parse(layout)]));
}

export async function readOutcomeLayouts(client: pg.ClientBase): Promise<ReadonlyMap<number, OutcomeLayout>> {
  const { rows } = await client.query<{ id: number; programmes: unknown }>('SELECT id, programmes FROM outcome_layout');
  return new Map(rows.map(({ id, programmes }) => [id, OutcomeLayout.parse(programmes)]));
}

/** A page without what is sealed. */
export interface PageCount extends Place {
  readonly id: string;
  readonly households: number;
  readonly members: number;
  readonly events: number;
}

/** Of some townships, or of all from one region code to another. */
export type PagesWanted = { readonly townships: readonly string[] } | { readonly from: string; readonly to: string };

/** In the order of places. */
export async function listPages(
  client: Pick<pg.ClientBase, 'query'>,
  wanted: PagesWanted,
): Promise<readonly PageCount[]> {
  const isListed = 'townships' in wanted;
  const { rows } = await client.query<PageCount>(
    `SELECT id, region_code AS "regionCode", area, households, members, events FROM yimen.packed_page
     WHERE households > 0 AND region_code ${isListed ? '= ANY ($1)' : 'BETWEEN $1 AND $2'} ORDER BY region_code, area, id`,
    isListed ? [wanted.townships] : [wanted.from, wanted.to],
  );
  return rows;
}

/** Ids that came from the database, never text of people: COPY takes no parameters. */
export function copyPages(client: pg.ClientBase, ids: readonly string[], room: ByteWriter): Promise<CopyReader> {
  const list = ids.map((id) => id.replaceAll(/[^0-9a-f-]/g, '')).join();
  return copyOut(
    client,
    `COPY (SELECT id, region_code, area, content_encrypted FROM packed_page WHERE id = ANY ('{${list}}'::uuid[]) ORDER BY region_code, area, id) TO STDOUT (FORMAT binary)`,
    room,
  );
}
