/** State before the first act: nothing is recorded yet. */
export const NONE = 'none';

/** One allowed act: from which states, into which, who may do it, and what else must hold. */
export interface Transition {
  readonly from: readonly string[];
  readonly to: string;
  /** Permissions of the acting post, any of them; `system` is an act of the platform itself (clock, return file). */
  readonly by: readonly string[];
  /** Conditions the use case must check besides the state; each is named so that a test can look for it. */
  readonly holds: readonly string[];
}

export type Machine = Readonly<Record<string, Transition>>;

const APPROVE = ['relief.approve-village', 'relief.approve-township', 'relief.approve-county'] as const;
const PAY = ['relief.pay-village', 'relief.pay-township', 'relief.pay-county'] as const;
const SYSTEM = ['system'] as const;
const MAKE = ['payment.make'] as const;
const CHECK = ['payment.check'] as const;
const RECONCILE = ['payment.reconcile'] as const;
const HANDLE = ['case.handle'] as const;
const RUN = ['redetermination.run'] as const;
const NOT_OWN = ['not-proposer', 'not-surveyor', 'not-signed-before', 'not-relative'] as const;

/**
 * Every change of state there is, in the states the tables store.
 * Signatures and checks that are not the last one change a counter, not the state.
 */
export const transitions = {
  report: {
    receive: { from: ['none'], to: 'received', by: ['report.create'], holds: [] },
    accept: { from: ['received'], to: 'accepted', by: ['report.triage'], holds: ['case-linked'] },
    merge: { from: ['received', 'accepted'], to: 'merged', by: ['report.triage'], holds: ['other-report-given'] },
    close: {
      from: ['received', 'accepted'],
      to: 'closed',
      by: ['report.triage', 'case.close'],
      holds: ['outcome-or-reason', 'reporter-told'],
    },
  },
  case: {
    open: { from: ['none'], to: 'open', by: ['case.create', 'report.triage'], holds: ['responsible-post'] },
    handOver: { from: ['open'], to: 'open', by: ['case.hand-over'], holds: ['receiver-accepts', 'not-relative'] },
    close: {
      from: ['open'],
      to: 'closed',
      by: ['case.close'],
      holds: ['every-matter-ended', 'no-open-paper', 'outcome-or-reason', 'person-told'],
    },
    reopen: {
      from: ['closed'],
      to: 'open',
      by: ['case.close', 'redetermination.decide'],
      holds: ['reason', 'responsible-post'],
    },
  },
  matter: {
    open: { from: ['none'], to: 'open', by: [...HANDLE, 'case.create', 'report.triage'], holds: ['programme-known'] },
    finish: { from: ['open'], to: 'done', by: ['case.close', ...HANDLE], holds: ['result'] },
    refuse: { from: ['open'], to: 'refused', by: ['case.close', ...HANDLE], holds: ['reason'] },
    refer: { from: ['open'], to: 'referred', by: ['case.close', 'case.refer'], holds: ['receiving-office'] },
    cancel: { from: ['open'], to: 'cancelled', by: ['case.close', ...HANDLE], holds: ['reason'] },
    reopen: {
      from: ['done', 'refused', 'referred', 'cancelled'],
      to: 'open',
      by: ['case.close', 'redetermination.decide'],
      holds: ['case-reopened'],
    },
  },
  referral: {
    send: { from: ['none'], to: 'sent', by: ['case.refer'], holds: ['receiving-office', 'due-moment'] },
    accept: { from: ['sent'], to: 'accepted', by: ['referral.answer'], holds: [] },
    return: { from: ['sent', 'accepted'], to: 'returned', by: ['referral.answer'], holds: ['reason'] },
    finish: { from: ['accepted'], to: 'done', by: ['referral.answer'], holds: ['feedback'] },
    revoke: { from: ['sent', 'accepted'], to: 'revoked', by: ['case.refer'], holds: ['reason'] },
  },
  task: {
    open: { from: ['none'], to: 'open', by: SYSTEM, holds: ['owner', 'due-moment', 'legal-basis'] },
    handOver: { from: ['open'], to: 'open', by: ['case.hand-over'], holds: ['owner'] },
    escalate: { from: ['open'], to: 'open', by: SYSTEM, holds: ['overdue', 'superior-told'] },
    finish: { from: ['open'], to: 'done', by: [...HANDLE, 'system'], holds: ['owner-or-substitute'] },
    cancel: { from: ['open'], to: 'cancelled', by: [...HANDLE, 'system'], holds: ['reason'] },
  },
  grant: {
    propose: {
      from: ['none'],
      to: 'proposed',
      by: ['relief.propose'],
      holds: ['ladder-allows', 'not-same-event', 'not-relative'],
    },
    sign: {
      from: ['proposed'],
      to: 'proposed',
      by: APPROVE,
      holds: [...NOT_OWN, 'conference-held', 'more-signatures-needed'],
    },
    approve: {
      from: ['proposed'],
      to: 'approved',
      by: APPROVE,
      holds: [...NOT_OWN, 'conference-held', 'last-signature', 'cap-reserved', 'money-reserved', 'payee-frozen'],
    },
    refuse: { from: ['proposed'], to: 'refused', by: APPROVE, holds: ['reason', 'not-proposer'] },
    cancel: {
      from: ['proposed', 'approved'],
      to: 'cancelled',
      by: ['relief.propose', ...APPROVE],
      holds: ['reason', 'nothing-paid', 'cap-released', 'money-released'],
    },
    payStage: {
      from: ['approved'],
      to: 'approved',
      by: [...PAY, 'system'],
      holds: ['funds-of-the-level', 'stages-left'],
    },
    payLast: {
      from: ['approved'],
      to: 'paid',
      by: [...PAY, 'system'],
      holds: ['funds-of-the-level', 'last-stage', 'papers-opened'],
    },
  },
  paper: {
    owe: { from: ['none'], to: 'due', by: SYSTEM, holds: ['due-moment', 'legal-basis'] },
    fulfil: { from: ['due'], to: 'fulfilled', by: ['relief.papers'], holds: [] },
    waive: { from: ['due'], to: 'waived', by: ['relief.waive'], holds: ['reason', 'not-proposer'] },
    startRecovery: { from: ['due'], to: 'in-recovery', by: ['relief.waive'], holds: ['reason', 'amount-paid'] },
    recover: {
      from: ['in-recovery'],
      to: 'in-recovery',
      by: ['fund.receive'],
      holds: ['money-back-in-fund', 'rest-open'],
    },
    finishRecovery: {
      from: ['in-recovery'],
      to: 'recovered',
      by: ['fund.receive'],
      holds: ['money-back-in-fund', 'whole'],
    },
  },
  payment: {
    order: {
      from: ['none'],
      to: 'ordered',
      by: [...APPROVE, 'payment.make'],
      holds: ['grant-approved', 'payee-frozen'],
    },
    check: { from: ['ordered'], to: 'ordered', by: CHECK, holds: ['not-maker', 'more-checks-needed'] },
    approve: { from: ['ordered'], to: 'approved', by: CHECK, holds: ['not-maker', 'last-check'] },
    cancel: {
      from: ['ordered', 'approved', 'failed'],
      to: 'cancelled',
      by: ['relief.propose', ...APPROVE],
      holds: ['grant-cancelled'],
    },
    batch: { from: ['approved'], to: 'batched', by: MAKE, holds: ['same-fund'] },
    unbatch: { from: ['batched'], to: 'approved', by: MAKE, holds: ['batch-not-exported'] },
    send: { from: ['batched'], to: 'sent', by: MAKE, holds: ['batch-exported'] },
    handOut: { from: ['approved'], to: 'paid', by: PAY, holds: ['signed-receipt', 'funds-of-the-level'] },
    confirm: { from: ['sent'], to: 'paid', by: RECONCILE, holds: ['return-line-matches'] },
    fail: { from: ['sent'], to: 'failed', by: RECONCILE, holds: ['return-line-matches'] },
    replace: { from: ['failed'], to: 'replaced', by: MAKE, holds: ['ordered-again'] },
  },
  batch: {
    make: { from: ['none'], to: 'drafted', by: MAKE, holds: ['not-empty', 'same-fund'] },
    check: { from: ['drafted'], to: 'checked', by: CHECK, holds: ['not-maker'] },
    cancel: { from: ['drafted', 'checked'], to: 'cancelled', by: MAKE, holds: ['reason', 'payments-released'] },
    export: { from: ['checked'], to: 'exported', by: MAKE, holds: ['file-hash-recorded'] },
    readReturn: {
      from: ['exported', 'returned'],
      to: 'returned',
      by: RECONCILE,
      holds: ['file-belongs-to-batch', 'file-not-read-before'],
    },
    reconcile: { from: ['returned'], to: 'reconciled', by: RECONCILE, holds: ['every-line-settled', 'sum-matches'] },
  },
  pettyCashRequest: {
    ask: { from: ['none'], to: 'open', by: ['petty-cash.request'], holds: ['one-open-at-a-time'] },
    issue: { from: ['open'], to: 'issued', by: ['petty-cash.issue'], holds: ['not-asker', 'within-ceiling'] },
    decline: { from: ['open'], to: 'declined', by: ['petty-cash.issue'], holds: ['reason'] },
  },
  policyRelease: {
    draft: { from: ['none'], to: 'draft', by: ['policy.draft'], holds: ['own-place', 'day-to-come'] },
    edit: { from: ['draft', 'tested'], to: 'draft', by: ['policy.draft'], holds: ['own-place', 'newest-revision'] },
    test: {
      from: ['draft'],
      to: 'tested',
      by: ['policy.draft'],
      holds: ['no-mistake', 'every-example', 'same-revision'],
    },
    return: { from: ['tested'], to: 'draft', by: ['policy.publish'], holds: ['reason'] },
    publish: {
      from: ['tested'],
      to: 'scheduled',
      by: ['policy.publish'],
      holds: ['not-author', 'day-to-come', 'tested-on-this-policy'],
    },
    abandon: { from: ['draft', 'tested'], to: 'withdrawn', by: ['policy.draft'], holds: ['reason'] },
    withdraw: { from: ['scheduled'], to: 'withdrawn', by: ['policy.publish'], holds: ['reason', 'day-to-come'] },
    begin: { from: ['scheduled'], to: 'current', by: SYSTEM, holds: ['day-has-come'] },
    supersede: { from: ['current'], to: 'superseded', by: SYSTEM, holds: ['every-change-replaced'] },
  },
  redetermination: {
    start: { from: ['none'], to: 'started', by: RUN, holds: ['own-remit', 'none-open'] },
    cut: { from: ['started'], to: 'computing', by: SYSTEM, holds: ['ranges-cut'] },
    stop: { from: ['started', 'computing'], to: 'stopped', by: [...RUN, 'system'], holds: [] },
    resume: { from: ['stopped'], to: 'started', by: RUN, holds: [] },
    compute: { from: ['computing'], to: 'to-confirm', by: SYSTEM, holds: ['no-open-range'] },
    finish: { from: ['stopped', 'to-confirm'], to: 'finished', by: RUN, holds: ['nobody-held-or-reason'] },
  },
  heldItem: {
    hold: { from: ['none'], to: 'open', by: SYSTEM, holds: ['differs-or-unreadable'] },
    renew: { from: ['open', 'overtaken'], to: 'open', by: SYSTEM, holds: ['newer-revision'] },
    overtake: { from: ['open'], to: 'overtaken', by: SYSTEM, holds: ['newer-revision', 'differs-no-more'] },
    confirm: {
      from: ['open'],
      to: 'confirmed',
      by: ['redetermination.decide'],
      holds: ['same-revision', 'gradual-exit-over', 'not-relative', 'task-opened'],
    },
    dismiss: {
      from: ['open'],
      to: 'dismissed',
      by: ['redetermination.decide', ...RUN],
      holds: ['same-revision', 'reason', 'not-relative'],
    },
  },
} as const satisfies Readonly<Record<string, Machine>>;

export type Transitions = typeof transitions;
export type MachineId = keyof Transitions;
/** Act of a machine, such as `approve` of a grant. */
export type Act<M extends MachineId> = keyof Transitions[M] & string;
/** State of a machine as stored; `none` is never stored. */
export type State<M extends MachineId> = {
  [A in Act<M>]: Transitions[M][A] extends { readonly to: infer To extends string } ? To : never;
}[Act<M>];
export type FromState<M extends MachineId> = State<M> | typeof NONE;

export type ReportState = State<'report'>;
export type CaseState = State<'case'>;
export type MatterState = State<'matter'>;
export type ReferralState = State<'referral'>;
export type TaskState = State<'task'>;
export type GrantState = State<'grant'>;
export type PaperState = State<'paper'>;
export type PaymentState = State<'payment'>;
export type BatchState = State<'batch'>;
export type PettyCashRequestState = State<'pettyCashRequest'>;
export type PolicyReleaseState = State<'policyRelease'>;
