import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type NewFiling = {
  readonly id: string;
  readonly account_id: string;
  readonly relation: string;
  readonly name: string;
  readonly id_number_index: Buffer;
  readonly id_number_masked: string;
  readonly filed_by: string;
  readonly filed_at: Date;
};

/** Whether the account is the caller's own or of somebody who works in the caller's remit. */
export async function mayFileFor(tx: Tx, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`SELECT EXISTS (SELECT 1 FROM yimen.account a WHERE a.id = ${accountId})
    AND (${accountId} = yimen.context_account() OR yimen.works_in_scope(${accountId})) AS may`.execute(tx);
  return rows[0]?.may ?? false;
}

/** False when this number is filed for the account already. */
export async function insertFiling(tx: Tx, filing: NewFiling): Promise<boolean> {
  const result = await tx
    .insertInto('relative_filing')
    .values(filing)
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'id_number_index']).where('withdrawn_at', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function lockFiling(tx: Tx, id: string) {
  return tx
    .selectFrom('relative_filing')
    .select(['id', 'account_id', 'withdrawn_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function withdrawFiling(
  tx: Tx,
  id: string,
  by: { readonly accountId: string; readonly reason: string; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('relative_filing')
    .set({ withdrawn_at: by.now, withdrawn_by: by.accountId, withdraw_reason: by.reason })
    .where('id', '=', id)
    .execute();
}
