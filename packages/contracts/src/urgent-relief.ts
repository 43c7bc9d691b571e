import { z } from 'zod';
import { ExplanationNode, LADDER_LEVELS, LadderView } from './assessment.ts';
import {
  AvailableAction,
  CivilDate,
  ClockView,
  Done,
  Fen,
  Id,
  Instant,
  PositiveFen,
  plainText,
  Reason,
  Version,
  Words,
} from './primitives.ts';
import { defineRoute } from './route.ts';

export const GRANT_FORMS = ['money', 'kind'] as const;
export const PAY_METHODS = ['cash', 'bank', 'kind'] as const;
export const GRANT_STATES = ['proposed', 'approved', 'paid', 'refused', 'cancelled'] as const;
export const CONFERENCE_CONCLUSIONS = ['agreed', 'declined'] as const;
export const PAPER_STATES = ['due', 'fulfilled', 'waived', 'in-recovery', 'recovered'] as const;

export const KindItem = z.object({
  name: plainText(60),
  quantity: z.int().min(1).max(10_000),
  unit: plainText(10),
  valueFen: Fen,
});

export const PaymentView = z.object({
  id: Id,
  grantId: Id,
  seq: z.int(),
  amountFen: Fen,
  method: z.enum(PAY_METHODS),
  state: z.enum(['ordered', 'approved', 'batched', 'sent', 'paid', 'failed', 'cancelled', 'replaced']),
  plannedOn: CivilDate,
  payeeName: z.string(),
  payeeAccountMasked: z.string().nullable(),
  batchNo: z.string().nullable(),
  failureReason: z.string().nullable(),
  paidAt: Instant.nullable(),
  signedBy: z.string().nullable(),
  fundName: z.string(),
});
export type PaymentView = z.infer<typeof PaymentView>;

export const GrantView = z.object({
  id: Id,
  caseId: Id,
  level: z.enum(LADDER_LEVELS),
  levelLabel: Words,
  form: z.enum(GRANT_FORMS),
  amountFen: Fen,
  items: z.array(KindItem),
  purpose: z.string(),
  state: z.enum(GRANT_STATES),
  method: z.enum(PAY_METHODS),
  followUp: z.boolean(),
  newFact: z.string().nullable(),
  overrideReason: z.string().nullable(),
  officeName: z.string(),
  proposedBy: z.string(),
  proposedAt: Instant,
  approvalsNeeded: z.int(),
  approvals: z.array(
    z.object({
      by: z.string(),
      office: z.string(),
      onBehalfOf: z.string().nullable(),
      at: Instant,
      comment: z.string().nullable(),
    }),
  ),
  refusedReason: z.string().nullable(),
  /** One case, one discussion: it is not approved before a conference agreed. */
  conferenceNeeded: z.boolean(),
  payeeName: z.string(),
  payments: z.array(PaymentView),
  explanation: ExplanationNode,
  sentences: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  availableActions: z.array(AvailableAction),
  version: Version,
});
export type GrantView = z.infer<typeof GrantView>;

export const PaperDutyView = z.object({
  id: Id,
  caseId: Id,
  grantId: Id,
  paperId: z.string(),
  label: Words,
  provider: z.enum(['applicant', 'worker', 'dataSource']),
  state: z.enum(PAPER_STATES),
  clock: ClockView,
  escalated: z.boolean(),
  fulfilledAt: Instant.nullable(),
  note: z.string().nullable(),
  photoIds: z.array(Id),
  recoveryFen: Fen.nullable(),
  recoveredFen: Fen.nullable(),
  availableActions: z.array(AvailableAction),
  version: Version,
});
export type PaperDutyView = z.infer<typeof PaperDutyView>;

/** Who sat: an office and the post that spoke for it, never a name. */
export const ConferenceSeat = z.object({ office: plainText(60, 2), post: plainText(60, 2) });
export type ConferenceSeat = z.infer<typeof ConferenceSeat>;

export const ConferenceView = z.object({
  id: Id,
  heldOn: CivilDate,
  participants: z.array(ConferenceSeat),
  conclusion: z.enum(CONFERENCE_CONCLUSIONS),
  agreedFen: Fen,
  /** Approved under it so far. */
  grantedFen: Fen,
  minutes: z.string(),
  recordedBy: z.string(),
  officeName: z.string(),
  onBehalfOf: z.string().nullable(),
  recordedAt: Instant,
});
export type ConferenceView = z.infer<typeof ConferenceView>;

