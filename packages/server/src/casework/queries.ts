import type { CaseDetail, CaseRow as CaseListRow, MatterRow, PageQuery, PostRef, TaskView } from '@yimen/contracts';
import { type RawBuilder, sql } from 'kysely';
import { householdJson } from '../households/index.ts';
import { rangeOf } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import { isoInstant } from '../platform/db/iso-instant.ts';
import { decodeCursor, pageFrom } from '../platform/db/keyset.ts';
import type { Actor } from '../platform/http/actor.ts';
import { type ClockMoment, clockMoment } from './clock-moment.ts';

/** Fragments other businesses lend to the case page, so that the whole page is one round trip. */
export type CasePageParts = {
  readonly referrals: (caseId: RawBuilder<unknown>, moment: ClockMoment) => RawBuilder<unknown>;
  readonly withReferralActions: (referrals: CaseDetail['referrals'], actor: Actor) => CaseDetail['referrals'];
  readonly reports: (caseId: RawBuilder<unknown>) => RawBuilder<unknown>;
};

/** Who works on a post, as colleagues see it. */
export function postJson(postId: RawBuilder<unknown>) {
  return sql`(SELECT json_build_object('postId', p.id, 'title', p.title, 'officeName', o.name, 'holderName', a.name)
    FROM yimen.post p JOIN yimen.office o ON o.id = p.office_id
    LEFT JOIN yimen.post_holder h ON h.post_id = p.id AND h.kind = 'A' AND h.to_date IS NULL LEFT JOIN yimen.account a ON a.id = h.account_id
    WHERE p.id = ${postId})`;
}

/** A task's clock as stored; its state depends on the moment it is looked at. */
export function clockJson(t: RawBuilder<unknown>, moment: ClockMoment) {
  return sql`json_build_object('dueAt', ${isoInstant(sql`${t}.due_at`)}, 'dueOn', ${t}.due_on, 'unit', ${t}.limit_unit, 'limit', ${t}.limit_amount, 'provisional', ${t}.due_provisional,
    'state', CASE WHEN ${t}.state <> 'open' THEN 'stopped' WHEN ${t}.due_at <= ${moment.now}::timestamptz THEN 'overdue' WHEN ${t}.warn_at <= ${moment.now}::timestamptz THEN 'warned' ELSE 'running' END,
    'workingDaysLeft', ${workingDaysLeft(t, moment)}, 'clause', json_build_object('zh', ${t}.clause_zh, 'en', ${t}.clause_en), 'clauseId', ${t}.clause_id)`;
}

/** Working days after today up to and including the due day, for open clocks that run in working days. */
function workingDaysLeft(t: RawBuilder<unknown>, { today, horizonDays, distances }: ClockMoment) {
  const days = sql`(${t}.due_on - ${today}::date)`;
  return sql`CASE WHEN ${t}.state = 'open' AND ${t}.limit_unit = 'workingDays' AND ${days} <= ${horizonDays}::int THEN width_bucket(${days}, ${distances}::int[]) END`;
}

/** What every list of tasks shows of one; who owns it and why it is mine is the list's own. */
function taskFields(t: RawBuilder<unknown>, moment: ClockMoment) {
  return sql`'id', ${t}.id, 'kind', ${t}.kind, 'state', ${t}.state, 'caseId', ${t}.case_id, 'reportId', ${t}.report_id, 'caseSummary', ${t}.summary,
    'clock', ${clockJson(t, moment)}, 'escalated', ${t}.escalated_at IS NOT NULL, 'version', ${t}.version`;
}

/** Task without its words; the words come from one catalogue. */
export type TaskRow = Omit<TaskView, 'words'>;
type RawTask = Omit<
  TaskRow,
  'owner' | 'regionName' | 'caseNo' | 'urgency' | 'mineBecause' | 'onBehalfOf' | 'actAsPostId'
> & {
  readonly ownerPostId: string;
  readonly regionCode: string;
};
export type RawCaseDetail = Omit<
  CaseDetail,
  | 'tasks'
  | 'events'
  | 'matters'
  | 'availableActions'
  | 'relativeWarning'
  | 'placeDetail'
  | 'placeName'
  | 'responsible'
  | 'firstAsked'
  | 'handOver'
> & {
  readonly tasks: readonly RawTask[];
  readonly events: readonly Omit<CaseDetail['events'][number], 'words'>[];
  readonly matters: readonly Omit<CaseDetail['matters'][number], 'programmeName'>[];
  readonly placeDetailEncrypted: string | null;
  readonly responsiblePostId: string;
  readonly firstAskedPostId: string;
  readonly handOver: { readonly toPostId: string; readonly since: string } | null;
  /** Every post the page names, once. */
  readonly posts: Readonly<Record<string, PostRef>>;
};

/** Reads a whole case page in one statement; its text is built once. */
export type FindCaseDetail = (tx: Tx, id: string, now: Date) => Promise<RawCaseDetail | undefined>;

