import type { Tx } from '../platform/db/database.ts';

export async function insertNotice(
  tx: Tx,
  row: {
    id: string;
    case_id: string;
    region_code: string;
    items: string;
    issued_at: Date;
    issued_by: string;
    reissue_reason: string | null;
  },
): Promise<void> {
  await tx.insertInto('one_time_notice').values(row).execute();
}

/** @returns true when a list stood before. */
export async function supersedeNotice(tx: Tx, caseId: string, now: Date): Promise<boolean> {
  const done = await tx
    .updateTable('one_time_notice')
    .set({ superseded_at: now })
    .where('case_id', '=', caseId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function hasNotice(tx: Tx, caseId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('one_time_notice')
    .select('id')
    .where('case_id', '=', caseId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