export const UrgentReliefPanel = z.object({
  caseId: Id,
  caseVersion: Version,
  episodeId: Id.nullable(),
  ladder: LadderView,
  grants: z.array(GrantView),
  /** Newest first; the newest counts. */
  conferences: z.array(ConferenceView),
  papers: z.array(PaperDutyView),
  earlier: z.array(
    z.object({
      grantId: Id,
      caseNo: z.string(),
      amountFen: Fen,
      level: z.enum(LADDER_LEVELS),
      paidAt: Instant.nullable(),
      officeName: z.string(),
      eventWords: z.string(),
    }),
  ),
  afterChecks: z.array(
    z.object({ taskId: Id, grantId: Id, clock: ClockView, done: z.boolean(), finding: z.string().nullable() }),
  ),
  handedUp: z.object({ at: Instant, toOffice: z.string() }).nullable(),
  payees: z.array(z.object({ personId: Id, name: z.string(), accountMasked: z.string().nullable() })),
  availableActions: z.array(AvailableAction),
});
export type UrgentReliefPanel = z.infer<typeof UrgentReliefPanel>;

const OnCase = z.object({ id: Id });
export const getUrgentRelief = defineRoute({
  id: 'get-urgent-relief',
  method: 'GET',
  path: '/cases/{id}/urgent-relief',
  access: 'case.read',
  audited: true,
  summary: { zh: '急难救助面板', en: 'Urgent-relief panel' },
  params: OnCase,
  response: UrgentReliefPanel,
});

