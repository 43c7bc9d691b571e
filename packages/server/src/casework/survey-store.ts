import type { Tx } from '../platform/db/database.ts';

export async function insertSurvey(
  tx: Tx,
  row: {
    id: string;
    case_id: string;
    region_code: string;
    surveyed_on: string;
    with_whom: string;
    findings: string;
    account_id: string;
    behalf_account_id: string | null;
    post_id: string;
    at: Date;
  },
): Promise<void> {
  await tx.insertInto('survey').values(row).execute();
}
