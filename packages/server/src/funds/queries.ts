import type { FUND_KINDS } from '@yimen/contracts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { PayingAccount } from './find-paying-account.ts';

export async function selectPayingAccount(
  tx: Tx,
  money: string,
  regionCode: string,
): Promise<PayingAccount | undefined> {
  const { rows } = await sql<PayingAccount>`
    SELECT fund_id AS "fundId", fund_name AS "fundName", office_id AS "officeId", from_account_id AS "fromAccountId", reserved_account_id AS "reservedAccountId"
    FROM yimen.find_paying_account(${money}, ${regionCode})`.execute(tx);
  return rows[0];
}

/** The account of another role of the same office and fund; opened together, so a missing one is a defect. */
export async function getSibling(tx: Tx, accountId: string, role: 'reserved' | 'spent' | 'shortage'): Promise<string> {
  const { rows } = await sql<{ id: string | null }>`SELECT yimen.sibling_account(${accountId}, ${role}) AS id`.execute(
    tx,
  );
  const id = rows[0]?.id;
  if (!id) throw new Error(`account ${accountId} has no ${role} account beside it`);
  return id;
}

/** Seen by who keeps the fund; a township sees the county's fund but does not keep it. */
export async function findFund(tx: Tx, id: string) {
  const found = await tx.selectFrom('fund').selectAll().where('id', '=', id).executeTakeFirst();
  // The CHECK `fund_kind` holds the same list.
  return found && { ...found, kind: found.kind as (typeof FUND_KINDS)[number] };
}

export async function findAvailableAccount(tx: Tx, fundId: string): Promise<string | undefined> {
  const found = await tx
    .selectFrom('fund_account')
    .select('id')
    .where('fund_id', '=', fundId)
    .where('role', '=', 'available')
    .executeTakeFirst();
  return found?.id;
}

export async function findGrantMoney(tx: Tx, grantId: string) {
  return tx
    .selectFrom('relief_grant')
    .select(['id', 'case_id', 'region_code', 'fund_id', 'from_account_id'])
    .where('id', '=', grantId)
    .executeTakeFirst();
}

export async function findPaymentGrant(tx: Tx, paymentId: string): Promise<string | undefined> {
  const row = await tx.selectFrom('payment').select('grant_id').where('id', '=', paymentId).executeTakeFirst();
  return row?.grant_id;
}
