/** State before the first act: nothing is recorded yet. */
export const NONE = 'none';

/** One allowed act: from which states, into which, who may do it, and what else must hold. */
export interface Transition {
  readonly from: readonly string[];
  readonly to: string;
  /** Permission of the acting post; `clock` and `bank` are acts of the system itself. */
  readonly by: string;
  /** Conditions the use case must check besides the state; each is named so that a test can look for it. */
  readonly holds: readonly string[];
}

export type Machine = Readonly<Record<string, Transition>>;

/** Every change of state there is. No other code decides whether a state may follow another. */
export const transitions = {
  report: {
    receive: { from: ['none'], to: 'received', by: 'report.create', holds: [] },
    accept: { from: ['received'], to: 'accepted', by: 'report.triage', holds: ['case-linked'] },
    merge: { from: ['received', 'accepted'], to: 'merged', by: 'report.triage', holds: ['other-report-given'] },
    close: {
      from: ['received', 'accepted'],
      to: 'closed',
      by: 'report.triage',
      holds: ['outcome-or-reason', 'reporter-told'],
    },
  },
  case: {
    open: { from: ['none'], to: 'open', by: 'case.create', holds: ['responsible-post'] },
    handOver: { from: ['open'], to: 'open', by: 'case.hand-over', holds: ['receiver-accepts', 'not-relative'] },
    close: {
      from: ['open'],
      to: 'closed',
      by: 'case.close',
      holds: ['every-matter-ended', 'no-open-paper-duty', 'outcome-or-reason', 'person-told'],
    },
    reopen: { from: ['closed'], to: 'open', by: 'case.handle', holds: ['new-fact', 'responsible-post'] },
  },
  matter: {
    open: { from: ['none'], to: 'open', by: 'case.handle', holds: ['programme-known'] },
    refer: { from: ['open'], to: 'referred', by: 'case.refer', holds: ['receiving-office', 'due-moment'] },
    acceptReferral: { from: ['referred'], to: 'accepted', by: 'referral.answer', holds: [] },
    returnReferral: { from: ['referred', 'accepted'], to: 'open', by: 'referral.answer', holds: ['reason'] },
    revokeReferral: { from: ['referred', 'accepted'], to: 'open', by: 'case.refer', holds: ['reason'] },
    answerReferral: { from: ['accepted'], to: 'done', by: 'referral.answer', holds: ['feedback'] },
    finish: { from: ['open'], to: 'done', by: 'case.handle', holds: ['result'] },
    withdraw: { from: ['open'], to: 'withdrawn', by: 'case.handle', holds: ['reason'] },
  },
  grant: {
    propose: {
      from: ['none'],
      to: 'proposed',
      by: 'relief.propose',
      holds: ['ladder-allows', 'not-same-event', 'not-relative'],
    },
    signPartly: {
      from: ['proposed', 'partly-approved'],
      to: 'partly-approved',
      by: 'relief.approve',
      holds: ['not-proposer', 'not-surveyor', 'not-signed-before', 'not-relative', 'more-signatures-needed'],
    },
    approve: {
      from: ['proposed', 'partly-approved'],
      to: 'approved',
      by: 'relief.approve',
      holds: [
        'not-proposer',
        'not-surveyor',
        'not-signed-before',
        'not-relative',
        'last-signature',
        'cap-reserved',
        'payee-frozen',
      ],
    },
    refuse: { from: ['proposed', 'partly-approved'], to: 'refused', by: 'relief.approve', holds: ['reason', 'clause'] },
    cancel: {
      from: ['proposed', 'partly-approved', 'approved'],
      to: 'cancelled',
      by: 'relief.propose',
      holds: ['reason', 'nothing-paid', 'cap-released'],
    },
    payStage: {
      from: ['approved', 'partly-paid'],
      to: 'partly-paid',
      by: 'relief.pay',
      holds: ['funds-of-the-level', 'stages-left'],
    },
    payLast: {
      from: ['approved', 'partly-paid'],
      to: 'paid',
      by: 'relief.pay',
      holds: ['funds-of-the-level', 'last-stage'],
    },
    stopRest: { from: ['partly-paid'], to: 'paid', by: 'relief.approve', holds: ['reason', 'cap-released'] },
    openPapers: { from: ['paid'], to: 'papers-due', by: 'clock', holds: ['duties-with-due-moment'] },
    fulfilPapers: { from: ['papers-due'], to: 'fulfilled', by: 'relief.papers', holds: ['every-duty-met'] },
    waivePapers: {
      from: ['papers-due', 'in-recovery'],
      to: 'waived',
      by: 'relief.waive',
      holds: ['reason', 'not-proposer'],
    },
    startRecovery: {
      from: ['papers-due'],
      to: 'in-recovery',
      by: 'relief.waive',
      holds: ['overdue-or-untrue', 'reason'],
    },
    finishRecovery: { from: ['in-recovery'], to: 'recovered', by: 'relief.pay', holds: ['money-back-in-fund'] },
  },
  payment: {
    order: { from: ['none'], to: 'ordered', by: 'payment.make', holds: ['grant-approved', 'payee-frozen'] },
    approve: { from: ['ordered'], to: 'approved', by: 'payment.check', holds: ['not-maker', 'checks-complete'] },
    cancel: { from: ['ordered', 'approved'], to: 'cancelled', by: 'payment.make', holds: ['reason', 'not-in-batch'] },
    batch: { from: ['approved'], to: 'batched', by: 'payment.make', holds: ['same-fund'] },
    unbatch: { from: ['batched'], to: 'approved', by: 'payment.make', holds: ['batch-not-exported'] },
    send: { from: ['batched'], to: 'sent', by: 'payment.make', holds: ['batch-exported'] },
    payCash: { from: ['approved'], to: 'paid', by: 'relief.pay', holds: ['signed-receipt', 'funds-of-the-level'] },
    confirm: { from: ['sent'], to: 'paid', by: 'bank', holds: ['return-line-matches'] },
    fail: { from: ['sent'], to: 'failed', by: 'bank', holds: ['return-line-matches', 'money-back-in-fund'] },
    reorder: { from: ['failed'], to: 'ordered', by: 'payment.make', holds: ['payee-corrected'] },
  },
  batch: {
    draft: { from: ['none'], to: 'drafted', by: 'payment.make', holds: ['not-empty', 'same-fund'] },
    discard: { from: ['drafted'], to: 'discarded', by: 'payment.make', holds: ['payments-released'] },
    check: { from: ['drafted'], to: 'checked', by: 'payment.check', holds: ['not-maker', 'checks-complete'] },
    sendBack: { from: ['checked'], to: 'drafted', by: 'payment.check', holds: ['reason', 'not-exported'] },
    export: { from: ['checked'], to: 'exported', by: 'payment.make', holds: ['file-hash-recorded'] },
    return: { from: ['exported'], to: 'returned', by: 'payment.reconcile', holds: ['file-belongs-to-batch'] },
    addReturn: {
      from: ['returned'],
      to: 'returned',
      by: 'payment.reconcile',
      holds: ['file-belongs-to-batch', 'lines-open'],
    },
    reconcile: {
      from: ['returned'],
      to: 'reconciled',
      by: 'payment.reconcile',
      holds: ['every-line-settled', 'sum-matches'],
    },
  },
  task: {
    open: { from: ['none'], to: 'open', by: 'clock', holds: ['owner', 'due-moment', 'legal-basis'] },
    handOver: { from: ['open', 'paused'], to: 'open', by: 'case.hand-over', holds: ['owner'] },
    pause: { from: ['open'], to: 'paused', by: 'case.handle', holds: ['reason'] },
    resume: { from: ['paused'], to: 'open', by: 'case.handle', holds: ['due-moment'] },
    escalate: { from: ['open'], to: 'open', by: 'clock', holds: ['overdue', 'superior-told'] },
    finish: { from: ['open'], to: 'done', by: 'case.handle', holds: ['owner-or-substitute'] },
    cancel: { from: ['open', 'paused'], to: 'cancelled', by: 'case.handle', holds: ['reason'] },
  },
} as const satisfies Readonly<Record<string, Machine>>;

export type Transitions = typeof transitions;
export type MachineId = keyof Transitions;
type StartState = typeof NONE;
type ActsOf<M extends MachineId> = Transitions[M];
/** Act of a machine, such as `approve` of a grant. */
export type Act<M extends MachineId> = keyof ActsOf<M> & string;
/** State of a machine as stored; `none` is never stored. */
export type State<M extends MachineId> = {
  [A in Act<M>]: ActsOf<M>[A] extends { readonly to: infer To extends string } ? To : never;
}[Act<M>];

export type ReportStatus = State<'report'>;
export type CaseStatus = State<'case'>;
export type MatterStatus = State<'matter'>;
export type GrantStatus = State<'grant'>;
export type PaymentStatus = State<'payment'>;
export type BatchStatus = State<'batch'>;
export type TaskStatus = State<'task'>;
export type FromState<M extends MachineId> = State<M> | StartState;
