import { URGENCY_CLASSES } from '@yimen/rules';
import { z } from 'zod';
import { EVENT_KINDS } from './discovery.ts';
import { HouseholdView } from './households.ts';
import {
  AvailableAction,
  CivilDate,
  ClockView,
  Done,
  Fen,
  Id,
  Instant,
  PageQuery,
  PostRef,
  pageOf,
  plainText,
  Reason,
  RegionCode,
  Version,
  Words,
} from './primitives.ts';
import { defineRoute } from './route.ts';

export const CASE_STATES = ['open', 'closed'] as const;
export const CASE_OUTCOMES = ['aid', 'referral', 'no-need', 'not-found', 'withdrawn', 'not-eligible', 'died'] as const;
export const URGENCIES = URGENCY_CLASSES;
export const MATTER_STATES = ['open', 'done', 'refused', 'referred', 'cancelled'] as const;
export const TASK_KINDS = [
  'triage-report',
  'accept-hand-over',
  'assess-need',
  'decide-grant',
  'pay-grant',
  'collect-paper',
  'after-check',
  'survey',
  'decide-overdue-paper',
  'answer-referral',
  'close-case',
  'handle-escalation',
  'confirm-recovery',
  'reassess',
  'correct-facts',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const TaskView = z.object({
  id: Id,
  kind: z.enum(TASK_KINDS),
  words: Words,
  /** What must come first, where the words do not say it. */
  hint: Words.nullable(),
  state: z.enum(['open', 'done', 'cancelled']),
  caseId: Id.nullable(),
  caseNo: z.string().nullable(),
  reportId: Id.nullable(),
  caseSummary: z.string(),
  regionName: z.string(),
  urgency: z.enum(URGENCIES).nullable(),
  owner: PostRef,
  clock: ClockView,
  escalated: z.boolean(),
  /** Why this is on my list: my post, or A is absent. */
  mineBecause: z.enum(['own-post', 'substitute', 'office']).nullable(),
  onBehalfOf: z.string().nullable(),
  actAsPostId: Id.nullable(),
  version: Version,
});
export type TaskView = z.infer<typeof TaskView>;

export const listMyTasks = defineRoute({
  id: 'list-my-tasks',
  method: 'GET',
  path: '/my-work',
  access: 'signed-in',
  audited: true,
  summary: { zh: '我的工作', en: 'My work' },
  query: PageQuery.extend({ which: z.enum(['open', 'done']).default('open') }),
  response: pageOf(TaskView).extend({
    counts: z.object({ open: z.int(), overdue: z.int(), dueToday: z.int(), substitute: z.int() }),
  }),
});

export const MatterRow = z.object({
  id: Id,
  caseId: Id,
  caseNo: z.string(),
  programme: z.string(),
  programmeName: Words,
  state: z.enum(MATTER_STATES),
  summary: z.string(),
  headName: z.string(),
  regionCode: RegionCode,
  regionName: z.string(),
  urgency: z.enum(URGENCIES),
  dueAt: Instant.nullable(),
  responsible: PostRef,
  openedAt: Instant,
  version: Version,
});
export type MatterRow = z.infer<typeof MatterRow>;
export const listWorklist = defineRoute({
  id: 'list-worklist',
  method: 'GET',
  path: '/worklist',
  access: 'case.read',
  audited: true,
  summary: { zh: '事项清单（按辖区、状态、期限）', en: 'Matters of a region by state and due date' },
  query: PageQuery.extend({ region: RegionCode.optional(), state: z.enum(MATTER_STATES).default('open') }),
  response: pageOf(MatterRow),
});

export const CaseRow = z.object({
  id: Id,
  caseNo: z.string(),
  state: z.enum(CASE_STATES),
  summary: z.string(),
  headName: z.string(),
  regionCode: RegionCode,
  regionName: z.string(),
  eventKind: z.enum(EVENT_KINDS),
  urgency: z.enum(URGENCIES),
  openedAt: Instant,
  dueAt: Instant.nullable(),
  responsible: PostRef,
  grantedFen: Fen,
  version: Version,
});
export type CaseRow = z.infer<typeof CaseRow>;
export const listCases = defineRoute({
  id: 'list-cases',
  method: 'GET',
  path: '/cases',
  access: 'case.read',
  audited: true,
  summary: { zh: '案件列表', en: 'Cases' },
  query: PageQuery.extend({
    state: z.enum(CASE_STATES).optional(),
    region: RegionCode.optional(),
    search: z.string().trim().max(50).optional(),
  }),
  response: pageOf(CaseRow),
});

export const CaseEvent = z.object({
  at: Instant,
  act: z.string(),
  words: Words,
  /** Null when the platform itself did it: a clock that ran out. */
  by: z.string().nullable(),
  office: z.string(),
  onBehalfOf: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).nullable(),
});
export type CaseEvent = z.infer<typeof CaseEvent>;
export const NoticeItem = z.object({
  paperId: z.string().max(80).nullable(),
  label: plainText(200),
  why: plainText(300),
  byWhom: z.enum(['applicant', 'worker', 'dataSource']),
});
export const OneTimeNotice = z.object({
  id: Id,
  issuedAt: Instant,
  issuedBy: z.string(),
  items: z.array(NoticeItem),
  reissueReason: z.string().nullable(),
  supersededAt: Instant.nullable(),
});
export const REFERRAL_STATES = ['sent', 'accepted', 'returned', 'done', 'revoked'] as const;
export const ReferralView = z.object({
  id: Id,
  caseId: Id,
  caseNo: z.string(),
  caseSummary: z.string(),
  headName: z.string(),
  fromOffice: z.string(),
  toOfficeId: Id,
  toOffice: z.string(),
  need: z.string(),
  state: z.enum(REFERRAL_STATES),
  clock: ClockView.nullable(),
  sentAt: Instant,
  answeredAt: Instant.nullable(),
  resultKind: z.enum(['money', 'kind', 'service', 'none']).nullable(),
  resultAmountFen: z.int().nullable(),
  resultText: z.string().nullable(),
  returnReason: z.string().nullable(),
  availableActions: z.array(AvailableAction),
  version: Version,
});
export type ReferralView = z.infer<typeof ReferralView>;

