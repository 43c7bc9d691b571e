import { z } from 'zod';
import {
  AvailableAction,
  CivilDate,
  ClockView,
  Id,
  Instant,
  PageQuery,
  PhoneNumber,
  PostRef,
  pageOf,
  plainText,
  Reason,
  RegionCode,
  Version,
  Words,
} from './primitives.ts';
import { defineRoute } from './route.ts';

export const EVENT_KINDS = [
  'fire',
  'traffic-accident',
  'work-accident',
  'other-accident',
  'serious-illness',
  'natural-disaster',
  'death-of-breadwinner',
  'job-loss',
  'child-alone',
  'violence',
  'destitute',
  'other',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
export const CLAIMED_URGENCIES = ['now', 'today', 'soon'] as const;
export const REPORT_CHANNELS = ['public-page', 'window', 'hotline', 'village', 'unit', 'visit', 'data-alert'] as const;
/** everyone who may notice. */
export const REPORTER_KINDS = [
  'self',
  'relative',
  'neighbour',
  'village-committee',
  'grid-worker',
  'social-worker',
  'volunteer',
  'school',
  'kindergarten',
  'hospital',
  'police',
  'urban-management',
  'rescue-station',
  'child-protection',
  'stationed-cadre',
  'taxi-driver',
  'charity',
  'hotline',
  'other',
] as const;
export type ReporterKind = (typeof REPORTER_KINDS)[number];
export const REPORT_STATES = ['received', 'accepted', 'merged', 'closed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export const REPORT_OUTCOMES = [
  'aid',
  'referral',
  'no-need',
  'not-found',
  'withdrawn',
  'outside-remit',
  'merged',
] as const;

export const PeopleCount = z.int().min(1).max(500);

/** Who, where, what happened, how urgent — under a minute on a phone. */
const ReportFields = z.object({
  placeRegionCode: RegionCode,
  placeDetail: plainText(200).nullable(),
  eventKind: z.enum(EVENT_KINDS),
  occurredOn: CivilDate.nullable(),
  whatHappened: plainText(1000, 4),
  claimedUrgency: z.enum(CLAIMED_URGENCIES),
  subjectName: plainText(50).nullable(),
  subjectPhone: PhoneNumber.nullable(),
  subjectIdNumber: z.string().trim().max(40).nullable(),
  peopleCount: PeopleCount.nullable(),
  reporterKind: z.enum(REPORTER_KINDS),
  photoIds: z.array(Id).max(6),
});

export const ReportReceipt = z.object({
  reportId: Id,
  receiptNo: z.string(),
  /** Shown once; with the receipt number it opens the progress page. */
  followCode: z.string(),
  windowName: z.string(),
  windowPhone: z.string().nullable(),
  expectedBy: Instant,
  dutyPaged: z.boolean(),
});
export type ReportReceipt = z.infer<typeof ReportReceipt>;

export const reportInPublic = defineRoute({
  id: 'report-in-public',
  method: 'POST',
  path: '/public/reports',
  access: 'public',
  audited: true,
  sealedAnswer: true,
  summary: { zh: '报告有人需要帮助（公众）', en: 'Report someone in need (public)' },
  body: ReportFields.extend({ reporterName: plainText(50).nullable(), reporterPhone: PhoneNumber.nullable() }),
  response: ReportReceipt,
});
export const createReport = defineRoute({
  id: 'create-report',
  method: 'POST',
  path: '/reports',
  access: 'report.create',
  audited: true,
  sealedAnswer: true,
  summary: { zh: '登记发现报告', en: 'Record a report' },
  body: ReportFields.extend({
    channel: z.enum(REPORT_CHANNELS),
    reporterName: plainText(50).nullable(),
    reporterPhone: PhoneNumber.nullable(),
  }),
  response: ReportReceipt,
});
export const followReport = defineRoute({
  id: 'follow-report',
  method: 'POST',
  path: '/public/reports/follow',
  access: 'public',
  summary: { zh: '查看报告进展', en: 'Follow a report' },
  body: z.object({
    receiptNo: z.string().trim().toUpperCase().max(40),
    followCode: z.string().trim().toUpperCase().max(60),
  }),
  response: z.object({
    receiptNo: z.string(),
    receivedAt: Instant,
    state: z.enum(REPORT_STATES),
    windowName: z.string(),
    windowPhone: z.string().nullable(),
    steps: z.array(z.object({ at: Instant, words: Words })),
    outcome: Words.nullable(),
    closedAt: Instant.nullable(),
    /** Last day on which the code opens this page; null until the report has ended. */
    followUntil: CivilDate.nullable(),
  }),
});

export const ReportSummary = z.object({
  id: Id,
  receiptNo: z.string(),
  state: z.enum(REPORT_STATES),
  channel: z.enum(REPORT_CHANNELS),
  eventKind: z.enum(EVENT_KINDS),
  claimedUrgency: z.enum(CLAIMED_URGENCIES),
  whatHappened: z.string(),
  subjectName: z.string().nullable(),
  placeRegionCode: RegionCode,
  placeName: z.string(),
  receivedAt: Instant,
  officeName: z.string(),
  responsible: PostRef.nullable(),
  similarCount: z.int(),
  /** Came out of hours; the duty person was called. */
  dutyPaged: z.boolean(),
  clock: ClockView.nullable(),
  caseId: Id.nullable(),
  version: Version,
});
export type ReportSummary = z.infer<typeof ReportSummary>;

export const listReports = defineRoute({
  id: 'list-reports',
  method: 'GET',
  path: '/reports',
  access: 'report.read',
  audited: true,
  summary: { zh: '发现报告', en: 'Reports' },
  query: PageQuery.extend({
    state: z.enum(REPORT_STATES).optional(),
    eventKind: z.enum(EVENT_KINDS).optional(),
    search: z.string().trim().max(40).optional(),
  }),
  response: pageOf(ReportSummary),
});
export const listMyReports = defineRoute({
  id: 'list-my-reports',
  method: 'GET',
  path: '/my-reports',
  access: 'report.create',
  audited: true,
  summary: { zh: '我的报告', en: 'Reports I made' },
  query: PageQuery,
  response: pageOf(ReportSummary),
});

export const ReportDetail = ReportSummary.extend({
  placeDetail: z.string().nullable(),
  occurredOn: CivilDate.nullable(),
  subjectPhoneMasked: z.string().nullable(),
  subjectIdNumberMasked: z.string().nullable(),
  peopleCount: z.int().nullable(),
  reporterKind: z.enum(REPORTER_KINDS),
  reporterName: z.string().nullable(),
  reporterPhoneMasked: z.string().nullable(),
  anonymous: z.boolean(),
  photoIds: z.array(Id),
  outcome: z.enum(REPORT_OUTCOMES).nullable(),
  outcomeReason: z.string().nullable(),
  mergedIntoId: Id.nullable(),
  caseNo: z.string().nullable(),
  similar: z.array(
    z.object({
      id: Id,
      receiptNo: z.string(),
      receivedAt: Instant,
      whatHappened: z.string(),
      subjectName: z.string().nullable(),
      placeName: z.string(),
      state: z.enum(REPORT_STATES),
      why: Words,
    }),
  ),
  events: z.array(z.object({ at: Instant, words: Words, by: z.string().nullable() })),
  availableActions: z.array(AvailableAction),
});
export type ReportDetail = z.infer<typeof ReportDetail>;

const OnReport = z.object({ id: Id });
export const getReport = defineRoute({
  id: 'get-report',
  method: 'GET',
  path: '/reports/{id}',
  access: 'report.open',
  audited: true,
  summary: { zh: '报告详情', en: 'A report' },
  params: OnReport,
  response: ReportDetail,
});
export const acceptReport = defineRoute({
  id: 'accept-report',
  method: 'POST',
  path: '/reports/{id}/accept',
  access: 'report.triage',
  audited: true,
  summary: { zh: '接收报告', en: 'Accept a report' },
  params: OnReport,
  body: z.object({ expectedVersion: Version }),
  response: z.object({ id: Id, version: Version }),
  errors: ['REPORT_ALREADY_SETTLED', 'VERSION_CONFLICT', 'RELATIVE_BLOCKED'],
});
export const mergeReport = defineRoute({
  id: 'merge-report',
  method: 'POST',
  path: '/reports/{id}/merge',
  access: 'report.triage',
  audited: true,
  summary: { zh: '并入另一条报告', en: 'Merge into another report' },
  params: OnReport,
  body: z.object({ intoId: Id, reason: plainText(500).nullable(), expectedVersion: Version }),
  response: z.object({ id: Id, version: Version }),
  errors: ['REPORT_ALREADY_SETTLED', 'VERSION_CONFLICT', 'RELATIVE_BLOCKED'],
});
export const closeReport = defineRoute({
  id: 'close-report',
  method: 'POST',
  path: '/reports/{id}/close',
  access: 'report.triage',
  audited: true,
  summary: { zh: '办结报告（说明理由）', en: 'Close a report with a reason' },
  params: OnReport,
  body: z.object({
    outcome: z.enum(['no-need', 'not-found', 'withdrawn', 'outside-remit', 'referral']),
    reason: Reason,
    expectedVersion: Version,
  }),
  response: z.object({ id: Id, version: Version }),
  errors: ['REPORT_ALREADY_SETTLED', 'VERSION_CONFLICT', 'RELATIVE_BLOCKED'],
});
