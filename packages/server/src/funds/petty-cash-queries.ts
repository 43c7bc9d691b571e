import type { PageQuery } from '@yimen/contracts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { decodeCursor, pageFrom } from '../platform/db/keyset.ts';

export type BoxRow = {
  accountId: string;
  officeId: string;
  officeName: string;
  regionCode: string;
  regionName: string;
  balanceFen: number;
  reservedFen: number;
  ceilingFen: number;
  spentSinceIssueFen: number;
  lastCountAt: Date | null;
  openCountBy: string[] | null;
  openRequestId: string | null;
  openRequestFen: number | null;
  openRequestBy: string[] | null;
};

/** Boxes of the remit, or the one of an office. */
function selectBoxes(officeId: string | null) {
  return sql`
    SELECT p.id AS "accountId", p.office_id AS "officeId", o.name AS "officeName", p.region_code AS "regionCode", g.name AS "regionName",
      p.balance_fen AS "balanceFen", r.balance_fen AS "reservedFen", coalesce(p.ceiling_fen, 0) AS "ceilingFen",
      (SELECT coalesce(sum(t.amount_fen), 0)::bigint FROM yimen.transfer t WHERE t.from_account_id = r.id AND t.kind = 'spend'
        AND t.seq > coalesce((SELECT max(i.seq) FROM yimen.transfer i WHERE i.to_account_id = p.id AND i.kind = 'issue'), 0)) AS "spentSinceIssueFen",
      (SELECT max(k.counted_at) FROM yimen.petty_cash_count k WHERE k.account_id = p.id AND k.withdrawn_at IS NULL) AS "lastCountAt",
      (SELECT array_remove(ARRAY[k.counted_by, k.counted_behalf_account_id], NULL) FROM yimen.petty_cash_count k WHERE k.account_id = p.id AND k.confirmed_at IS NULL AND k.withdrawn_at IS NULL) AS "openCountBy",
      q.id AS "openRequestId", q.amount_fen AS "openRequestFen", CASE WHEN q.id IS NOT NULL THEN array_remove(ARRAY[q.requested_by, q.requested_behalf_account_id], NULL) END AS "openRequestBy"
    FROM yimen.fund_account p
    JOIN yimen.fund_account r ON r.fund_id = p.fund_id AND r.office_id = p.office_id AND r.role = 'reserved'
    JOIN yimen.office o ON o.id = p.office_id
    JOIN yimen.region g ON g.code = p.region_code
    LEFT JOIN yimen.petty_cash_request q ON q.office_id = p.office_id AND q.state = 'open'
    WHERE p.role = 'petty-cash' AND (${officeId}::uuid IS NULL OR p.office_id = ${officeId}::uuid)`;
}

export async function listBoxes(tx: Tx, page: PageQuery) {
  const after = decodeCursor(page.cursor);
  const { rows } = await sql<BoxRow>`SELECT * FROM (${selectBoxes(null)}) b
    WHERE ${after?.[1] ?? null}::uuid IS NULL OR (b."regionCode", b."accountId") > (${after?.[0] ?? ''}::text COLLATE "C", ${after?.[1] ?? null}::uuid)
    ORDER BY b."regionCode", b."accountId" LIMIT ${page.limit + 1}`.execute(tx);
  return pageFrom(rows, page.limit, (row) => [row.regionCode, row.accountId]);
}

export async function findBoxRow(tx: Tx, officeId: string): Promise<BoxRow | undefined> {
  const { rows } = await selectBoxes(officeId).$castTo<BoxRow>().execute(tx);
  return rows[0];
}

export type BookLine = {
  seq: number;
  id: string;
  at: Date;
  kind: string;
  amountFen: number;
  balanceFen: number;
  by: string;
  caseNo: string | null;
  memo: string;
};

/** The book of a box: what came in and went out, with the money held after each line. Setting aside moves nothing out. */
export async function listBookLines(tx: Tx, accountId: string, page: PageQuery) {
  const before = decodeCursor(page.cursor);
  const { rows } = await sql<BookLine>`
    WITH box AS (SELECT a.id FROM yimen.fund_account p JOIN yimen.fund_account a ON a.fund_id = p.fund_id AND a.office_id = p.office_id
      WHERE p.id = ${accountId} AND a.role IN ('petty-cash', 'reserved')),
    moved AS (
      SELECT t.seq, t.id, t.at, t.kind, t.memo, t.case_id, t.account_id, CASE WHEN i.id IS NULL THEN -t.amount_fen ELSE t.amount_fen END AS amount_fen
      FROM yimen.transfer t LEFT JOIN box i ON i.id = t.to_account_id LEFT JOIN box f ON f.id = t.from_account_id
      WHERE (i.id IS NULL) <> (f.id IS NULL)),
    book AS (SELECT m.*, (sum(m.amount_fen) OVER (ORDER BY m.seq))::bigint AS balance_fen FROM moved m)
    SELECT b.seq, b.id, b.at, b.kind, b.memo, b.amount_fen AS "amountFen", b.balance_fen AS "balanceFen", coalesce(w.name, '') AS "by", c.case_no AS "caseNo"
    FROM book b LEFT JOIN yimen.account w ON w.id = b.account_id LEFT JOIN yimen."case" c ON c.id = b.case_id
    WHERE ${before?.[0] ?? null}::bigint IS NULL OR b.seq < ${before?.[0] ?? null}::bigint
    ORDER BY b.seq DESC LIMIT ${page.limit + 1}`.execute(tx);
  return pageFrom(rows, page.limit, (row) => [String(row.seq), row.id]);
}

const SHOWN_COUNTS = 24;

export async function listCounts(tx: Tx, accountId: string) {
  return tx
    .selectFrom('petty_cash_count as k')
    .innerJoin('account as a', 'a.id', 'k.counted_by')
    .leftJoin('account as b', 'b.id', 'k.confirmed_by')
    .select([
      'k.id',
      'k.counted_at as countedAt',
      'k.counted_fen as countedFen',
      'k.book_fen as bookFen',
      'a.name as countedBy',
      'b.name as confirmedBy',
      'k.explanation',
      'k.version',
    ])
    .where('k.account_id', '=', accountId)
    .where('k.withdrawn_at', 'is', null)
    .orderBy('k.counted_at', 'desc')
    .limit(SHOWN_COUNTS)
    .execute();
}