export const CaseDetail = z.object({
  id: Id,
  caseNo: z.string(),
  state: z.enum(CASE_STATES),
  summary: z.string(),
  eventKind: z.enum(EVENT_KINDS),
  occurredOn: CivilDate,
  placeRegionCode: RegionCode,
  placeName: z.string(),
  placeDetail: z.string().nullable(),
  need: z.string(),
  urgency: z.enum(URGENCIES),
  urgencyPossible: z.enum(URGENCIES),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  outcome: z.enum(CASE_OUTCOMES).nullable(),
  outcomeReason: z.string().nullable(),
  officeName: z.string(),
  responsible: PostRef,
  firstAsked: PostRef,
  handOver: z.object({ toPost: PostRef, since: Instant }).nullable(),
  participants: z.array(z.object({ officeId: Id, officeName: z.string(), why: z.string() })),
  household: HouseholdView,
  matters: z.array(
    z.object({
      id: Id,
      programme: z.string(),
      programmeName: Words,
      state: z.enum(MATTER_STATES),
      officeName: z.string(),
      openedAt: Instant,
    }),
  ),
  tasks: z.array(TaskView),
  events: z.array(CaseEvent),
  notices: z.array(OneTimeNotice),
  referrals: z.array(ReferralView),
  reports: z.array(z.object({ id: Id, receiptNo: z.string(), receivedAt: Instant, whatHappened: z.string() })),
  surveys: z.array(z.object({ id: Id, at: Instant, by: z.string(), findings: z.string() })),
  assessmentId: Id.nullable(),
  relativeWarning: Words.nullable(),
  availableActions: z.array(AvailableAction),
  version: Version,
});
export type CaseDetail = z.infer<typeof CaseDetail>;

const OnCase = z.object({ id: Id });
export const getCase = defineRoute({
  id: 'get-case',
  method: 'GET',
  path: '/cases/{id}',
  access: 'case.read',
  audited: true,
  summary: { zh: '案件', en: 'A case' },
  params: OnCase,
  response: CaseDetail,
});

