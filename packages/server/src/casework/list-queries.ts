import type { CaseRow, MatterRow, PageQuery } from '@yimen/contracts';
import { type RawBuilder, sql } from 'kysely';
import { type RegionRange, rangeOf } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatementPer } from '../platform/db/fixed-statement.ts';
import { decodeCursor, pageFrom } from '../platform/db/keyset.ts';
import type { Actor } from '../platform/http/actor.ts';
import { clockMoment } from './clock-moment.ts';
import { type RawTask, taskFields } from './queries.ts';

type ByPost = { readonly responsiblePostId: string };
export type RawMatterRow = Omit<MatterRow, 'programmeName' | 'regionName' | 'responsible'> & ByPost;
export type RawCaseRow = Omit<CaseRow, 'regionName' | 'responsible'> & ByPost;

const NEVER_DUE = '9999-12-31T00:00:00Z';

type Shape = { readonly level: RegionRange['level']; readonly goesOn: boolean; readonly limit: number };
type Asked = {
  readonly state: string;
  readonly from: string;
  readonly to: string;
  readonly afterDue: string;
  readonly afterId: string;
};

const selectMatters = fixedStatementPer<Shape, Asked, { view: RawMatterRow; due: string; id: string }>(
  ({ level, goesOn, limit }) =>
    ({ state, from, to, afterDue, afterId }) =>
      sql`SELECT json_build_object(
      'id', m.id, 'caseId', m.case_id, 'caseNo', c.case_no, 'programme', m.programme, 'state', m.state, 'summary', c.summary, 'headName', c.head_name, 'regionCode', m.region_code,
      'urgency', c.urgency, 'dueAt', m.due_at, 'responsiblePostId', c.responsible_post_id,
      'openedAt', m.opened_at, 'version', m.version) AS view, coalesce(m.due_at, ${sql.lit(NEVER_DUE)})::text AS due, m.id
    FROM (SELECT * FROM yimen.matter x WHERE x.state = ${state} AND ${inSubtree(level, { from, to }, 'x')}
          ${goesOn ? sql`AND (x.due_at > ${afterDue}::timestamptz OR (x.due_at = ${afterDue}::timestamptz AND x.id > ${afterId}::uuid) OR (x.due_at IS NULL AND (${afterDue}::timestamptz < ${sql.lit(NEVER_DUE)}::timestamptz OR x.id > ${afterId}::uuid)))` : sql``}
          ORDER BY x.due_at, x.id LIMIT ${sql.lit(limit)}) m
    JOIN yimen."case" c ON c.id = m.case_id ORDER BY m.due_at, m.id`,
);

/** Matters of a region subtree by state and due moment: one index per kind of subtree root. */
export async function listMatters(tx: Tx, region: string, state: string, page: PageQuery) {
  const { from, to, level } = rangeOf(region);
  const [afterDue, afterId] = decodeCursor(page.cursor) ?? [];
  const shape = { level, goesOn: afterDue !== undefined, limit: page.limit + 1 };
  const rows = await selectMatters(tx, shape, {
    state,
    from,
    to,
    afterDue: afterDue ?? '',
    afterId: afterId ?? '',
  });
  const paged = pageFrom(rows, page.limit, (row) => [row.due, row.id]);
  return { items: paged.items.map((row) => row.view), nextCursor: paged.nextCursor };
}

type Range = { readonly from: string | RawBuilder<string>; readonly to: string | RawBuilder<string> };

/**
 * Townships and villages have an index of their own. Nearly everything lies in a county: inside coalesce the planner
 * does not mistake the range for a narrow one and reads the index by time instead of sorting all there is.
 */
function inSubtree(level: RegionRange['level'], { from, to }: Range, alias: string) {
  const t = sql.ref(alias);
  if (level === 'township') return sql`${t}.township_code = ${from}`;
  if (level === 'village') return sql`${t}.region_code = ${from}`;
  return sql`coalesce(${t}.region_code >= ${from} AND ${t}.region_code <= ${to}, false)`;
}

