import type { CaseDetail, TaskView } from '@yimen/contracts';
import { type RawBuilder, sql } from 'kysely';
import { householdJson } from '../households/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import type { Actor } from '../platform/http/actor.ts';
import { type ClockMoment, clockMoment } from './clock-moment.ts';

/** Fragments other businesses lend to the case page, so that the whole page is one round trip. */
export type CasePageParts = {
  readonly referrals: (caseId: RawBuilder<unknown>, moment: ClockMoment) => RawBuilder<unknown>;
  readonly withReferralActions: (referrals: CaseDetail['referrals'], actor: Actor) => CaseDetail['referrals'];
  readonly reports: (caseId: RawBuilder<unknown>) => RawBuilder<unknown>;
};

/** A task's clock as stored; its state depends on the moment it is looked at. */
export function clockJson(t: RawBuilder<unknown>, moment: ClockMoment) {
  return sql`json_build_object('dueAt', ${t}.due_at, 'dueOn', ${t}.due_on, 'unit', ${t}.limit_unit, 'limit', ${t}.limit_amount, 'provisional', ${t}.due_provisional,
    'state', CASE WHEN ${t}.state <> 'open' THEN 'stopped' WHEN ${t}.due_at <= ${moment.now}::timestamptz THEN 'overdue' WHEN ${t}.warn_at <= ${moment.now}::timestamptz THEN 'warned' ELSE 'running' END,
    'workingDaysLeft', ${workingDaysLeft(t, moment)}, 'clause', json_build_object('zh', ${t}.clause_zh, 'en', ${t}.clause_en), 'clauseId', ${t}.clause_id)`;
}

/** Working days after today up to and including the due day, for open clocks that run in working days. */
function workingDaysLeft(t: RawBuilder<unknown>, { today, horizonDays, distances }: ClockMoment) {
  const days = sql`(${t}.due_on - ${today}::date)`;
  return sql`CASE WHEN ${t}.state = 'open' AND ${t}.limit_unit = 'workingDays' AND ${days} <= ${horizonDays}::int THEN width_bucket(${days}, ${distances}::int[]) END`;
}

/** What every list of tasks shows of one; who owns it and why it is mine is the list's own. */
export function taskFields(t: RawBuilder<unknown>, moment: ClockMoment) {
  return sql`'id', ${t}.id, 'kind', ${t}.kind, 'state', ${t}.state, 'caseId', ${t}.case_id, 'reportId', ${t}.report_id, 'caseSummary', ${t}.summary,
    'clock', ${clockJson(t, moment)}, 'escalated', ${t}.escalated_at IS NOT NULL, 'version', ${t}.version`;
}

/** A task as stored: words, names of posts and of places come from catalogue, directory and tree. */
export type RawTask = Omit<TaskView, 'words' | 'hint' | 'owner' | 'regionName'> & {
  readonly ownerPostId: string;
  readonly regionCode: string;
};
type RawTaskOnPage = Omit<RawTask, 'caseNo' | 'urgency' | 'mineBecause' | 'onBehalfOf' | 'actAsPostId'>;
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
  readonly tasks: readonly RawTaskOnPage[];
  readonly events: readonly Omit<CaseDetail['events'][number], 'words'>[];
  readonly matters: readonly Omit<CaseDetail['matters'][number], 'programmeName'>[];
  readonly placeDetailEncrypted: string | null;
  readonly responsiblePostId: string;
  readonly firstAskedPostId: string;
  readonly handOver: { readonly toPostId: string; readonly since: string } | null;
};

/** Reads a whole case page in one statement; its text is built once. */
export type FindCaseDetail = (tx: Tx, id: string, now: Date) => Promise<RawCaseDetail | undefined>;

export function caseDetailFinder(parts: CasePageParts): FindCaseDetail {
  const select = fixedStatement<ReturnType<typeof clockMoment> & { id: string }, { view: RawCaseDetail }>(
    (given) => sql`SELECT json_build_object(
    'id', c.id, 'caseNo', c.case_no, 'state', c.state, 'summary', c.summary, 'eventKind', c.event_kind, 'occurredOn', c.occurred_on, 'placeRegionCode', c.region_code,
    'placeDetailEncrypted', encode(c.place_detail_encrypted, 'base64'), 'need', c.need,
    'urgency', c.urgency, 'urgencyPossible', c.urgency_possible, 'openedAt', c.opened_at, 'closedAt', c.closed_at, 'outcome', c.outcome, 'outcomeReason', c.outcome_reason,
    'officeName', (SELECT o.name FROM yimen.office o WHERE o.id = c.office_id), 'responsiblePostId', c.responsible_post_id, 'firstAskedPostId', c.first_asked_post_id,
    'handOver', CASE WHEN c.hand_over_post_id IS NOT NULL THEN json_build_object('toPostId', c.hand_over_post_id, 'since', c.hand_over_at) END,
    'participants', coalesce((SELECT json_agg(json_build_object('officeId', p.office_id, 'officeName', o.name, 'why', p.reason) ORDER BY p.since) FROM yimen.case_participant p JOIN yimen.office o ON o.id = p.office_id WHERE p.case_id = c.id), '[]'),
    'household', (SELECT ${householdJson(sql`h`)} FROM yimen.household h WHERE h.id = c.household_id),
    'matters', coalesce((SELECT json_agg(json_build_object('id', m.id, 'programme', m.programme, 'state', m.state, 'officeName', o.name, 'openedAt', m.opened_at) ORDER BY m.opened_at) FROM yimen.matter m JOIN yimen.office o ON o.id = m.office_id WHERE m.case_id = c.id), '[]'),
    'tasks', coalesce((SELECT json_agg(json_build_object(${taskFields(sql`t`, given)}, 'ownerPostId', t.post_id, 'regionCode', t.region_code) ORDER BY (t.state <> 'open'), t.due_at) FROM yimen.task t WHERE t.case_id = c.id), '[]'),
    'events', coalesce((SELECT json_agg(json_build_object('at', e.at, 'act', e.act, 'by', e.by_name, 'office', e.office_name, 'onBehalfOf', e.behalf_name, 'details', e.details) ORDER BY e.id DESC) FROM (SELECT * FROM yimen.case_event x WHERE x.case_id = c.id ORDER BY x.id DESC LIMIT 200) e), '[]'),
    'notices', coalesce((SELECT json_agg(json_build_object('id', n.id, 'issuedAt', n.issued_at, 'issuedBy', a.name, 'items', n.items, 'reissueReason', n.reissue_reason, 'supersededAt', n.superseded_at) ORDER BY (n.superseded_at IS NOT NULL), n.issued_at DESC) FROM yimen.one_time_notice n JOIN yimen.account a ON a.id = n.issued_by WHERE n.case_id = c.id), '[]'),
    'surveys', coalesce((SELECT json_agg(json_build_object('id', s.id, 'at', s.at, 'by', a.name, 'findings', s.findings) ORDER BY s.at DESC) FROM yimen.survey s JOIN yimen.account a ON a.id = s.account_id WHERE s.case_id = c.id), '[]'),
    'referrals', ${parts.referrals(sql`c.id`, given)}, 'reports', ${parts.reports(sql`c.id`)},
    'assessmentId', (SELECT a.id FROM yimen.assessment a WHERE a.case_id = c.id ORDER BY a.made_at DESC LIMIT 1), 'version', c.version) AS view
    FROM yimen."case" c WHERE c.id = ${given.id}`,
  );
  return async (tx, id, now) => {
    const [found] = await select(tx, { id, ...clockMoment(now) });
    return found?.view;
  };
}