export function caseDetailFinder(parts: CasePageParts): FindCaseDetail {
  const select = fixedStatement<ReturnType<typeof clockMoment> & { id: string }, { view: RawCaseDetail }>(
    (given) => sql`SELECT json_build_object(
    'id', c.id, 'caseNo', c.case_no, 'state', c.state, 'summary', c.summary, 'eventKind', c.event_kind, 'occurredOn', c.occurred_on, 'placeRegionCode', c.region_code,
    'placeDetailEncrypted', encode(c.place_detail_encrypted, 'base64'), 'need', c.need,
    'urgency', c.urgency, 'urgencyPossible', c.urgency_possible, 'openedAt', ${isoInstant(sql`c.opened_at`)}, 'closedAt', ${isoInstant(sql`c.closed_at`)}, 'outcome', c.outcome, 'outcomeReason', c.outcome_reason,
    'officeName', (SELECT o.name FROM yimen.office o WHERE o.id = c.office_id), 'responsiblePostId', c.responsible_post_id, 'firstAskedPostId', c.first_asked_post_id,
    'handOver', CASE WHEN c.hand_over_post_id IS NOT NULL THEN json_build_object('toPostId', c.hand_over_post_id, 'since', ${isoInstant(sql`c.hand_over_at`)}) END,
    'posts', (SELECT json_object_agg(w.id, ${postJson(sql`w.id`)}) FROM (
      SELECT DISTINCT unnest(ARRAY[c.responsible_post_id, c.first_asked_post_id, c.hand_over_post_id] || ARRAY(SELECT t.post_id FROM yimen.task t WHERE t.case_id = c.id)) AS id) w WHERE w.id IS NOT NULL),
    'participants', coalesce((SELECT json_agg(json_build_object('officeId', p.office_id, 'officeName', o.name, 'why', p.reason) ORDER BY p.since) FROM yimen.case_participant p JOIN yimen.office o ON o.id = p.office_id WHERE p.case_id = c.id), '[]'),
    'household', (SELECT ${householdJson(sql`h`)} FROM yimen.household h WHERE h.id = c.household_id),
    'matters', coalesce((SELECT json_agg(json_build_object('id', m.id, 'programme', m.programme, 'state', m.state, 'officeName', o.name, 'openedAt', ${isoInstant(sql`m.opened_at`)}) ORDER BY m.opened_at) FROM yimen.matter m JOIN yimen.office o ON o.id = m.office_id WHERE m.case_id = c.id), '[]'),
    'tasks', coalesce((SELECT json_agg(json_build_object(${taskFields(sql`t`, given)}, 'ownerPostId', t.post_id, 'regionCode', t.region_code) ORDER BY (t.state <> 'open'), t.due_at) FROM yimen.task t WHERE t.case_id = c.id), '[]'),
    'events', coalesce((SELECT json_agg(json_build_object('at', ${isoInstant(sql`e.at`)}, 'act', e.act, 'by', e.by_name, 'office', e.office_name, 'onBehalfOf', e.behalf_name, 'details', e.details) ORDER BY e.id DESC) FROM (SELECT * FROM yimen.case_event x WHERE x.case_id = c.id ORDER BY x.id DESC LIMIT 200) e), '[]'),
    'notices', coalesce((SELECT json_agg(json_build_object('id', n.id, 'issuedAt', ${isoInstant(sql`n.issued_at`)}, 'issuedBy', a.name, 'items', n.items, 'reissueReason', n.reissue_reason, 'supersededAt', ${isoInstant(sql`n.superseded_at`)}) ORDER BY (n.superseded_at IS NOT NULL), n.issued_at DESC) FROM yimen.one_time_notice n JOIN yimen.account a ON a.id = n.issued_by WHERE n.case_id = c.id), '[]'),
    'surveys', coalesce((SELECT json_agg(json_build_object('id', s.id, 'at', ${isoInstant(sql`s.at`)}, 'by', a.name, 'findings', s.findings) ORDER BY s.at DESC) FROM yimen.survey s JOIN yimen.account a ON a.id = s.account_id WHERE s.case_id = c.id), '[]'),
    'referrals', ${parts.referrals(sql`c.id`, given)}, 'reports', ${parts.reports(sql`c.id`)},
    'assessmentId', (SELECT a.id FROM yimen.assessment a WHERE a.case_id = c.id ORDER BY a.made_at DESC LIMIT 1), 'version', c.version) AS view
    FROM yimen."case" c WHERE c.id = ${given.id}`,
  );
  return async (tx, id, now) => {
    const [found] = await select(tx, { id, ...clockMoment(now) });
    return found?.view;
  };
}

const NEVER_DUE = '9999-12-31T00:00:00Z';