export async function listCaseRows(
  tx: Tx,
  filter: { region: string; state: string | undefined; search: string | undefined },
  page: PageQuery,
) {
  const range = rangeOf(filter.region);
  const after = decodeCursor(page.cursor);
  const search = filter.search
    ? sql`AND (c.case_no = ${filter.search.toUpperCase()} OR c.head_name = ${filter.search} OR c.household_id IN (
    SELECT hm.household_id FROM yimen.person_gram g JOIN yimen.household_member hm ON hm.person_id = g.person_id WHERE g.gram = ${filter.search} LIMIT 200))`
    : sql``;
  const { rows } = await sql<{ view: RawCaseRow; opened: string; id: string }>`SELECT json_build_object(
      'id', c.id, 'caseNo', c.case_no, 'state', c.state, 'summary', c.summary, 'headName', c.head_name, 'regionCode', c.region_code, 'eventKind', c.event_kind, 'urgency', c.urgency,
      'openedAt', c.opened_at, 'dueAt', d.due_at, 'responsiblePostId', c.responsible_post_id,
      'grantedFen', coalesce((SELECT sum(g.amount_fen) FROM yimen.relief_grant g WHERE g.case_id = c.id AND g.state IN ('approved', 'paid')), 0), 'version', c.version) AS view, c.opened_at::text AS opened, c.id
    FROM (SELECT * FROM yimen."case" c WHERE ${inSubtree(range.level, range, 'c')} ${filter.state ? sql`AND c.state = ${filter.state}` : sql``} ${search}
          ${after ? sql`AND (c.opened_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``} ORDER BY c.opened_at DESC, c.id DESC LIMIT ${sql.lit(page.limit + 1)}) c
    LEFT JOIN LATERAL (SELECT min(t.due_at) AS due_at FROM yimen.task t WHERE t.case_id = c.id AND t.state = 'open') d ON true
    ORDER BY c.opened_at DESC, c.id DESC`.execute(tx);
  const paged = pageFrom(rows, page.limit, (row) => [row.opened, row.id]);
  return { items: paged.items.map((row) => row.view), nextCursor: paged.nextCursor };
}

/** Tasks of the acting post and of the posts this person substitutes today. */
export async function listMyTaskRows(tx: Tx, actor: Actor, which: 'open' | 'done', page: PageQuery, now: Date) {
  const after = decodeCursor(page.cursor);
  const open = which === 'open';
  const moment = open ? sql`t.due_at` : sql`t.ended_at`;
  const { rows } = await sql<{
    view: RawTask;
    moment: string;
    id: string;
  }>`SELECT json_build_object(${taskFields(sql`t`, clockMoment(now))}, 'caseNo', (SELECT c.case_no FROM yimen."case" c WHERE c.id = t.case_id),
      'urgency', (SELECT c.urgency FROM yimen."case" c WHERE c.id = t.case_id), 'regionCode', t.region_code, 'ownerPostId', t.post_id,
      'mineBecause', CASE WHEN e.kind = 'A' THEN 'own-post' ELSE 'substitute' END, 'onBehalfOf', (SELECT a.name FROM yimen.account a WHERE a.id = e.behalf_account_id), 'actAsPostId', e.post_id) AS view,
      ${moment}::text AS moment, t.id
    FROM yimen.effective_posts(${actor.accountId}, ${now}) e JOIN yimen.task t ON t.post_id = e.post_id
    WHERE ${open ? sql`t.state = 'open'` : sql`t.state <> 'open' AND t.ended_by = ${actor.accountId}`}
      ${after ? sql`AND (${moment}, t.id) ${open ? sql`>` : sql`<`} (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    ORDER BY ${moment} ${open ? sql`ASC` : sql`DESC`}, t.id ${open ? sql`ASC` : sql`DESC`} LIMIT ${page.limit + 1}`.execute(
    tx,
  );
  const paged = pageFrom(rows, page.limit, (row) => [row.moment, row.id]);
  return { items: paged.items.map((row) => row.view), nextCursor: paged.nextCursor };
}

export async function countMyTasks(tx: Tx, actor: Actor, now: Date, endOfToday: Date) {
  const { rows } = await sql<{
    open: number;
    overdue: number;
    due_today: number;
    substitute: number;
  }>`SELECT count(*) AS open, count(*) FILTER (WHERE t.due_at <= ${now}) AS overdue,
      count(*) FILTER (WHERE t.due_at > ${now} AND t.due_at <= ${endOfToday}) AS due_today, count(*) FILTER (WHERE e.kind = 'B') AS substitute
    FROM yimen.effective_posts(${actor.accountId}, ${now}) e JOIN yimen.task t ON t.post_id = e.post_id AND t.state = 'open'`.execute(
    tx,
  );
  const row = rows[0];
  return {
    open: row?.open ?? 0,
    overdue: row?.overdue ?? 0,
    dueToday: row?.due_today ?? 0,
    substitute: row?.substitute ?? 0,
  };
}
