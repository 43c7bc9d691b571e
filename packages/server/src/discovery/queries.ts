import type { followReport, PageQuery, ReportDetail, ReportState, ReportSummary, ResponseOf } from '@yimen/contracts';
import { type RawBuilder, sql } from 'kysely';
import { clockJson, clockMoment } from '../casework/index.ts';
import type { RegionRange } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { decodeCursor, pageFrom } from '../platform/db/keyset.ts';
import type { Likeness } from './report-words.ts';

type Sql = RawBuilder<unknown>;

/** For the case page: the reports a case answers, merged ones included. */
export function reportsOfCase(caseId: Sql): Sql {
  return sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'receiptNo', r.receipt_no, 'receivedAt', r.received_at, 'whatHappened', r.what_happened) ORDER BY r.received_at, r.id)
    FROM yimen.report r WHERE r.case_id = ${caseId}), '[]')`;
}

/** Near-duplicates: the same person, or the same kind of event in the same village, within so many days either way. */
function isLike(b: Sql, a: Sql, days: number): Sql {
  return sql`${b}.id <> ${a}.id AND ${b}.state <> 'merged'
    AND ${b}.received_at >= ${a}.received_at - make_interval(days => ${days}) AND ${b}.received_at <= ${a}.received_at + make_interval(days => ${days})
    AND (${b}.subject_id_number_index = ${a}.subject_id_number_index OR ${b}.subject_phone_index = ${a}.subject_phone_index
      OR (${b}.region_code = ${a}.region_code AND (${b}.subject_name = ${a}.subject_name OR ${b}.event_kind = ${a}.event_kind)))`;
}

/** Counted only while somebody can still merge. */
function likeCount(r: Sql, days: number): Sql {
  return sql`CASE WHEN ${r}.state IN ('received', 'accepted') AND ${r}.case_id IS NULL THEN (SELECT count(*) FROM yimen.report b WHERE ${isLike(sql`b`, r, days)}) ELSE 0 END`;
}

function summaryJson(r: Sql, days: number, now: Date): Sql {
  return sql`jsonb_build_object('id', ${r}.id, 'receiptNo', ${r}.receipt_no, 'state', ${r}.state, 'channel', ${r}.channel, 'eventKind', ${r}.event_kind, 'claimedUrgency', ${r}.claimed_urgency,
    'whatHappened', ${r}.what_happened, 'subjectName', ${r}.subject_name, 'placeRegionCode', ${r}.region_code,
    'receivedAt', ${r}.received_at, 'officeName', (SELECT o.name FROM yimen.office o WHERE o.id = ${r}.office_id), 'responsiblePostId', ${r}.responsible_post_id,
    'similarCount', ${likeCount(r, days)}, 'dutyPaged', ${r}.duty_paged_at IS NOT NULL, 'caseId', ${r}.case_id, 'version', ${r}.version,
    'clock', (SELECT ${clockJson(sql`t`, clockMoment(now))} FROM yimen.task t WHERE t.report_id = ${r}.id AND t.kind = 'triage-report' ORDER BY t.started_at DESC LIMIT 1))`;
}

/** Without names of post and place, which are known by heart. */
export type RawReport = Omit<ReportSummary, 'responsible' | 'placeName'> & { readonly responsiblePostId: string };

export type ReportFilter = {
  /** The subtree of the acting post. */
  readonly remit?: RegionRange;
  readonly reporterAccountId?: string;
  readonly state?: string | undefined;
  readonly eventKind?: string | undefined;
  readonly search?: string | undefined;
};
export type ListView = { readonly days: number; readonly now: Date };

/** Newest first, under the row security of the caller. */
export async function listReportRows(
  tx: Tx,
  filter: ReportFilter,
  page: PageQuery,
  view: ListView,
): Promise<{ items: RawReport[]; nextCursor: string | null }> {
  const after = decodeCursor(page.cursor);
  const { search } = filter;
  const conditions = [
    sql`true`,
    filter.remit && inRemit(filter.remit),
    filter.reporterAccountId && sql`x.reporter_account_id = ${filter.reporterAccountId}`,
    filter.state && sql`x.state = ${filter.state}`,
    filter.eventKind && sql`x.event_kind = ${filter.eventKind}`,
    search && sql`(x.receipt_no = ${search.toUpperCase()} OR strpos(x.subject_name, ${search}) > 0)`,
    after && sql`(x.received_at, x.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
  ].filter((condition) => typeof condition === 'object');
  const { rows } = await sql<{
    view: RawReport;
    received: string;
    id: string;
  }>`SELECT ${summaryJson(sql`r`, view.days, view.now)} AS view, r.received_at::text AS received, r.id
    FROM (SELECT * FROM yimen.report x WHERE ${sql.join(conditions, sql` AND `)} ORDER BY x.received_at DESC, x.id DESC LIMIT ${sql.lit(page.limit + 1)}) r
    ORDER BY r.received_at DESC, r.id DESC`.execute(tx);
  const paged = pageFrom(rows, page.limit, (row) => [row.received, row.id]);
  return { items: paged.items.map((row) => row.view), nextCursor: paged.nextCursor };
}

/**
 * A town's reports lie together in the index by region. Those of a county are nearly all there are: inside coalesce the
 * planner does not mistake the range for a narrow one and reads the index by time from its end.
 */
