import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { NewFund } from './create-fund.ts';
import type { NewTransfer } from './transfer.ts';

/** In the order of their accounts: two bank files read at once take the same locks in the same order. */
export async function insertTransfers(tx: Tx, moves: readonly { id: string; move: NewTransfer }[]): Promise<void> {
  const rows = JSON.stringify(moves.map(({ id, move }) => transferRow(id, move)));
  await sql`INSERT INTO yimen.transfer (id, fund_id, from_account_id, to_account_id, amount_fen, kind, region_code, case_id, grant_id, payment_id, memo, at, account_id)
    SELECT id, fund_id, from_account_id, to_account_id, amount_fen, kind, region_code, case_id, grant_id, payment_id, memo, at, account_id
    FROM jsonb_to_recordset(${rows}::jsonb) AS m (id uuid, fund_id uuid, from_account_id uuid, to_account_id uuid, amount_fen bigint, kind text,
      region_code text, case_id uuid, grant_id uuid, payment_id uuid, memo text, at timestamptz, account_id uuid)
    ORDER BY from_account_id, payment_id`.execute(tx);
}

export function transferRow(id: string, move: NewTransfer) {
  return {
    id,
    fund_id: move.fundId,
    from_account_id: move.fromAccountId,
    to_account_id: move.toAccountId,
    amount_fen: move.amountFen,
    kind: move.kind,
    region_code: move.regionCode,
    case_id: move.caseId ?? null,
    grant_id: move.grantId ?? null,
    payment_id: move.paymentId ?? null,
    memo: move.memo,
    at: move.now,
    account_id: move.actor.accountId,
  };
}

export async function insertFund(tx: Tx, id: string, fund: NewFund): Promise<void> {
  await tx
    .insertInto('fund')
    .values({
      id,
      kind: fund.kind,
      name: fund.name,
      region_code: fund.regionCode,
      office_id: fund.officeId,
      created_at: fund.now,
    })
    .execute();
}

type NewAccount = {
  readonly fundId: string;
  readonly officeId: string;
  readonly regionCode: string;
  readonly role: string;
  readonly name: string;
  readonly source?: string;
  readonly ceilingFen?: number;
};

export async function insertAccount(tx: Tx, account: NewAccount): Promise<string> {
  const id = randomUUID();
  await tx.insertInto('fund_account').values(accountRow(id, account)).execute();
  return id;
}

function accountRow(id: string, account: NewAccount) {
  return {
    id,
    fund_id: account.fundId,
    office_id: account.officeId,
    region_code: account.regionCode,
    role: account.role,
    name: account.name,
    source: account.source ?? null,
    ceiling_fen: account.ceilingFen ?? null,
  };
}

type OwnFund = { readonly id: string; readonly office_id: string; readonly region_code: string };

/** The account of a source, opened with its first money. */
export async function ensureSource(tx: Tx, fund: OwnFund, source: string, name: string): Promise<string> {
  const account = {
    fundId: fund.id,
    officeId: fund.office_id,
    regionCode: fund.region_code,
    role: 'source',
    name,
    source,
  };
  await tx
    .insertInto('fund_account')
    .values(accountRow(randomUUID(), account))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const found = await tx
    .selectFrom('fund_account')
    .select('id')
    .where('fund_id', '=', fund.id)
    .where('office_id', '=', fund.office_id)
    .where('role', '=', 'source')
    .where('source', '=', source)
    .executeTakeFirstOrThrow();
  return found.id;
}
