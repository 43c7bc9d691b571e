import type { Insertable } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { Office, PaymentBatch, Post, RedeterminationItem } from '../platform/db/schema.gen.ts';

export async function insertOffices(tx: Tx, rows: readonly Insertable<Office>[]): Promise<void> {
  await tx
    .insertInto('office')
    .values([...rows])
    .execute();
}

export async function insertPosts(tx: Tx, rows: readonly Insertable<Post>[]): Promise<void> {
  await tx
    .insertInto('post')
    .values([...rows])
    .execute();
}

export async function insertAccounts(
  tx: Tx,
  rows: readonly { id: string; login: string; name: string; now: Date }[],
): Promise<void> {
  await tx
    .insertInto('account')
    .values(
      rows.map(({ id, login, name, now }) => ({ id, login, name, password_hash: 'none', password_changed_at: now })),
    )
    .execute();
}

export async function insertHolders(
  tx: Tx,
  rows: readonly { id: string; post_id: string; account_id: string; kind: string; from_date: string }[],
): Promise<void> {
  await tx
    .insertInto('post_holder')
    .values([...rows])
    .execute();
}

export async function insertDuty(
  tx: Tx,
  row: { id: string; office_id: string; account_id: string; starts_at: Date; ends_at: Date; phone: string },
): Promise<void> {
  await tx.insertInto('duty').values(row).execute();
}

export async function findAfterCheck(tx: Tx, caseId: string): Promise<string | undefined> {
  const found = await tx
    .selectFrom('task')
    .select('id')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'after-check')
    .executeTakeFirst();
  return found?.id;
}

export async function insertBatch(tx: Tx, row: Insertable<PaymentBatch>): Promise<void> {
  await tx.insertInto('payment_batch').values(row).execute();
}

export async function insertHeld(tx: Tx, row: Insertable<RedeterminationItem>): Promise<void> {
  await tx.insertInto('redetermination_item').values(row).execute();
}

export async function findSocieties(tx: Tx): Promise<{ id: string; region_code: string; office_id: string }[]> {
  return tx.selectFrom('fund').select(['id', 'region_code', 'office_id']).where('kind', '=', 'society').execute();
}
