import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import { insertTogether, rowsOf } from '../platform/db/insert-together.ts';

export type FactRow = {
  readonly id: string;
  readonly about: 'household' | 'person' | 'event';
  readonly person_id: string | null;
  readonly question: string;
  readonly value_encrypted: Buffer;
  readonly provenance: string;
  readonly provenance_note: string | null;
  readonly recorded_at: Date;
  readonly recorded_by: string;
};

const selectCurrent = fixedStatement<{ household: string; caseId: string }, FactRow>(
  ({
    household,
    caseId,
  }) => sql`SELECT f.id, f.about, f.person_id, f.question, f.value_encrypted, f.provenance, f.provenance_note,
      f.recorded_at, a.name AS recorded_by
    FROM yimen.fact f JOIN yimen.account a ON a.id = f.recorded_by
    WHERE f.household_id = ${household} AND (f.case_id IS NULL OR f.case_id = ${caseId})
      AND NOT EXISTS (SELECT 1 FROM yimen.fact n WHERE n.supersedes_id = f.id)
    ORDER BY f.recorded_at, f.id`,
);

/** What is known of the household and of the event of this case; what was replaced is left out. */
export function listCurrentFacts(tx: Tx, household: string, caseId: string): Promise<FactRow[]> {
  return selectCurrent(tx, { household, caseId });
}

export type NewFactRow = Omit<FactRow, 'recorded_by'> & {
  readonly household_id: string;
  readonly case_id: string | null;
  readonly region_code: string;
  readonly act: string;
  readonly supersedes_id: string | null;
  readonly recorded_by: string;
};

export async function insertFacts(tx: Tx, rows: readonly NewFactRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await insertTogether(tx, rowsOf('fact', rows.slice(at, at + AT_ONCE)));
}

const AT_ONCE = 50;
