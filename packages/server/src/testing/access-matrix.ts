import type { Role } from '@yimen/contracts';
import { fakeResidentId } from '@yimen/rules';
import { A_CEILING } from './a-ceiling.ts';
import type { Spot } from './access-world.ts';
import { aConference } from './relief-acts.ts';
import { aReport } from './reports.ts';

/**
 * Who may call what, written by hand from what each post is for (design of access): never computed from the permissions
 * of the roles or the access of the routes, so that a slip in either of them shows.
 */
export type AccessRow = {
  /** Posts that do this work. `public`: nobody needs to sign in. `everybody`: every post, whatever its role. */
  readonly roles: readonly Role[] | 'public' | 'everybody';
  /** Among `everybody`: the posts that can get it done; others are told so on what they see (LEVEL_NOT_YOURS). */
  readonly deciders?: readonly Role[];
  /** What its path names. */
  readonly on?: ThingKind;
  /** Narrower than what may be read: `remit` leaves out what is seen for having been told or asked; `asked` is the office a referral went to. */
  readonly reach?: 'remit' | 'asked' | 'asking';
  /** A valid input that changes as little as possible; a stale version where there is one. */
  readonly body?: (spot: Spot) => Record<string, unknown>;
  readonly query?: (spot: Spot) => Record<string, string>;
  /** Raw content instead of JSON. */
  readonly content?: { readonly type: string; readonly text: string };
  /** The answer must show what the caller may see of these places: the rule is not kept by an empty answer. */
  readonly shows?: 'names';
  /** Signs in or out, or needs a secret: has tests of its own, and is only called without a session here. */
  readonly session?: true;
};

export type ThingKind =
  | 'case'
  | 'assessment'
  | 'pack'
  | 'report'
  | 'household'
  | 'member'
  | 'person'
  | 'referral'
  | 'photo'
  | 'grant'
  | 'payment'
  | 'paper'
  | 'after-check'
  | 'fund'
  | 'petty-cash'
  | 'count'
  | 'batch'
  | 'office'
  | 'post'
  | 'account'
  | 'absence'
  | 'duty'
  | 'filing'
  | 'year'
  | 'local-pack'
  | 'policy-release'
  | 'policy-release-change'
  | 'redetermination'
  | 'held-household';

const STALE = 999_999;
const REASON = '核对权限用，不应生效';
const stale = () => ({ expectedVersion: STALE });
const staleWithReason = () => ({ reason: REASON, expectedVersion: STALE });
const NOBODY = '00000000-0000-4000-8000-000000000000';