/** Matters of a region subtree by state and due moment: one index per kind of subtree root. */
export async function listMatters(tx: Tx, region: string, state: string, page: PageQuery, now: Date) {
  const after = decodeCursor(page.cursor);
  const { rows } = await sql<{
    view: Omit<MatterRow, 'programmeName'>;
    due: string;
    id: string;
  }>`SELECT json_build_object(
      'id', m.id, 'caseId', m.case_id, 'caseNo', c.case_no, 'programme', m.programme, 'state', m.state, 'summary', c.summary, 'headName', c.head_name, 'regionCode', m.region_code,
      'regionName', r.full_name, 'urgency', c.urgency, 'dueAt', ${isoInstant(sql`m.due_at`)}, 'overdue', coalesce(m.due_at <= ${now}, false), 'responsible', ${postJson(sql`c.responsible_post_id`)},
      'openedAt', ${isoInstant(sql`m.opened_at`)}, 'version', m.version) AS view, coalesce(m.due_at, ${NEVER_DUE}::timestamptz)::text AS due, m.id
    FROM (SELECT * FROM yimen.matter x WHERE x.state = ${state} AND ${inSubtree(region, 'x')}
          ${after ? sql`AND (x.due_at > ${after[0]}::timestamptz OR (x.due_at = ${after[0]}::timestamptz AND x.id > ${after[1]}::uuid) OR (x.due_at IS NULL AND (${after[0]}::timestamptz < ${NEVER_DUE}::timestamptz OR x.id > ${after[1]}::uuid)))` : sql``}
          ORDER BY x.due_at, x.id LIMIT ${sql.lit(page.limit + 1)}) m
    JOIN yimen."case" c ON c.id = m.case_id JOIN yimen.region r ON r.code = m.region_code ORDER BY m.due_at, m.id`.execute(
    tx,
  );
  const paged = pageFrom(rows, page.limit, (row) => [row.due, row.id]);
  return { items: paged.items.map((row) => row.view), nextCursor: paged.nextCursor };
}

/**
 * Townships and villages have an index of their own. Nearly everything lies in a county: inside coalesce the planner
 * does not mistake the range for a narrow one and reads the index by time instead of sorting all there is.
 */
function inSubtree(region: string, alias: string) {
  const { from, to, level } = rangeOf(region);
  const t = sql.ref(alias);
  if (level === 'township') return sql`${t}.township_code = ${from}`;
  if (level === 'village') return sql`${t}.region_code = ${from}`;
  return sql`coalesce(${t}.region_code >= ${from} AND ${t}.region_code <= ${to}, false)`;
}

export async function listCaseRows(
  tx: Tx,
  filter: { region: string; state: string | undefined; search: string | undefined },
  page: PageQuery,
  now: Date,
) {
  const after = decodeCursor(page.cursor);
  const search = filter.search
    ? sql`AND (c.case_no = ${filter.search.toUpperCase()} OR c.head_name = ${filter.search} OR c.household_id IN (
    SELECT hm.household_id FROM yimen.person_gram g JOIN yimen.household_member hm ON hm.person_id = g.person_id WHERE g.gram = ${filter.search} LIMIT 200))`
    : sql``;
  const { rows } = await sql<{ view: CaseListRow; opened: string; id: string }>`SELECT json_build_object(
      'id', c.id, 'caseNo', c.case_no, 'state', c.state, 'summary', c.summary, 'headName', c.head_name, 'regionCode', c.region_code, 'regionName', r.full_name, 'eventKind', c.event_kind, 'urgency', c.urgency,
      'openedAt', ${isoInstant(sql`c.opened_at`)}, 'dueAt', ${isoInstant(sql`d.due_at`)}, 'overdue', coalesce(d.due_at <= ${now}, false), 'responsible', ${postJson(sql`c.responsible_post_id`)},
      'grantedFen', coalesce((SELECT sum(g.amount_fen) FROM yimen.relief_grant g WHERE g.case_id = c.id AND g.state IN ('approved', 'paid')), 0), 'version', c.version) AS view, c.opened_at::text AS opened, c.id
    FROM (SELECT * FROM yimen."case" c WHERE ${inSubtree(filter.region, 'c')} ${filter.state ? sql`AND c.state = ${filter.state}` : sql``} ${search}
          ${after ? sql`AND (c.opened_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``} ORDER BY c.opened_at DESC, c.id DESC LIMIT ${sql.lit(page.limit + 1)}) c
    JOIN yimen.region r ON r.code = c.region_code
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
    view: TaskRow;
    moment: string;
    id: string;
  }>`SELECT json_build_object(${taskFields(sql`t`, clockMoment(now))}, 'caseNo', (SELECT c.case_no FROM yimen."case" c WHERE c.id = t.case_id),
      'urgency', (SELECT c.urgency FROM yimen."case" c WHERE c.id = t.case_id), 'regionName', (SELECT r.full_name FROM yimen.region r WHERE r.code = t.region_code), 'owner', ${postJson(sql`t.post_id`)},
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
