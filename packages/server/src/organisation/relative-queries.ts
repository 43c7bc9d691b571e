import type { PageQuery, RelativeFiling } from '@yimen/contracts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { decodeCursor, pageFrom } from '../platform/db/keyset.ts';
import type { Actor } from '../platform/http/actor.ts';

type FilingRow = Omit<RelativeFiling, 'filedAt'> & { readonly filedAt: Date };

/** Filings of the people the caller's remit reaches; row-level security decides, the condition only lets an index find them. */
export async function listFilingPage(
  tx: Tx,
  actor: Actor,
  page: PageQuery,
): Promise<{ items: RelativeFiling[]; nextCursor: string | null }> {
  const after = decodeCursor(page.cursor);
  const { rows } = await sql<FilingRow>`
    SELECT f.id, f.account_id AS "accountId", a.name AS "accountName", f.relation, f.name, f.id_number_masked AS "idNumberMasked",
           f.filed_at AS "filedAt", f.withdrawn_at IS NOT NULL AS withdrawn
    FROM yimen.relative_filing f JOIN yimen.account a ON a.id = f.account_id
    WHERE f.account_id IN (
        SELECT h.account_id FROM yimen.post p JOIN yimen.post_holder h ON h.post_id = p.id AND h.to_date IS NULL
        WHERE p.region_code BETWEEN ${actor.regionCode} AND ${actor.regionTo} UNION SELECT ${actor.accountId}::uuid)
    ${after ? sql`AND (f.filed_at, f.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    ORDER BY f.filed_at DESC, f.id DESC LIMIT ${page.limit + 1}`.execute(tx);
  const found = pageFrom(rows, page.limit, (row) => [row.filedAt.toISOString(), row.id]);
  return {
    items: found.items.map((row) => ({ ...row, filedAt: row.filedAt.toISOString() })),
    nextCursor: found.nextCursor,
  };
}
