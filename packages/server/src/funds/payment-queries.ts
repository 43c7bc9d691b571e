import type { BatchView, PageQuery, PaymentOrderView } from '@yimen/contracts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { isoInstant } from '../platform/db/iso-instant.ts';
import { decodeCursor, pageFrom } from '../platform/db/keyset.ts';

/** With those who may not check it: who proposed, approved or ordered, and who checked already. */
export type PaymentRow = Omit<PaymentOrderView, 'availableActions' | 'paidAt'> & {
  paidAt: Date | null;
  involved: string[];
  checkers: (string | null)[];
};

function selectPayments() {
  return sql`
    SELECT p.id, p.case_id AS "caseId", c.case_no AS "caseNo", p.amount_fen AS "amountFen", p.payee_name AS "payeeName", p.payee_masked AS "payeeAccountMasked",
      p.bank_name AS "bankName", p.fund_id AS "fundId", yimen.fund_name(p.fund_id) AS "fundName", p.method, p.state, p.planned_on AS "plannedOn", o.name AS "orderedBy",
      p.checks_needed AS "checksNeeded", b.batch_no AS "batchNo", p.failure_reason AS "failureReason", p.paid_at AS "paidAt", p.version, p.batch_id,
      coalesce((SELECT json_agg(json_build_object('by', a.name, 'at', k.at) ORDER BY k.at)
        FROM yimen.payment_check k JOIN yimen.account a ON a.id = k.account_id WHERE k.payment_id = p.id), '[]') AS checks,
      ARRAY(SELECT unnest(ARRAY[k.account_id, k.behalf_account_id]) FROM yimen.payment_check k WHERE k.payment_id = p.id) AS checkers,
      yimen.payment_orderers(p.id) AS involved
    FROM yimen.payment p
    JOIN yimen.relief_grant g ON g.id = p.grant_id
    JOIN yimen."case" c ON c.id = p.case_id
    JOIN yimen.account o ON o.id = p.ordered_by
    LEFT JOIN yimen.payment_batch b ON b.id = p.batch_id`;
}

export type PaymentFilter = { readonly state?: string | undefined; readonly method?: string | undefined };

/** Latest planned day first. */
export async function listPaymentRows(tx: Tx, filter: PaymentFilter, page: PageQuery) {
  const before = decodeCursor(page.cursor);
  const { rows } = await sql<PaymentRow>`${selectPayments()}
    WHERE (${filter.state ?? null}::text IS NULL OR p.state = ${filter.state ?? null}::text)
      AND (${filter.method ?? null}::text IS NULL OR p.method = ${filter.method ?? null}::text)
      AND (${before?.[1] ?? null}::uuid IS NULL OR (p.planned_on, p.id) < (${before?.[0] ?? null}::date, ${before?.[1] ?? null}::uuid))
    ORDER BY p.planned_on DESC, p.id DESC LIMIT ${page.limit + 1}`.execute(tx);
  return pageFrom(rows, page.limit, (row) => [row.plannedOn, row.id]);
}

export async function listBatchPaymentRows(tx: Tx, batchId: string): Promise<PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`${selectPayments()} WHERE p.batch_id = ${batchId} ORDER BY p.id`.execute(tx);
  return rows;
}

export type BatchRowShown = Omit<BatchView, 'availableActions' | 'madeAt'> & {
  madeAt: Date;
  makerIds: string[];
  orderers: (string | null)[];
};

function selectBatches() {
  return sql`
    SELECT b.id, b.batch_no AS "batchNo", yimen.fund_name(b.fund_id) AS "fundName", b.state, b.count, b.total_fen AS "totalFen", m.name AS "madeBy", array_remove(ARRAY[b.made_by, b.made_behalf_account_id], NULL) AS "makerIds",
      b.made_at AS "madeAt", k.name AS "checkedBy", encode(b.file_sha256, 'hex') AS "fileSha256", b.version,
      n.paid AS "paidCount", n.failed AS "failedCount", n.open AS "openCount", n.orderers,
      (SELECT count(*) FROM yimen.bank_return r JOIN yimen.bank_return_line l ON l.return_id = r.id
        WHERE r.batch_id = b.id AND l.outcome NOT IN ('success', 'failure')) AS "strangeLines"
    FROM yimen.payment_batch b JOIN yimen.account m ON m.id = b.made_by LEFT JOIN yimen.account k ON k.id = b.checked_by
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE p.state = 'paid') AS paid, count(*) FILTER (WHERE p.state IN ('failed', 'replaced', 'cancelled')) AS failed,
        count(*) FILTER (WHERE p.state IN ('batched', 'sent')) AS open, coalesce(array_agg(DISTINCT p.ordered_by) || array_agg(DISTINCT p.ordered_behalf_account_id), '{}') AS orderers
      FROM yimen.payment p WHERE p.batch_id = b.id) n`;
}

export async function listBatchRows(tx: Tx, page: PageQuery) {
  const before = decodeCursor(page.cursor);
  const { rows } = await sql<BatchRowShown>`${selectBatches()}
    WHERE ${before?.[1] ?? null}::uuid IS NULL OR (b.made_at, b.id) < (${before?.[0] ?? null}::timestamptz, ${before?.[1] ?? null}::uuid)
    ORDER BY b.made_at DESC, b.id DESC LIMIT ${page.limit + 1}`.execute(tx);
  return pageFrom(rows, page.limit, (row) => [row.madeAt.toISOString(), row.id]);
}

export async function findBatchRow(tx: Tx, id: string): Promise<BatchRowShown | undefined> {
  const { rows } = await sql<BatchRowShown>`${selectBatches()} WHERE b.id = ${id}`.execute(tx);
  return rows[0];
}

export type ReturnShown = {
  id: string;
  receivedAt: string;
  by: string;
  fileSha256: string;
  lines: {
    lineNo: number;
    paymentId: string | null;
    outcome: ReturnOutcome;
    amountFen: number | null;
    reason: string | null;
  }[];
};
type ReturnOutcome = 'success' | 'failure' | 'duplicate' | 'unknown' | 'amount-mismatch' | 'name-mismatch';

export async function listReturns(tx: Tx, batchId: string): Promise<ReturnShown[]> {
  const { rows } = await sql<ReturnShown>`
    SELECT r.id, ${isoInstant(sql`r.received_at`)} AS "receivedAt", a.name AS "by", encode(r.file_sha256, 'hex') AS "fileSha256",
      coalesce((SELECT json_agg(json_build_object('lineNo', l.line_no, 'paymentId', l.payment_id, 'outcome', l.outcome, 'amountFen', l.amount_fen, 'reason', l.reason) ORDER BY l.line_no)
        FROM yimen.bank_return_line l WHERE l.return_id = r.id), '[]') AS lines
    FROM yimen.bank_return r JOIN yimen.account a ON a.id = r.received_by WHERE r.batch_id = ${batchId} ORDER BY r.received_at, r.id`.execute(
    tx,
  );
  return rows;
}