function inRemit({ from, to, level }: RegionRange): Sql {
  const range = sql`x.region_code >= ${from} AND x.region_code <= ${to}`;
  return level === 'township' || level === 'village' ? range : sql`coalesce(${range}, false)`;
}

export type RawReportDetail = RawReport &
  Pick<
    ReportDetail,
    | 'occurredOn'
    | 'subjectPhoneMasked'
    | 'subjectIdNumberMasked'
    | 'peopleCount'
    | 'reporterKind'
    | 'reporterPhoneMasked'
    | 'anonymous'
    | 'outcome'
    | 'outcomeReason'
    | 'mergedIntoId'
    | 'caseNo'
  > & {
    readonly reporterAccountId: string | null;
    readonly reporterOfficeId: string | null;
    readonly placeDetailEncrypted: string | null;
    readonly reporterNameEncrypted: string | null;
    readonly similar: (Omit<ReportDetail['similar'][number], 'why'> & { readonly likeness: Likeness })[];
    readonly events: (ReportDetail['events'][number] & { readonly isPublic: boolean })[];
  };

export async function findReportDetail(tx: Tx, id: string, view: ListView): Promise<RawReportDetail | undefined> {
  const { days, now } = view;
  const { rows } = await sql<{ view: RawReportDetail }>`SELECT ${summaryJson(sql`r`, days, now)} || jsonb_build_object(
    'occurredOn', r.occurred_on, 'subjectPhoneMasked', r.subject_phone_masked, 'subjectIdNumberMasked', r.subject_id_number_masked, 'peopleCount', r.people_count,
    'reporterKind', r.reporter_kind, 'reporterPhoneMasked', r.reporter_phone_masked, 'anonymous', r.anonymous, 'outcome', r.outcome, 'outcomeReason', r.outcome_reason, 'mergedIntoId', r.merged_into_id,
    'caseNo', (SELECT c.case_no FROM yimen."case" c WHERE c.id = r.case_id), 'reporterAccountId', r.reporter_account_id, 'reporterOfficeId', r.reporter_office_id,
    'placeDetailEncrypted', encode(r.place_detail_encrypted, 'base64'), 'reporterNameEncrypted', encode(r.reporter_name_encrypted, 'base64'),
    'similar', coalesce((SELECT jsonb_agg(jsonb_build_object('id', b.id, 'receiptNo', b.receipt_no, 'receivedAt', b.received_at, 'whatHappened', b.what_happened, 'subjectName', b.subject_name,
        'placeName', (SELECT g.full_name FROM yimen.region g WHERE g.code = b.region_code), 'state', b.state, 'likeness', ${likeness(sql`b`, sql`r`)}) ORDER BY b.received_at DESC, b.id)
      FROM (SELECT * FROM yimen.report b WHERE ${isLike(sql`b`, sql`r`, days)} ORDER BY b.received_at DESC LIMIT 20) b), '[]'),
    'events', coalesce((SELECT jsonb_agg(jsonb_build_object('at', e.at, 'words', jsonb_build_object('zh', e.words_zh, 'en', e.words_en), 'by', e.by_name, 'isPublic', e.is_public) ORDER BY e.id)
      FROM yimen.report_event e WHERE e.report_id = r.id), '[]')) AS view
    FROM yimen.report r WHERE r.id = ${id}`.execute(tx);
  return rows[0]?.view;
}

/** The strongest reason why two reports may be one. */
function likeness(b: Sql, a: Sql): Sql {
  return sql`CASE WHEN ${b}.subject_id_number_index = ${a}.subject_id_number_index THEN 'id-number' WHEN ${b}.subject_phone_index = ${a}.subject_phone_index THEN 'phone'
    WHEN ${b}.region_code = ${a}.region_code AND ${b}.subject_name = ${a}.subject_name THEN 'name' ELSE 'event' END`;
}

type Followed = Omit<ResponseOf<typeof followReport>, 'outcome' | 'followUntil'> & {
  readonly outcome: ReportDetail['outcome'];
  readonly regionCode: string;
  /** When it ended, for a merged one: when the report it joined did. */
  readonly settledAt: Date | null;
};
type FollowedRow = {
  receipt_no: string;
  received_at: Date;
  state: ReportState;
  outcome: Followed['outcome'];
  office_name: string;
  office_phone: string | null;
  ended_at: Date | null;
  steps: { at: string; zh: string; en: string }[];
  region_code: string;
  settled_at: Date | null;
};

/** For people without a session, through the one function that checks receipt and code together. */
export async function findFollowed(tx: Tx, receiptNo: string, codeHash: Buffer): Promise<Followed | undefined> {
  const { rows } = await sql<FollowedRow>`SELECT * FROM yimen.follow_report(${receiptNo}, ${codeHash})`.execute(tx);
  const [row] = rows;
  return (
    row && {
      receiptNo: row.receipt_no,
      receivedAt: row.received_at.toISOString(),
      state: row.state,
      outcome: row.outcome,
      windowName: row.office_name,
      windowPhone: row.office_phone,
      steps: row.steps.map(({ at, zh, en }) => ({ at: new Date(at).toISOString(), words: { zh, en } })),
      closedAt: row.ended_at?.toISOString() ?? null,
      regionCode: row.region_code,
      settledAt: row.settled_at,
    }
  );
}