export const handOverCase = defineRoute({
  id: 'hand-over-case',
  method: 'POST',
  path: '/cases/{id}/hand-over',
  access: 'case.hand-over',
  audited: true,
  summary: { zh: '移交责任岗位', en: 'Hand a case over' },
  params: OnCase,
  body: z.object({ toPostId: Id, reason: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'CASE_CLOSED', 'RELATIVE_BLOCKED'],
});
export const acceptHandOver = defineRoute({
  id: 'accept-hand-over',
  method: 'POST',
  path: '/cases/{id}/hand-over/accept',
  access: 'case.handle',
  audited: true,
  summary: { zh: '接受移交', en: 'Accept a hand-over' },
  params: OnCase,
  body: z.object({ expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT', 'RELATIVE_BLOCKED'],
});
export const issueOneTimeNotice = defineRoute({
  id: 'issue-one-time-notice',
  method: 'POST',
  path: '/cases/{id}/one-time-notice',
  access: 'case.handle',
  audited: true,
  summary: { zh: '出具一次性告知书', en: 'Issue the one-time notice' },
  params: OnCase,
  body: z.object({ items: z.array(NoticeItem).min(1).max(30), reissueReason: Reason.nullable() }),
  response: Done,
  errors: ['NOTICE_ALREADY_ISSUED', 'PAPER_FROM_PLATFORM', 'CASE_CLOSED', 'RELATIVE_BLOCKED'],
});
export const recordSurvey = defineRoute({
  id: 'record-survey',
  method: 'POST',
  path: '/cases/{id}/surveys',
  access: 'survey.record',
  audited: true,
  summary: { zh: '登记入户调查', en: 'Record a survey' },
  params: OnCase,
  body: z.object({
    surveyedOn: CivilDate,
    withWhom: plainText(200),
    findings: plainText(2000, 5),
    photoIds: z.array(Id).max(10),
  }),
  response: Done,
  errors: ['CASE_CLOSED', 'RELATIVE_BLOCKED'],
});
export const closeCase = defineRoute({
  id: 'close-case',
  method: 'POST',
  path: '/cases/{id}/close',
  access: 'case.close',
  audited: true,
  summary: { zh: '办结', en: 'Close a case' },
  params: OnCase,
  body: z.object({ outcome: z.enum(CASE_OUTCOMES), reason: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'CASE_NOT_FINISHED', 'CASE_CLOSED', 'RELATIVE_BLOCKED', 'OUTCOME_NEEDED'],
});
export const reopenCase = defineRoute({
  id: 'reopen-case',
  method: 'POST',
  path: '/cases/{id}/reopen',
  access: 'case.close',
  audited: true,
  summary: { zh: '重新打开', en: 'Reopen a case' },
  params: OnCase,
  body: z.object({ reason: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT', 'RELATIVE_BLOCKED'],
});

export const sendReferral = defineRoute({
  id: 'send-referral',
  method: 'POST',
  path: '/cases/{id}/referrals',
  access: 'case.refer',
  audited: true,
  summary: { zh: '转办 / 转介', en: 'Refer' },
  params: OnCase,
  body: z.object({ toOfficeId: Id, need: plainText(1000, 5) }),
  response: Done,
  errors: ['CASE_CLOSED', 'RELATIVE_BLOCKED', 'POLICY_UNKNOWN'],
});
export const listReferrals = defineRoute({
  id: 'list-referrals',
  method: 'GET',
  path: '/referrals',
  access: 'case.read',
  audited: true,
  summary: { zh: '转办转介', en: 'Referrals in and out' },
  query: PageQuery.extend({
    direction: z.enum(['in', 'out']).default('in'),
    state: z.enum(REFERRAL_STATES).optional(),
  }),
  response: pageOf(ReferralView),
});
export const acceptReferral = defineRoute({
  id: 'accept-referral',
  method: 'POST',
  path: '/referrals/{id}/accept',
  access: 'referral.answer',
  audited: true,
  summary: { zh: '接收转办', en: 'Accept a referral' },
  params: OnCase,
  body: z.object({ expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT'],
});
export const returnReferral = defineRoute({
  id: 'return-referral',
  method: 'POST',
  path: '/referrals/{id}/return',
  access: 'referral.answer',
  audited: true,
  summary: { zh: '退回转办（说明理由）', en: 'Return a referral' },
  params: OnCase,
  body: z.object({ reason: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT'],
});
export const finishReferral = defineRoute({
  id: 'finish-referral',
  method: 'POST',
  path: '/referrals/{id}/finish',
  access: 'referral.answer',
  audited: true,
  summary: { zh: '反馈办理结果', en: 'Report the result of a referral' },
  params: OnCase,
  body: z.object({
    resultKind: z.enum(['money', 'kind', 'service', 'none']),
    resultAmountFen: Fen.nullable(),
    resultText: plainText(1000, 4),
    expectedVersion: Version,
  }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT'],
});
export const revokeReferral = defineRoute({
  id: 'revoke-referral',
  method: 'POST',
  path: '/referrals/{id}/revoke',
  access: 'case.refer',
  audited: true,
  summary: { zh: '撤回转办', en: 'Revoke a referral' },
  params: OnCase,
  body: z.object({ reason: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT'],
});