const VILLAGE: readonly Role[] = ['village-assistant', 'society-keeper'];
const TOWN_OFFICE: readonly Role[] = ['window-clerk', 'surveyor', 'township-reviewer', 'township-approver'];
const COUNTY_BUREAU: readonly Role[] = ['county-clerk', 'county-approver'];
const TAKING_PART: readonly Role[] = ['department-handler', 'charity-worker', 'social-worker', 'rescue-staff'];
const CASE_READERS: readonly Role[] = [
  ...VILLAGE,
  ...TOWN_OFFICE,
  'petty-cash-keeper',
  ...COUNTY_BUREAU,
  ...TAKING_PART,
  'inspector',
];
const REPORTERS: readonly Role[] = [
  ...VILLAGE,
  ...TOWN_OFFICE,
  ...COUNTY_BUREAU,
  ...TAKING_PART,
  'hotline-agent',
  'reporter',
];
const REPORT_READERS: readonly Role[] = [...VILLAGE, ...TOWN_OFFICE, ...COUNTY_BUREAU, 'hotline-agent', 'inspector'];
const TRIAGE: readonly Role[] = ['window-clerk', 'township-approver', 'county-clerk'];
const CASE_HANDLERS: readonly Role[] = [
  'window-clerk',
  'township-reviewer',
  'township-approver',
  'county-clerk',
  'county-approver',
];
const HANDERS_OVER: readonly Role[] = ['window-clerk', 'township-reviewer', 'township-approver', 'county-clerk'];
const CLOSERS: readonly Role[] = ['window-clerk', 'township-approver', 'county-clerk', 'county-approver'];
const REGISTRARS: readonly Role[] = ['window-clerk', 'county-clerk'];
const ANSWERERS: readonly Role[] = ['window-clerk', 'county-clerk', ...TAKING_PART];
const PROPOSERS: readonly Role[] = ['village-assistant', 'window-clerk', 'township-reviewer', 'county-clerk'];
const APPROVERS: readonly Role[] = ['society-keeper', 'township-approver', 'county-approver'];
const CASHIERS: readonly Role[] = ['society-keeper', 'petty-cash-keeper', 'finance-officer'];
const PAPER_FILERS: readonly Role[] = [
  'village-assistant',
  'window-clerk',
  'surveyor',
  'township-reviewer',
  'county-clerk',
];
const WAIVERS: readonly Role[] = ['township-approver', 'county-approver'];
const FUND_READERS: readonly Role[] = [
  'society-keeper',
  'township-reviewer',
  'township-approver',
  'petty-cash-keeper',
  'county-clerk',
  'county-approver',
  'finance-officer',
  'inspector',
  'auditor',
];
const RECEIVERS: readonly Role[] = ['society-keeper', 'finance-officer'];
const FINANCE: readonly Role[] = ['finance-officer'];
const COUNT_CONFIRMERS: readonly Role[] = ['township-reviewer', 'township-approver', 'county-approver'];
const DIRECTORY_READERS: readonly Role[] = [
  ...VILLAGE,
  ...TOWN_OFFICE,
  'petty-cash-keeper',
  ...COUNTY_BUREAU,
  ...TAKING_PART,
  'hotline-agent',
  'reporter',
  'finance-officer',
  'inspector',
  'auditor',
  'statistician',
  'leader',
  'system-admin',
  'security-admin',
];
const DUTY_PLANNERS: readonly Role[] = ['township-approver', 'county-clerk'];
const POLICY_READERS: readonly Role[] = DIRECTORY_READERS.filter(
  (role) => role !== 'system-admin' && role !== 'security-admin',
);
const HELD_READERS: readonly Role[] = [
  'window-clerk',
  'township-reviewer',
  'township-approver',
  ...COUNTY_BUREAU,
  'inspector',
];
const HELD_DECIDERS: readonly Role[] = ['township-reviewer', 'township-approver', ...COUNTY_BUREAU];
const MESSAGE_READERS: readonly Role[] = ['window-clerk', 'township-approver', 'county-clerk'];

function aReleaseLike() {
  return { title: '核对权限', reason: '核对权限用的发布', effectiveOn: '2026-12-01' };
}

function aStepLike() {
  return { reason: '核对权限用', expectedVersion: STALE };
}

function someHeld(spot: Spot) {
  return { items: [{ householdId: spot.of('household'), revision: STALE }] };
}

function aMemberLike(spot: Spot) {
  const idNumber = fakeResidentId({ birthDate: '1991-05-05', sex: 'male', serial: 490 });
  return {
    name: '核对权限',
    sex: 'male',
    birthDate: '1991-05-05',
    idNumber,
    phone: null,
    hukouRegionCode: null,
    residenceRegionCode: spot.region,
    address: null,
    relation: 'child',
    supportRelation: 'none',
  };
}
function aReportLike(spot: Spot) {
  return aReport({ placeRegionCode: spot.region, placeDetail: null, whatHappened: '核对权限用的报告' });
}
function anIntakeLike(spot: Spot) {
  // A place of nowhere: refused after the permission and before anything is written.
  const event = {
    kind: 'fire',
    occurredOn: '2026-03-01',
    placeRegionCode: '999999999999',
    placeDetail: null,
    description: '核对权限',
  };
  return {
    reportId: null,
    household: { is: 'known', householdId: spot.of('household') },
    event,
    need: '核对权限',
    urgencyAnswers: {},
  };
}

