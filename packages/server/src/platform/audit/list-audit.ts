import { type AuditEntryView, listAudit, type Route, type Words } from '@yimen/contracts';
import { sql } from 'kysely';
import { endOfCivilDate } from '../clock/clock.ts';
import type { Tx } from '../db/database.ts';
import type { Actor } from '../http/actor.ts';
import { type Implementation, implement } from '../http/implement.ts';
import { refused } from '../refused.ts';

/** The log as auditors read it; reading it is itself an entry. `routes` gives the acts their names. */
export function auditRoutes(routes: () => readonly Route[]): Implementation[] {
  let words: ReadonlyMap<string, Words> | undefined;
  return [
    implement(listAudit, async ({ tx, query, actor, note }) => {
      words ??= new Map(routes().map((route) => [route.id, route.summary]));
      const { limit, cursor, ...filter } = query;
      note({ subjectType: 'audit', purpose: 'review', details: filter });
      const rows = await listEntries(tx, actor, { ...filter, before: readCursor(cursor), limit: limit + 1 });
      const items = rows
        .slice(0, limit)
        .map((row) => ({ ...row, at: row.at.toISOString(), actionWords: words?.get(row.action) ?? null }));
      return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.id ?? '') : null };
    }),
  ];
}

function readCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,15}$/.test(cursor)) throw refused('INVALID_INPUT');
  return Number(cursor);
}

type Filter = {
  readonly subjectType?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly action?: string | undefined;
  readonly outcome?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before: number | undefined;
  readonly limit: number;
};

type Row = Omit<AuditEntryView, 'at' | 'actionWords'> & { readonly at: Date };

async function listEntries(tx: Tx, actor: Actor, filter: Filter): Promise<Row[]> {
  const conditions = [
    scopeCondition(actor),
    filter.subjectType && sql`e.subject_type = ${filter.subjectType}`,
    filter.subjectId && sql`e.subject_id = ${filter.subjectId}`,
    filter.accountId && sql`e.account_id = ${filter.accountId}`,
    filter.action && sql`e.action = ${filter.action}`,
    filter.outcome && sql`e.outcome = ${filter.outcome}`,
    filter.from && sql`e.at >= ${new Date(`${filter.from}T00:00:00+08:00`)}`,
    filter.to && sql`e.at <= ${endOfCivilDate(filter.to)}`,
    filter.before && sql`e.id < ${filter.before}`,
  ].filter((condition) => typeof condition === 'object');
  const { rows } = await sql<Row>`
    SELECT e.id, e.at, e.action, e.outcome, e.account_id AS "accountId", a.name AS "accountName", p.title AS "postTitle",
           o.name AS "officeName", r.name AS "regionName", b.name AS "onBehalfOf", e.subject_type AS "subjectType",
           e.subject_id AS "subjectId", e.purpose, e.details, e.request_id AS "requestId",
           EXISTS (SELECT FROM yimen.audit_link l WHERE l.entry_id = e.id) AS sealed
    FROM yimen.audit_entry e
    LEFT JOIN yimen.account a ON a.id = e.account_id
    LEFT JOIN yimen.account b ON b.id = e.behalf_account_id
    LEFT JOIN yimen.post p ON p.id = e.post_id
    LEFT JOIN yimen.office o ON o.id = e.office_id
    LEFT JOIN yimen.region r ON r.code = e.region_code
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY e.id DESC LIMIT ${filter.limit}`.execute(tx);
  return rows;
}

/** The audit administrator sees the whole log; an auditor of a region the acts of that region. */
function scopeCondition(actor: Actor) {
  if (actor.scope !== 'region') return sql`true`;
  return sql`e.region_code BETWEEN ${actor.regionCode} AND ${actor.regionTo}`;
}
