import type { Tx } from '../platform/db/database.ts';

export type NewCircumstance = {
  id: string;
  household_id: string;
  person_id: string | null;
  region_code: string;
  kind: string;
  text: string;
  amount_fen: number | null;
  occurred_on: string | null;
  provenance: string;
  provenance_note: string | null;
  act: string;
  supersedes_id: string | null;
  recorded_at: Date;
  recorded_by: string;
};

export async function insertCircumstances(tx: Tx, rows: readonly NewCircumstance[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('circumstance')
      .values([...rows])
      .execute();
}
