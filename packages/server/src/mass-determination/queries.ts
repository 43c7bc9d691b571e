import type { Area } from '@yimen/rules';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

/** A place of the register, as `household_facts.place_no` names it. */
export interface FactPlace {
  readonly placeNo: number;
  readonly regionCode: string;
  readonly area: Area | null;
}

/** Those of a subtree of regions. */
export async function listFactPlaces(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly FactPlace[]> {
  const { rows } = await sql<FactPlace>`
    SELECT place_no AS "placeNo", region_code AS "regionCode", area FROM yimen.fact_place
    WHERE region_code BETWEEN ${from} AND ${to} ORDER BY place_no`.execute(tx);
  return rows;
}