export const proposeGrant = defineRoute({
  id: 'propose-grant',
  method: 'POST',
  path: '/cases/{id}/relief-grants',
  access: 'relief.propose',
  audited: true,
  summary: { zh: '提出急难救助', en: 'Propose urgent relief' },
  params: OnCase,
  body: z.object({
    level: z.enum(LADDER_LEVELS),
    form: z.enum(GRANT_FORMS),
    amountFen: PositiveFen,
    items: z.array(KindItem).max(30),
    method: z.enum(PAY_METHODS),
    purpose: plainText(300, 2),
    payeePersonId: Id,
    /** Invoice or other number that may be used once. */
    evidenceNumber: plainText(60).nullable(),
    followUp: z.object({ newFact: Reason }).nullable(),
    emergencyOverride: z.object({ reason: Reason }).nullable(),
    /** One approval, staged aid: planned instalments that add up to the amount; empty = one payment now. */
    stages: z.array(z.object({ plannedOn: CivilDate, amountFen: PositiveFen })).max(12),
  }),
  response: z.object({ grantId: Id, approvalsNeeded: z.int(), version: Version }),
  errors: [
    'CAP_EXCEEDED',
    'LADDER_NOT_EXHAUSTED',
    'SAME_EVENT',
    'EVIDENCE_REUSED',
    'POLICY_UNKNOWN',
    'CASE_CLOSED',
    'RELATIVE_BLOCKED',
    'LEVEL_NOT_YOURS',
    'PAYEE_MISSING',
    'INVALID_INPUT',
  ],
});
/** One case, one discussion: what the county's mechanism agreed, on record before the district approves. */
export const recordCaseConference = defineRoute({
  id: 'record-case-conference',
  method: 'POST',
  path: '/cases/{id}/case-conferences',
  access: 'relief.record-conference',
  audited: true,
  summary: { zh: '登记一事一议会商', en: 'Record a case conference' },
  params: OnCase,
  body: z.object({
    heldOn: CivilDate,
    participants: z.array(ConferenceSeat).min(2).max(30),
    conclusion: z.enum(CONFERENCE_CONCLUSIONS),
    /** Zero when the conference was against it. */
    agreedFen: Fen,
    minutes: plainText(2000, 10),
  }),
  response: Done,
  errors: ['CASE_CLOSED', 'RELATIVE_BLOCKED', 'OWN_WORK_BLOCKED', 'STATE_CONFLICT', 'INVALID_INPUT'],
});
const OnGrant = z.object({ id: Id });
export const approveGrant = defineRoute({
  id: 'approve-grant',
  method: 'POST',
  path: '/relief-grants/{id}/approve',
  access: 'signed-in',
  audited: true,
  summary: { zh: '审批同意', en: 'Approve a grant' },
  params: OnGrant,
  body: z.object({ comment: plainText(500).nullable(), expectedVersion: Version }),
  response: z.object({
    id: Id,
    state: z.enum(GRANT_STATES),
    approvals: z.int(),
    approvalsNeeded: z.int(),
    version: Version,
  }),
  errors: [
    'CAP_EXCEEDED',
    'INSUFFICIENT_FUNDS',
    'CASE_CONFERENCE_NEEDED',
    'CONFERENCE_AMOUNT_EXCEEDED',
    'OWN_WORK_BLOCKED',
    'RELATIVE_BLOCKED',
    'ALREADY_APPROVED',
    'LEVEL_NOT_YOURS',
    'VERSION_CONFLICT',
    'STATE_CONFLICT',
  ],
});
export const refuseGrant = defineRoute({
  id: 'refuse-grant',
  method: 'POST',
  path: '/relief-grants/{id}/refuse',
  access: 'signed-in',
  audited: true,
  summary: { zh: '不予救助（说明理由）', en: 'Refuse a grant' },
  params: OnGrant,
  body: z.object({ reason: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['OWN_WORK_BLOCKED', 'RELATIVE_BLOCKED', 'LEVEL_NOT_YOURS', 'VERSION_CONFLICT', 'STATE_CONFLICT'],
});
export const cancelGrant = defineRoute({
  id: 'cancel-grant',
  method: 'POST',
  path: '/relief-grants/{id}/cancel',
  access: 'relief.propose',
  audited: true,
  summary: { zh: '撤回', en: 'Cancel a proposed grant' },
  params: OnGrant,
  body: z.object({ reason: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['RELATIVE_BLOCKED', 'VERSION_CONFLICT', 'STATE_CONFLICT'],
});
/** Cash against a signature, or goods handed over. Bank money goes through payment batches. */
export const payGrant = defineRoute({
  id: 'pay-grant',
  method: 'POST',
  path: '/payments/{id}/hand-out',
  access: 'signed-in',
  audited: true,
  summary: { zh: '发放现金或物资（签收）', en: 'Hand out cash or goods against a receipt' },
  params: OnGrant,
  body: z.object({ signedBy: plainText(50), receiptPhotoId: Id.nullable(), note: plainText(300).nullable() }),
  response: z.object({ paymentId: Id, paidAt: Instant, papersDue: z.int() }),
  errors: [
    'RECEIPT_NEEDED',
    'INSUFFICIENT_FUNDS',
    'OWN_WORK_BLOCKED',
    'RELATIVE_BLOCKED',
    'LEVEL_NOT_YOURS',
    'STATE_CONFLICT',
  ],
});
export const handUpCase = defineRoute({
  id: 'hand-up-case',
  method: 'POST',
  path: '/cases/{id}/hand-up',
  access: 'case.hand-over',
  audited: true,
  summary: { zh: '申报上一级（连同案卷）', en: 'Hand a case up with its dossier' },
  params: OnCase,
  body: z.object({ reason: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'CASE_CLOSED', 'RELATIVE_BLOCKED', 'STATE_CONFLICT'],
});
const OnPaper = z.object({ id: Id });
export const fulfilPaper = defineRoute({
  id: 'fulfil-paper',
  method: 'POST',
  path: '/relief-papers/{id}/fulfil',
  access: 'relief.papers',
  audited: true,
  summary: { zh: '补交手续', en: 'File a paper that was owed' },
  params: OnPaper,
  body: z.object({ note: plainText(500).nullable(), photoIds: z.array(Id).max(10), expectedVersion: Version }),
  response: Done,
  errors: ['STATE_CONFLICT', 'VERSION_CONFLICT', 'RELATIVE_BLOCKED'],
});
export const waivePaper = defineRoute({
  id: 'waive-paper',
  method: 'POST',
  path: '/relief-papers/{id}/waive',
  access: 'relief.waive',
  audited: true,
  summary: { zh: '免补（记录理由）', en: 'Waive a paper' },
  params: OnPaper,
  body: z.object({ reason: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['STATE_CONFLICT', 'VERSION_CONFLICT', 'RELATIVE_BLOCKED', 'OWN_WORK_BLOCKED'],
});
export const startRecovery = defineRoute({
  id: 'start-recovery',
  method: 'POST',
  path: '/relief-papers/{id}/recover',
  access: 'relief.waive',
  audited: true,
  summary: { zh: '启动追回', en: 'Start recovery' },
  params: OnPaper,
  body: z.object({ amountFen: PositiveFen, reason: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['STATE_CONFLICT', 'VERSION_CONFLICT', 'RELATIVE_BLOCKED'],
});
export const recordRecovered = defineRoute({
  id: 'record-recovered',
  method: 'POST',
  path: '/relief-papers/{id}/recovered',
  access: 'fund.receive',
  audited: true,
  summary: { zh: '登记追回款', en: 'Record recovered money' },
  params: OnPaper,
  body: z.object({ amountFen: PositiveFen, receiptNo: plainText(60), expectedVersion: Version }),
  response: Done,
  errors: ['STATE_CONFLICT', 'VERSION_CONFLICT'],
});
export const recordAfterCheck = defineRoute({
  id: 'record-after-check',
  method: 'POST',
  path: '/tasks/{id}/after-check',
  access: 'relief.after-check',
  audited: true,
  summary: { zh: '越级救助事后核查', en: 'Check an emergency override afterwards' },
  params: OnPaper,
  body: z.object({ justified: z.boolean(), finding: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['STATE_CONFLICT', 'VERSION_CONFLICT', 'OWN_WORK_BLOCKED', 'RELATIVE_BLOCKED', 'LEVEL_NOT_YOURS'],
});
