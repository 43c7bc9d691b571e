import type { Tx } from '../platform/db/database.ts';

export type NewAbsence = {
  readonly id: string;
  readonly account_id: string;
  readonly from_at: Date;
  readonly to_at: Date;
  readonly reason: string;
  readonly recorded_by: string;
};

export async function insertAbsence(tx: Tx, absence: NewAbsence): Promise<void> {
  await tx.insertInto('absence').values(absence).execute();
}

export async function hasAbsenceBetween(tx: Tx, accountId: string, from: Date, to: Date): Promise<boolean> {
  const found = await tx
    .selectFrom('absence')
    .select('id')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('from_at', '<', to)
    .where('to_at', '>', from)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function lockAbsence(tx: Tx, id: string) {
  return tx.selectFrom('absence').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function endAbsenceRow(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('absence').set({ ended_at: now }).where('id', '=', id).execute();
}

export type NewDuty = {
  readonly id: string;
  readonly office_id: string;
  readonly account_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly phone: string;
};

export async function insertDuty(tx: Tx, duty: NewDuty): Promise<void> {
  await tx.insertInto('duty').values(duty).execute();
}

export async function hasDutyBetween(tx: Tx, duty: Omit<NewDuty, 'id' | 'phone'>): Promise<boolean> {
  const found = await tx
    .selectFrom('duty')
    .select('id')
    .where('office_id', '=', duty.office_id)
    .where('account_id', '=', duty.account_id)
    .where('starts_at', '<', duty.ends_at)
    .where('ends_at', '>', duty.starts_at)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function lockDuty(tx: Tx, id: string) {
  return tx.selectFrom('duty').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function deleteDuty(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('duty').where('id', '=', id).execute();
}
