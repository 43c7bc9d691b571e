import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import type { Doer } from '../platform/stand-ins.ts';

/** The box of a township: its petty-cash account with what is set aside beside it. Undefined outside the remit. */
export async function findBox(tx: Tx, officeId: string) {
  return tx
    .selectFrom('fund_account as p')
    .innerJoin('fund_account as r', (join) =>
      join.onRef('r.fund_id', '=', 'p.fund_id').onRef('r.office_id', '=', 'p.office_id').on('r.role', '=', 'reserved'),
    )
    .select([
      'p.id',
      'p.fund_id',
      'p.office_id',
      'p.region_code',
      'p.balance_fen',
      'p.ceiling_fen',
      'r.balance_fen as reserved_fen',
    ])
    .where('p.office_id', '=', officeId)
    .where('p.role', '=', 'petty-cash')
    .executeTakeFirst();
}
export type Box = NonNullable<Awaited<ReturnType<typeof findBox>>>;

export async function insertRequest(
  tx: Tx,
  box: Box,
  request: { amountFen: number; reason: string; by: Doer; now: Date },
): Promise<string> {
  const id = randomUUID();
  await refuseByConstraint({ petty_cash_request_one_open: 'STATE_CONFLICT' }, { reason: 'request-open' }, () =>
    tx
      .insertInto('petty_cash_request')
      .values({
        id,
        office_id: box.office_id,
        region_code: box.region_code,
        amount_fen: request.amountFen,
        reason: request.reason,
        requested_by: request.by.accountId,
        requested_behalf_account_id: request.by.behalfAccountId,
        requested_at: request.now,
      })
      .execute(),
  );
  return id;
}

/** @returns who asked, and for whom; undefined when the request is no longer open. */
export async function closeRequest(
  tx: Tx,
  id: string,
  officeId: string,
  now: Date,
): Promise<(string | null)[] | undefined> {
  const row = await tx
    .updateTable('petty_cash_request')
    .set({ state: 'issued', ended_at: now })
    .where('id', '=', id)
    .where('office_id', '=', officeId)
    .where('state', '=', 'open')
    .returning(['requested_by', 'requested_behalf_account_id'])
    .executeTakeFirst();
  return row && [row.requested_by, row.requested_behalf_account_id];
}

export async function setCeiling(tx: Tx, accountId: string, ceilingFen: number): Promise<void> {
  await refuseByConstraint({ fund_account_below_ceiling: 'CAP_EXCEEDED' }, { ceilingFen }, () =>
    sql`SELECT yimen.set_petty_cash_ceiling(${accountId}::uuid, ${ceilingFen}::bigint)`.execute(tx),
  );
}

export async function withdrawOpenCount(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('petty_cash_count')
    .set((eb) => ({ withdrawn_at: now, version: eb('version', '+', 1) }))
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}

export type NewCount = {
  readonly countedFen: number;
  readonly bookFen: number;
  readonly explanation: string | null;
  readonly by: Doer;
  readonly now: Date;
};

export async function insertCount(tx: Tx, box: Box, count: NewCount): Promise<string> {
  const id = randomUUID();
  await refuseByConstraint({ petty_cash_count_one_open: 'STATE_CONFLICT' }, { reason: 'count-open' }, () =>
    tx
      .insertInto('petty_cash_count')
      .values({
        id,
        office_id: box.office_id,
        account_id: box.id,
        region_code: box.region_code,
        counted_fen: count.countedFen,
        book_fen: count.bookFen,
        explanation: count.explanation,
        counted_by: count.by.accountId,
        counted_behalf_account_id: count.by.behalfAccountId,
        counted_at: count.now,
      })
      .execute(),
  );
  return id;
}

export async function lockCount(tx: Tx, id: string) {
  return tx.selectFrom('petty_cash_count').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** @returns the new version; undefined when it was confirmed or withdrawn meanwhile. */
export async function markConfirmed(tx: Tx, id: string, by: Doer, now: Date): Promise<number | undefined> {
  const row = await tx
    .updateTable('petty_cash_count')
    .set((eb) => ({
      confirmed_by: by.accountId,
      confirmed_behalf_account_id: by.behalfAccountId,
      confirmed_at: now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}
