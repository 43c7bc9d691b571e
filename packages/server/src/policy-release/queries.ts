import type { PageQuery, ReleaseState } from '@yimen/contracts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { isoInstant } from '../platform/db/iso-instant.ts';
import { decodeCursor, pageFrom } from '../platform/db/keyset.ts';
import type { Actor } from '../platform/http/actor.ts';

export async function listAuthors(tx: Tx, releaseId: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    authors: string[];
  }>`SELECT yimen.policy_release_authors(${releaseId}) AS authors`.execute(tx);
  return rows[0]?.authors ?? [];
}

export type ReleaseListRow = {
  readonly id: string;
  readonly title: string;
  readonly packId: string;
  readonly state: ReleaseState;
  readonly effectiveOn: string;
  readonly changes: number;
  readonly createdAt: string;
  readonly createdBy: string;
};

const NOTHING = sql``;

export async function listReleaseRows(
  tx: Tx,
  actor: Actor,
  filter: PageQuery & { readonly state?: ReleaseState | undefined },
): Promise<{ readonly items: readonly ReleaseListRow[]; readonly nextCursor: string | null }> {
  if (actor.scope !== 'region') return { items: [], nextCursor: null };
  const after = decodeCursor(filter.cursor);
  const { rows } = await sql<ReleaseListRow>`
    SELECT r.id, r.title, r.pack_id AS "packId", r.state, r.effective_on AS "effectiveOn", a.name AS "createdBy",
      ${isoInstant(sql`r.created_at`)} AS "createdAt",
      (SELECT count(*)::int FROM (SELECT DISTINCT ON (c.change_key) c.content FROM yimen.policy_change c
        WHERE c.release_id = r.id ORDER BY c.change_key, c.seq DESC) latest WHERE content IS NOT NULL) AS changes
    FROM yimen.policy_release r JOIN yimen.account a ON a.id = r.created_by
    WHERE r.region_code BETWEEN ${actor.regionCode} AND ${actor.regionTo}
      ${filter.state === undefined ? NOTHING : sql`AND r.state = ${filter.state}`}
      ${after ? sql`AND (r.created_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : NOTHING}
    ORDER BY r.created_at DESC, r.id DESC LIMIT ${filter.limit + 1}`.execute(tx);
  return pageFrom(rows, filter.limit, (row) => [row.createdAt, row.id]);
}

export type TestRow = {
  readonly revision: number;
  readonly passed: boolean;
  readonly results: unknown;
  readonly by: string;
  readonly at: string;
};

export async function findLastTest(tx: Tx, releaseId: string): Promise<TestRow | undefined> {
  const { rows } = await sql<TestRow>`
    SELECT t.revision, t.passed, t.results, a.name AS by, ${isoInstant(sql`t.tested_at`)} AS at
    FROM yimen.policy_test t JOIN yimen.account a ON a.id = t.tested_by
    WHERE t.release_id = ${releaseId} ORDER BY t.seq DESC LIMIT 1`.execute(tx);
  return rows[0];
}

export type EventRow = {
  readonly releaseId: string;
  readonly act: string;
  readonly at: string;
  readonly reason: string | null;
  readonly name: string | null;
  readonly behalfName: string | null;
  readonly postId: string | null;
};

export async function listEvents(tx: Tx, releaseIds: readonly string[]): Promise<readonly EventRow[]> {
  if (releaseIds.length === 0) return [];
  const { rows } = await sql<EventRow>`
    SELECT e.release_id AS "releaseId", e.act, ${isoInstant(sql`e.at`)} AS at, e.reason, a.name, b.name AS "behalfName", e.post_id AS "postId"
    FROM yimen.policy_release_event e LEFT JOIN yimen.account a ON a.id = e.account_id LEFT JOIN yimen.account b ON b.id = e.behalf_account_id
    WHERE e.release_id = ANY (${[...releaseIds]}::uuid[]) ORDER BY e.seq`.execute(tx);
  return rows;
}
