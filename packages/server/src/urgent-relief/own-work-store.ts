import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

/** Who took the case in or surveyed it, and for whom. */
export async function listCasePreparers(tx: Tx, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ people: string[] }>`SELECT yimen.case_preparers(${caseId}::uuid) AS people`.execute(tx);
  return rows[0]?.people ?? [];
}

/** Who took the case in, surveyed it or proposed the grant, and for whom: none of them decides on it. */
export async function listGrantPreparers(tx: Tx, grantId: string): Promise<string[]> {
  const { rows } = await sql<{ people: string[] }>`SELECT yimen.grant_preparers(${grantId}::uuid) AS people`.execute(
    tx,
  );
  return rows[0]?.people ?? [];
}

/** Who signed a grant, and for whom. */
export async function listSigners(tx: Tx, grantId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('grant_approval')
    .select(['account_id', 'behalf_account_id'])
    .where('grant_id', '=', grantId)
    .execute();
  return rows.flatMap((row) => [row.account_id, row.behalf_account_id].filter((id) => id !== null));
}
