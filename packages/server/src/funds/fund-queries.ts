import type { FundView, PageQuery, TransferView } from '@yimen/contracts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/db/database.ts';
import { decodeCursor, pageFrom } from '../platform/db/keyset.ts';

type Page<T> = { items: T[]; nextCursor: string | null };
type FundRow = FundView & { cursor: string };

/** Funds of the remit; a township sees of the county's fund only its own accounts, and the sums of those. */
export async function listFunds(tx: Tx, kind: string | undefined, page: PageQuery): Promise<Page<FundView>> {
  const after = decodeCursor(page.cursor);
  const { rows } = await sql<FundRow>`${selectFunds()}
    WHERE (${kind ?? null}::text IS NULL OR f.kind = ${kind ?? null}::text)
      AND (${after?.[1] ?? null}::uuid IS NULL OR (f.region_code, f.id) > (${after?.[0] ?? ''}::text COLLATE "C", ${after?.[1] ?? null}::uuid))
    ORDER BY f.region_code, f.id LIMIT ${page.limit + 1}`.execute(tx);
  return pageFrom(rows, page.limit, (row) => [row.cursor, row.id]);
}

export async function findFundView(tx: Tx, id: string): Promise<FundView | undefined> {
  const { rows } = await sql<FundRow>`${selectFunds()} WHERE f.id = ${id}`.execute(tx);
  return rows[0];
}

function selectFunds() {
  return sql`
    SELECT f.id, f.kind, f.name, f.region_code AS "regionCode", f.region_code AS cursor, o.name AS "officeName",
      s.available AS "availableFen", s.reserved AS "reservedFen", s.spent AS "spentFen", s.received AS "receivedFen", s.accounts
    FROM yimen.fund f JOIN yimen.office o ON o.id = f.office_id
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(a.balance_fen) FILTER (WHERE a.role IN ('available', 'petty-cash')), 0)::bigint AS available,
        coalesce(sum(a.balance_fen) FILTER (WHERE a.role = 'reserved'), 0)::bigint AS reserved,
        coalesce(sum(a.balance_fen) FILTER (WHERE a.role = 'spent'), 0)::bigint AS spent,
        coalesce(-sum(a.balance_fen) FILTER (WHERE a.role = 'source'), 0)::bigint AS received,
        coalesce(json_agg(json_build_object('id', a.id, 'role', a.role, 'name', a.name, 'officeId', a.office_id, 'officeName', ao.name,
          'balanceFen', a.balance_fen, 'ceilingFen', a.ceiling_fen) ORDER BY (a.office_id <> f.office_id), ao.name, a.role, a.name), '[]') AS accounts
      FROM yimen.fund_account a JOIN yimen.office ao ON ao.id = a.office_id WHERE a.fund_id = f.id) s`;
}

type TransferRow = Omit<z.infer<typeof TransferView>, 'at'> & { at: Date; seq: number };

/** Latest first. Accounts of the county that a township may not open are named by their fund. */
export async function listTransfers(
  tx: Tx,
  fundId: string,
  accountId: string | undefined,
  page: PageQuery,
): Promise<Page<z.infer<typeof TransferView>>> {
  const before = decodeCursor(page.cursor);
  const { rows } = await sql<TransferRow>`
    SELECT t.id, t.seq, t.at, t.kind, t.amount_fen AS "amountFen", t.memo, t.payment_id AS "paymentId", c.case_no AS "caseNo", coalesce(b.name, '') AS "by",
      coalesce(f.name, yimen.fund_name(t.fund_id)) AS "fromAccount", coalesce(d.name, yimen.fund_name(t.fund_id)) AS "toAccount"
    FROM yimen.transfer t
    LEFT JOIN yimen.fund_account f ON f.id = t.from_account_id
    LEFT JOIN yimen.fund_account d ON d.id = t.to_account_id
    LEFT JOIN yimen."case" c ON c.id = t.case_id
    LEFT JOIN yimen.account b ON b.id = t.account_id
    WHERE t.fund_id = ${fundId}
      AND (${accountId ?? null}::uuid IS NULL OR ${accountId ?? null}::uuid IN (t.from_account_id, t.to_account_id))
      AND (${before?.[0] ?? null}::bigint IS NULL OR t.seq < ${before?.[0] ?? null}::bigint)
    ORDER BY t.seq DESC LIMIT ${page.limit + 1}`.execute(tx);
  const { items, nextCursor } = pageFrom(rows, page.limit, (row) => [String(row.seq), row.id]);
  return { items: items.map((row) => ({ ...row, at: row.at.toISOString() })), nextCursor };
}
