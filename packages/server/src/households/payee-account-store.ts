import type { Tx } from '../platform/db/database.ts';

export type NewPayeeAccount = {
  id: string;
  person_id: string;
  region_code: string;
  bank_name: string;
  account_encrypted: Buffer;
  account_index: Buffer;
  account_masked: string;
  holder_name: string;
  from_at: Date;
  recorded_by: string;
};

export async function insertPayeeAccounts(tx: Tx, rows: readonly NewPayeeAccount[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('payee_account')
      .values([...rows])
      .execute();
}

export async function replacePayeeAccount(tx: Tx, row: NewPayeeAccount): Promise<void> {
  await tx
    .updateTable('payee_account')
    .set({ replaced_at: row.from_at })
    .where('person_id', '=', row.person_id)
    .where('replaced_at', 'is', null)
    .execute();
  await insertPayeeAccounts(tx, [row]);
}

export async function findPayeeAccount(tx: Tx, personId: string) {
  return tx
    .selectFrom('payee_account')
    .selectAll()
    .where('person_id', '=', personId)
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
}
