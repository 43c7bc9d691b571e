import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { Referral } from '../platform/db/schema.gen.ts';

export type ReferralRow = Selectable<Referral>;
export type NewReferral = Insertable<Referral>;

export async function insertReferral(tx: Tx, row: NewReferral): Promise<void> {
  await tx.insertInto('referral').values(row).execute();
}

export async function findReferral(tx: Tx, id: string): Promise<ReferralRow | undefined> {
  return tx.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockReferral(tx: Tx, id: string): Promise<ReferralRow | undefined> {
  return tx.selectFrom('referral').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export type ReferralChange = Partial<
  Pick<
    ReferralRow,
    'state' | 'answered_at' | 'ended_at' | 'result_kind' | 'result_amount_fen' | 'result_text' | 'return_reason'
  >
>;

/** The only place where a referral changes. @returns the new version. */
export async function changeReferral(tx: Tx, id: string, change: ReferralChange): Promise<number> {
  const row = await tx
    .updateTable('referral')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}