export const ACCESS_MATRIX: Readonly<Record<string, AccessRow>> = {
  'sign-in': { roles: 'public', session: true, body: () => ({ login: 'nobody-here', password: 'wrong' }) },
  'confirm-second-factor': { roles: 'public', session: true, body: () => ({ code: '000000' }) },
  'sign-out': { roles: 'public', session: true },
  'get-me': { roles: 'public', session: true },
  'change-password': { roles: 'public', session: true, body: () => ({ currentPassword: 'a', newPassword: 'b' }) },
  'start-second-factor': { roles: 'public', session: true },
  'finish-second-factor': { roles: 'public', session: true, body: () => ({ code: '000000' }) },
  'create-first-administrator': {
    roles: 'public',
    session: true,
    body: () => ({ token: 'x'.repeat(32), login: 'boss', name: '某某', password: 'Zx7-long-enough-qv' }),
  },
  'activate-account': {
    roles: 'public',
    session: true,
    body: () => ({ token: 'x'.repeat(32), password: 'Zx7-long-enough-qv' }),
  },

  'list-regions': { roles: 'public', query: (spot) => ({ parent: spot.region }) },
  'list-directory': { roles: 'public', query: (spot) => ({ region: spot.region }) },
  'list-policies': { roles: 'public' },
  'list-policy-questions': { roles: 'public', query: (spot) => ({ region: spot.region }) },
  'list-policy-programmes': { roles: 'public', query: (spot) => ({ region: spot.region }) },
  'get-policy': { roles: 'public', on: 'pack' },
  'screen-household': { roles: 'public', body: (spot) => ({ region: spot.region, facts: { members: [{}] } }) },
  'list-urgency-questions': { roles: 'public', query: (spot) => ({ region: spot.region }) },
  'report-in-public': { roles: 'public', body: aReportLike },
  'follow-report': { roles: 'public', body: () => ({ receiptNo: 'BG2026-000000', followCode: 'AAAA-BBBB-CCCC' }) },
  'upload-photo': { roles: 'public', content: { type: 'image/png', text: 'not a picture' } },
  'get-photo': { roles: 'everybody', on: 'photo' },

  'create-report': { roles: REPORTERS, body: (spot) => ({ ...aReportLike(spot), channel: 'window' }) },
  'list-reports': { roles: REPORT_READERS, query: (spot) => ({ search: spot.canary, limit: '100' }), shows: 'names' },
  'list-my-reports': { roles: REPORTERS },
  'get-report': { roles: [...REPORTERS, 'inspector'], on: 'report' },
  'accept-report': { roles: TRIAGE, on: 'report', reach: 'remit', body: stale },
  'merge-report': {
    roles: TRIAGE,
    on: 'report',
    reach: 'remit',
    body: () => ({ intoId: NOBODY, reason: null, expectedVersion: STALE }),
  },
  'close-report': {
    roles: TRIAGE,
    on: 'report',
    reach: 'remit',
    body: () => ({ outcome: 'no-need', ...staleWithReason() }),
  },

  'search-persons': {
    roles: ['village-assistant', ...TOWN_OFFICE, ...COUNTY_BUREAU],
    body: (spot) => ({ name: spot.canary }),
    shows: 'names',
  },
  'get-household': { roles: CASE_READERS, on: 'household' },
  'add-member': { roles: REGISTRARS, on: 'household', body: (spot) => ({ ...aMemberLike(spot), ...stale() }) },
  'correct-relation': {
    roles: REGISTRARS,
    on: 'member',
    body: () => ({ relation: 'child', supportRelation: 'none', ...stale() }),
  },
  'join-household': {
    roles: REGISTRARS,
    on: 'member',
    body: () => ({ relation: 'child', supportRelation: 'none', ...stale() }),
  },
  'remove-member': { roles: REGISTRARS, on: 'member', body: () => ({ on: '2026-03-01', ...staleWithReason() }) },
  'update-person': { roles: REGISTRARS, on: 'person', body: () => ({ phone: null, ...stale() }) },
  'record-circumstance': {
    roles: REGISTRARS,
    on: 'household',
    body: () => ({
      kind: 'other',
      personId: null,
      text: '核对权限',
      amountFen: null,
      occurredOn: null,
      provenance: 'observed',
      provenanceNote: null,
      act: 'initial',
      supersedesId: null,
    }),
  },
  'set-payee-account': {
    roles: REGISTRARS,
    on: 'person',
    body: () => ({ bankName: '农商银行', accountNumber: '9990000000001111', holderName: '户主' }),
  },
  'unmask-person': { roles: REGISTRARS, on: 'person', body: () => ({ field: 'phone', purpose: '核对权限' }) },

  'take-in': { roles: REGISTRARS, body: anIntakeLike },
  'list-my-tasks': { roles: 'everybody' },
  'list-worklist': { roles: CASE_READERS, query: () => ({ limit: '100' }), shows: 'names' },
  'list-cases': { roles: CASE_READERS, query: () => ({ limit: '100' }), shows: 'names' },
  'get-case': { roles: CASE_READERS, on: 'case' },
  'hand-over-case': { roles: HANDERS_OVER, on: 'case', body: () => ({ toPostId: NOBODY, ...staleWithReason() }) },
  'accept-hand-over': { roles: CASE_HANDLERS, on: 'case', body: stale },
  'issue-one-time-notice': {
    roles: CASE_HANDLERS,
    on: 'case',
    body: () => ({
      items: [{ paperId: null, label: '核对权限', why: '核对权限', byWhom: 'applicant' }],
      reissueReason: null,
    }),
  },
  'record-survey': {
    roles: ['village-assistant', 'surveyor', 'social-worker'],
    on: 'case',
    body: () => ({ surveyedOn: '2026-03-01', withWhom: '户主', findings: '核对权限用', photoIds: [] }),
  },
  'close-case': { roles: CLOSERS, on: 'case', body: () => ({ outcome: 'aid', ...staleWithReason() }) },
  'reopen-case': { roles: CLOSERS, on: 'case', body: staleWithReason },
  'assess-case': {
    roles: ['window-clerk', 'township-reviewer', 'county-clerk'],
    on: 'case',
    body: () => ({ urgencyAnswers: {} }),
  },
  'get-assessment': { roles: CASE_READERS, on: 'assessment' },
  'list-assessments': { roles: CASE_READERS, on: 'case' },
  'list-case-facts': { roles: CASE_READERS, on: 'case' },
  'compare-assessments': {
    roles: CASE_READERS,
    on: 'assessment',
    query: (spot) => ({ with: spot.of('assessment') }),
  },
  'replay-assessment': { roles: CASE_READERS, on: 'assessment' },

  // To the asking office itself: refused as unfit.
  'send-referral': {
    roles: REGISTRARS,
    on: 'case',
    body: (spot) => ({ toOfficeId: spot.of('office'), need: '核对权限用' }),
  },
  'list-referrals': { roles: CASE_READERS, query: () => ({ limit: '100' }) },
  'accept-referral': { roles: ANSWERERS, on: 'referral', reach: 'asked', body: stale },
  'return-referral': { roles: ANSWERERS, on: 'referral', reach: 'asked', body: staleWithReason },
  'finish-referral': {
    roles: ANSWERERS,
    on: 'referral',
    reach: 'asked',
    body: () => ({ resultKind: 'none', resultAmountFen: null, resultText: '核对权限', expectedVersion: STALE }),
  },
  'revoke-referral': { roles: REGISTRARS, on: 'referral', reach: 'asking', body: staleWithReason },

  'get-urgent-relief': { roles: CASE_READERS, on: 'case' },
  'propose-grant': {
    roles: PROPOSERS,
    on: 'case',
    // More than any cap.
    body: (spot) => ({
      level: 'village',
      form: 'money',
      amountFen: 90_000_000,
      items: [],
      method: 'cash',
      purpose: '核对权限',
      payeePersonId: spot.of('person'),
      evidenceNumber: null,
      followUp: null,
      emergencyOverride: null,
      stages: [],
    }),
  },
  'approve-grant': {
    roles: 'everybody',
    deciders: APPROVERS,
    on: 'grant',
    body: () => ({ comment: null, expectedVersion: STALE }),
  },
  'refuse-grant': { roles: 'everybody', deciders: APPROVERS, on: 'grant', body: staleWithReason },
  'cancel-grant': { roles: PROPOSERS, on: 'grant', body: staleWithReason },
  'pay-grant': {
    roles: 'everybody',
    deciders: CASHIERS,
    on: 'payment',
    body: () => ({ signedBy: '核对', receiptPhotoId: null, note: null }),
  },
  'hand-up-case': { roles: HANDERS_OVER, on: 'case', body: staleWithReason },
  'fulfil-paper': {
    roles: PAPER_FILERS,
    on: 'paper',
    body: () => ({ note: null, photoIds: [], expectedVersion: STALE }),
  },
  'waive-paper': { roles: WAIVERS, on: 'paper', body: staleWithReason },
  'start-recovery': { roles: WAIVERS, on: 'paper', body: () => ({ amountFen: 1, ...staleWithReason() }) },
  'record-recovered': {
    roles: RECEIVERS,
    on: 'paper',
    body: () => ({ amountFen: 1, receiptNo: 'R-0', expectedVersion: STALE }),
  },
  // Tomorrow's meeting: refused after the permission and before anything is written.
  'record-case-conference': {
    roles: COUNTY_BUREAU,
    on: 'case',
    body: () => aConference({ heldOn: '2999-01-01', conclusion: 'declined', agreedFen: 0 }),
  },
  'record-after-check': {
    roles: ['township-reviewer', 'county-clerk', 'county-approver'],
    on: 'after-check',
    body: () => ({ justified: true, finding: REASON, expectedVersion: STALE }),
  },

  'list-funds': { roles: FUND_READERS, query: () => ({ limit: '100' }) },
  'get-fund': { roles: FUND_READERS, on: 'fund' },
  'list-transfers': { roles: FUND_READERS, on: 'fund' },
  'receive-money': {
    roles: RECEIVERS,
    on: 'fund',
    body: () => ({ source: 'recovery', amountFen: 1, from: '核对权限', voucherNo: 'V-0' }),
  },
  'list-petty-cash': { roles: FUND_READERS, query: () => ({ limit: '100' }) },
  'get-petty-cash': { roles: FUND_READERS, on: 'petty-cash' },
  'request-replenishment': {
    roles: ['township-approver', 'petty-cash-keeper'],
    on: 'petty-cash',
    body: () => ({ amountFen: 90_000_000_000, reason: REASON }),
  },
  'issue-petty-cash': {
    roles: FINANCE,
    on: 'petty-cash',
    body: () => ({ amountFen: 90_000_000_000, requestId: null, voucherNo: 'V-0' }),
  },
  'count-petty-cash': {
    roles: ['petty-cash-keeper'],
    on: 'petty-cash',
    body: () => ({ countedFen: 1, explanation: '核对权限' }),
  },
  'confirm-count': { roles: COUNT_CONFIRMERS, on: 'count', body: stale },
  'list-payments': { roles: FUND_READERS, query: () => ({ limit: '100' }) },
  'check-payment': { roles: FINANCE, on: 'payment', body: stale },
  'replace-payment': { roles: FINANCE, on: 'payment', body: () => ({ useCurrentAccount: true, ...staleWithReason() }) },
  'list-batches': { roles: FUND_READERS, query: () => ({ limit: '100' }) },
  'make-batch': { roles: FINANCE, body: (spot) => ({ fundId: spot.of('fund'), paymentIds: [NOBODY] }) },
  'get-batch': { roles: FUND_READERS, on: 'batch' },
  'check-batch': { roles: FINANCE, on: 'batch', body: stale },
  'cancel-batch': { roles: FINANCE, on: 'batch', body: staleWithReason },
  'export-batch': { roles: FINANCE, on: 'batch' },
  'read-return-file': {
    roles: FINANCE,
    on: 'batch',
    content: { type: 'text/csv', text: `支付单号,金额,处理结果,失败原因\n${NOBODY},0.01,成功,\n` },
  },
  'reconcile-batch': { roles: FINANCE, on: 'batch', body: () => ({ note: null, ...stale() }) },

  'list-offices': { roles: DIRECTORY_READERS, query: () => ({ limit: '100' }) },
  'create-office': {
    roles: ['security-admin'],
    body: () => ({
      name: '核对权限',
      kind: 'school',
      department: null,
      regionCode: '999999999999',
      phone: null,
      address: null,
      openHours: null,
      isPublic: false,
    }),
  },
  'update-office': { roles: ['security-admin'], on: 'office', body: stale },
  'list-posts': { roles: DIRECTORY_READERS, query: () => ({ limit: '100' }) },
  'create-post': {
    roles: ['security-admin'],
    body: () => ({ officeId: NOBODY, role: 'surveyor', title: '核对权限', regionCode: '999999999999' }),
  },
  'update-post': { roles: ['security-admin'], on: 'post', body: stale },
  'assign-post': { roles: ['security-admin'], on: 'post', body: () => ({ a: null, b: [], expectedVersion: STALE }) },
  'list-accounts': { roles: DIRECTORY_READERS, query: () => ({ limit: '100' }) },
  'create-account': { roles: ['system-admin'], body: () => ({ login: 'town.window', name: '重名', phone: null }) },
  'update-account': { roles: ['system-admin'], on: 'account', body: stale },
  'reset-account': { roles: ['system-admin'], on: 'account' },
  'list-absences': { roles: DIRECTORY_READERS },
  'record-absence': {
    roles: 'everybody',
    body: () => ({ fromAt: '2026-03-02T02:00:00Z', toAt: '2026-03-01T02:00:00Z', reason: '核对权限' }),
  },
  'end-absence': { roles: 'everybody', on: 'absence' },
  'list-duty': { roles: DIRECTORY_READERS, query: () => ({ from: '2026-03-01', to: '2026-03-03' }) },
  'add-duty': {
    roles: DUTY_PLANNERS,
    body: () => ({
      officeId: NOBODY,
      accountId: NOBODY,
      startsAt: '2026-03-02T02:00:00Z',
      endsAt: '2026-03-02T03:00:00Z',
      phone: '12800000000',
    }),
  },
  'remove-duty': { roles: DUTY_PLANNERS, on: 'duty' },
  'list-relatives': { roles: REGISTRARS, query: () => ({ limit: '100' }) },
  'file-relative': {
    roles: REGISTRARS,
    body: () => ({ accountId: NOBODY, relation: 'spouse', name: '核对权限', idNumber: '1' }),
  },
  'withdraw-relative': { roles: REGISTRARS, on: 'filing', body: () => ({ reason: REASON }) },
  'list-calendar': { roles: 'everybody' },
  'import-calendar': {
    roles: ['system-admin'],
    on: 'year',
    body: () => ({ source: '核对权限用的来源', offDays: ['1999-01-01'], workDays: [] }),
  },

  'list-policy-packs': { roles: POLICY_READERS, query: (spot) => ({ region: spot.region }) },
  'get-policy-pack': { roles: POLICY_READERS, on: 'local-pack' },
  'list-policy-history': { roles: POLICY_READERS, on: 'local-pack', query: () => ({ target: 'pettyCash.ceiling' }) },
  'list-policy-releases': { roles: POLICY_READERS, query: () => ({ limit: '100' }) },
  'draft-policy-release': { roles: ['county-clerk'], body: () => ({ ...aReleaseLike(), effectiveOn: '2000-01-01' }) },
  'get-policy-release': { roles: POLICY_READERS, on: 'policy-release', reach: 'remit' },
  'edit-policy-release': {
    roles: ['county-clerk'],
    on: 'policy-release',
    reach: 'remit',
    body: () => ({ ...aReleaseLike(), expectedVersion: STALE }),
  },
  'put-policy-change': {
    roles: ['county-clerk'],
    on: 'policy-release',
    reach: 'remit',
    body: () => ({ content: A_CEILING, reason: '核对权限用', replaces: null, expectedVersion: STALE }),
  },
  'remove-policy-change': {
    roles: ['county-clerk'],
    on: 'policy-release-change',
    reach: 'remit',
    body: () => ({ expectedVersion: STALE }),
  },
  'check-policy-change': {
    roles: ['county-clerk'],
    on: 'policy-release',
    reach: 'remit',
    body: () => ({ content: A_CEILING, replaces: null }),
  },
  'test-policy-release': {
    roles: ['county-clerk'],
    on: 'policy-release',
    reach: 'remit',
    body: () => ({ expectedVersion: STALE }),
  },
  'publish-policy-release': { roles: ['county-approver'], on: 'policy-release', reach: 'remit', body: aStepLike },
  'return-policy-release': { roles: ['county-approver'], on: 'policy-release', reach: 'remit', body: aStepLike },
  'abandon-policy-release': { roles: ['county-clerk'], on: 'policy-release', reach: 'remit', body: aStepLike },
  'withdraw-policy-release': { roles: ['county-approver'], on: 'policy-release', reach: 'remit', body: aStepLike },

  'simulate-policy-release': { roles: COUNTY_BUREAU, on: 'policy-release', reach: 'remit', body: () => ({}) },
  'list-redeterminations': { roles: HELD_READERS, query: () => ({ limit: '100' }) },
  // There is one that has not ended.
  'start-redetermination': { roles: COUNTY_BUREAU, body: () => ({ on: '2026-03-01' }) },
  'get-redetermination': { roles: HELD_READERS, on: 'redetermination' },
  'stop-redetermination': { roles: COUNTY_BUREAU, on: 'redetermination', body: stale },
  'resume-redetermination': { roles: COUNTY_BUREAU, on: 'redetermination', body: stale },
  'finish-redetermination': { roles: COUNTY_BUREAU, on: 'redetermination', body: staleWithReason },
  'list-held-items': { roles: HELD_READERS, on: 'redetermination', query: () => ({ limit: '100' }) },
  'explain-held-item': { roles: HELD_READERS, on: 'held-household' },
  'confirm-held-items': { roles: HELD_DECIDERS, on: 'redetermination', body: someHeld },
  'dismiss-held-items': {
    roles: HELD_DECIDERS,
    on: 'redetermination',
    body: (spot) => ({ ...someHeld(spot), reason: REASON }),
  },

  'list-messages': { roles: MESSAGE_READERS, query: () => ({ limit: '100' }) },
  'list-audit': { roles: ['auditor', 'audit-admin'], query: () => ({ limit: '100' }) },
};
