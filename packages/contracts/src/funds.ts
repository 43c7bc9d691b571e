import { z } from 'zod';
import {
  AvailableAction,
  CivilDate,
  Done,
  Fen,
  Id,
  Instant,
  PageQuery,
  PositiveFen,
  pageOf,
  plainText,
  Reason,
  RegionCode,
  Version,
} from './primitives.ts';
import { defineRoute } from './route.ts';

export const FUND_KINDS = ['fiscal', 'society', 'donor'] as const;
export const FUND_ACCOUNT_ROLES = ['source', 'available', 'petty-cash', 'reserved', 'spent', 'shortage'] as const;

export const FundAccountView = z.object({
  id: Id,
  role: z.enum(FUND_ACCOUNT_ROLES),
  name: z.string(),
  officeId: Id,
  officeName: z.string(),
  balanceFen: z.int(),
  ceilingFen: Fen.nullable(),
});
export const FundView = z.object({
  id: Id,
  kind: z.enum(FUND_KINDS),
  name: z.string(),
  regionCode: RegionCode,
  officeName: z.string(),
  availableFen: z.int(),
  reservedFen: z.int(),
  spentFen: z.int(),
  receivedFen: z.int(),
  accounts: z.array(FundAccountView),
});
export type FundView = z.infer<typeof FundView>;
export const listFunds = defineRoute({
  id: 'list-funds',
  method: 'GET',
  path: '/funds',
  access: 'fund.read',
  audited: true,
  summary: { zh: '基金账户', en: 'Funds' },
  query: PageQuery.extend({ kind: z.enum(FUND_KINDS).optional() }),
  response: pageOf(FundView),
});
export const getFund = defineRoute({
  id: 'get-fund',
  method: 'GET',
  path: '/funds/{id}',
  access: 'fund.read',
  audited: true,
  summary: { zh: '基金账簿', en: 'A fund' },
  params: z.object({ id: Id }),
  response: FundView,
});

export const TransferView = z.object({
  id: Id,
  at: Instant,
  kind: z.string(),
  fromAccount: z.string(),
  toAccount: z.string(),
  amountFen: Fen,
  memo: z.string(),
  by: z.string(),
  caseNo: z.string().nullable(),
  paymentId: Id.nullable(),
});
export type TransferView = z.infer<typeof TransferView>;
export const listTransfers = defineRoute({
  id: 'list-transfers',
  method: 'GET',
  path: '/funds/{id}/transfers',
  access: 'fund.read',
  audited: true,
  summary: { zh: '资金流水', en: 'Transfers of a fund' },
  params: z.object({ id: Id }),
  query: PageQuery.extend({ accountId: Id.optional() }),
  response: pageOf(TransferView),
});
export const receiveMoney = defineRoute({
  id: 'receive-money',
  method: 'POST',
  path: '/funds/{id}/receipts',
  access: 'fund.receive',
  audited: true,
  summary: { zh: '登记入账（写明来源）', en: 'Record money received, with its source' },
  params: z.object({ id: Id }),
  body: z.object({
    source: z.enum(['government-input', 'collective', 'donation', 'lottery', 'recovery']),
    amountFen: PositiveFen,
    from: plainText(100),
    voucherNo: plainText(60),
  }),
  response: Done,
});

export const PettyCashView = z.object({
  officeId: Id,
  officeName: z.string(),
  regionName: z.string(),
  accountId: Id,
  balanceFen: z.int(),
  reservedFen: z.int(),
  ceilingFen: Fen,
  spentSinceIssueFen: z.int(),
  needsReplenishing: z.boolean(),
  lastCountAt: Instant.nullable(),
  openRequestId: Id.nullable(),
  openRequestFen: Fen.nullable(),
  availableActions: z.array(AvailableAction),
});
export type PettyCashView = z.infer<typeof PettyCashView>;
export const listPettyCash = defineRoute({
  id: 'list-petty-cash',
  method: 'GET',
  path: '/petty-cash',
  access: 'fund.read',
  audited: true,
  summary: { zh: '备用金', en: 'Petty cash of the townships' },
  query: PageQuery,
  response: pageOf(PettyCashView),
});
export const PettyCashLine = z.object({
  at: Instant,
  kind: z.string(),
  words: z.object({ zh: z.string(), en: z.string() }),
  amountFen: z.int(),
  balanceFen: z.int(),
  by: z.string(),
  caseNo: z.string().nullable(),
  memo: z.string(),
});
export const getPettyCash = defineRoute({
  id: 'get-petty-cash',
  method: 'GET',
  path: '/petty-cash/{officeId}',
  access: 'fund.read',
  audited: true,
  summary: { zh: '一个乡镇的备用金台账', en: 'Petty-cash book of a township' },
  params: z.object({ officeId: Id }),
  query: PageQuery,
  response: pageOf(PettyCashLine).extend({
    account: PettyCashView,
    counts: z.array(
      z.object({
        id: Id,
        countedAt: Instant,
        countedFen: Fen,
        bookFen: Fen,
        differenceFen: z.int(),
        countedBy: z.string(),
        confirmedBy: z.string().nullable(),
        explanation: z.string().nullable(),
        version: Version,
      }),
    ),
  }),
});
const OnOffice = z.object({ officeId: Id });
export const requestReplenishment = defineRoute({
  id: 'request-replenishment',
  method: 'POST',
  path: '/petty-cash/{officeId}/requests',
  access: 'petty-cash.request',
  audited: true,
  summary: { zh: '申请补充备用金', en: 'Ask for replenishment' },
  params: OnOffice,
  body: z.object({ amountFen: PositiveFen, reason: Reason }),
  response: Done,
  errors: ['STATE_CONFLICT', 'CAP_EXCEEDED'],
});
export const issuePettyCash = defineRoute({
  id: 'issue-petty-cash',
  method: 'POST',
  path: '/petty-cash/{officeId}/issues',
  access: 'petty-cash.issue',
  audited: true,
  summary: { zh: '拨付备用金', en: 'Issue petty cash' },
  params: OnOffice,
  body: z.object({ amountFen: PositiveFen, requestId: Id.nullable(), voucherNo: plainText(60) }),
  response: Done,
  errors: ['INSUFFICIENT_FUNDS', 'CAP_EXCEEDED', 'STATE_CONFLICT'],
});
export const countPettyCash = defineRoute({
  id: 'count-petty-cash',
  method: 'POST',
  path: '/petty-cash/{officeId}/counts',
  access: 'petty-cash.count',
  audited: true,
  summary: { zh: '备用金盘点', en: 'Stock-take of petty cash' },
  params: OnOffice,
  body: z.object({ countedFen: Fen, explanation: plainText(500).nullable() }),
  response: z.object({ id: Id, bookFen: Fen, differenceFen: z.int() }),
});
export const confirmCount = defineRoute({
  id: 'confirm-count',
  method: 'POST',
  path: '/petty-cash-counts/{id}/confirm',
  access: 'petty-cash.confirm-count',
  audited: true,
  summary: { zh: '复核盘点', en: 'Confirm a stock-take' },
  params: z.object({ id: Id }),
  body: z.object({ expectedVersion: Version }),
  response: Done,
  errors: ['OWN_WORK_BLOCKED', 'STATE_CONFLICT', 'VERSION_CONFLICT'],
});

export const PaymentOrderView = z.object({
  id: Id,
  caseId: Id,
  caseNo: z.string(),
  amountFen: Fen,
  payeeName: z.string(),
  payeeAccountMasked: z.string().nullable(),
  bankName: z.string().nullable(),
  fundId: Id,
  fundName: z.string(),
  method: z.string(),
  state: z.enum(['ordered', 'approved', 'batched', 'sent', 'paid', 'failed', 'cancelled', 'replaced']),
  plannedOn: CivilDate,
  orderedBy: z.string(),
  checksNeeded: z.int(),
  checks: z.array(z.object({ by: z.string(), at: Instant })),
  batchNo: z.string().nullable(),
  failureReason: z.string().nullable(),
  paidAt: Instant.nullable(),
  availableActions: z.array(AvailableAction),
  version: Version,
});
export type PaymentOrderView = z.infer<typeof PaymentOrderView>;
export const listPayments = defineRoute({
  id: 'list-payments',
  method: 'GET',
  path: '/payments',
  access: 'fund.read',
  audited: true,
  summary: { zh: '支付单', en: 'Payment orders' },
  query: PageQuery.extend({
    state: PaymentOrderView.shape.state.optional(),
    method: z.enum(['cash', 'bank', 'kind']).optional(),
  }),
  response: pageOf(PaymentOrderView),
});
export const checkPayment = defineRoute({
  id: 'check-payment',
  method: 'POST',
  path: '/payments/{id}/check',
  access: 'payment.check',
  audited: true,
  summary: { zh: '复核支付单', en: 'Check a payment order' },
  params: z.object({ id: Id }),
  body: z.object({ expectedVersion: Version }),
  response: Done,
  errors: ['OWN_WORK_BLOCKED', 'STATE_CONFLICT', 'VERSION_CONFLICT', 'ALREADY_APPROVED'],
});
export const replacePayment = defineRoute({
  id: 'replace-payment',
  method: 'POST',
  path: '/payments/{id}/replace',
  access: 'payment.make',
  audited: true,
  summary: { zh: '失败后重新发起', en: 'Order a failed payment again' },
  params: z.object({ id: Id }),
  body: z.object({ useCurrentAccount: z.boolean(), reason: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['STATE_CONFLICT', 'VERSION_CONFLICT', 'PAYEE_MISSING'],
});

export const BATCH_STATES = ['drafted', 'checked', 'exported', 'returned', 'reconciled', 'cancelled'] as const;
export const BatchView = z.object({
  id: Id,
  batchNo: z.string(),
  fundName: z.string(),
  state: z.enum(BATCH_STATES),
  count: z.int(),
  totalFen: Fen,
  madeBy: z.string(),
  madeAt: Instant,
  checkedBy: z.string().nullable(),
  fileSha256: z.string().nullable(),
  paidCount: z.int(),
  failedCount: z.int(),
  openCount: z.int(),
  strangeLines: z.int(),
  availableActions: z.array(AvailableAction),
  version: Version,
});
export type BatchView = z.infer<typeof BatchView>;
export const listBatches = defineRoute({
  id: 'list-batches',
  method: 'GET',
  path: '/payment-batches',
  access: 'fund.read',
  audited: true,
  summary: { zh: '发放批次', en: 'Payment batches' },
  query: PageQuery,
  response: pageOf(BatchView),
});
export const makeBatch = defineRoute({
  id: 'make-batch',
  method: 'POST',
  path: '/payment-batches',
  access: 'payment.make',
  audited: true,
  summary: { zh: '生成发放批次', en: 'Make a batch' },
  body: z.object({ fundId: Id, paymentIds: z.array(Id).min(1).max(5000) }),
  response: Done,
  errors: ['BATCH_EMPTY', 'STATE_CONFLICT', 'FUNDS_DO_NOT_MIX'],
});
const OnBatch = z.object({ id: Id });
export const getBatch = defineRoute({
  id: 'get-batch',
  method: 'GET',
  path: '/payment-batches/{id}',
  access: 'fund.read',
  audited: true,
  summary: { zh: '批次明细', en: 'A batch' },
  params: OnBatch,
  response: BatchView.extend({
    payments: z.array(PaymentOrderView),
    returns: z.array(
      z.object({
        id: Id,
        receivedAt: Instant,
        by: z.string(),
        fileSha256: z.string(),
        lines: z.array(
          z.object({
            lineNo: z.int(),
            paymentId: Id.nullable(),
            outcome: z.enum(['success', 'failure', 'duplicate', 'unknown', 'amount-mismatch', 'name-mismatch']),
            amountFen: z.int().nullable(),
            reason: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
});
export const checkBatch = defineRoute({
  id: 'check-batch',
  method: 'POST',
  path: '/payment-batches/{id}/check',
  access: 'payment.check',
  audited: true,
  summary: { zh: '复核批次', en: 'Check a batch' },
  params: OnBatch,
  body: z.object({ expectedVersion: Version }),
  response: Done,
  errors: ['OWN_WORK_BLOCKED', 'STATE_CONFLICT', 'VERSION_CONFLICT'],
});
export const cancelBatch = defineRoute({
  id: 'cancel-batch',
  method: 'POST',
  path: '/payment-batches/{id}/cancel',
  access: 'payment.make',
  audited: true,
  summary: { zh: '撤销批次', en: 'Cancel a batch' },
  params: OnBatch,
  body: z.object({ reason: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['STATE_CONFLICT', 'VERSION_CONFLICT'],
});
export const exportBatch = defineRoute({
  id: 'export-batch',
  method: 'POST',
  path: '/payment-batches/{id}/file',
  access: 'payment.make',
  audited: true,
  summary: { zh: '导出银行文件', en: 'Export the bank file' },
  params: OnBatch,
  response: Done,
  produces: 'text/csv',
  errors: ['STATE_CONFLICT'],
});
export const readReturnFile = defineRoute({
  id: 'read-return-file',
  method: 'POST',
  path: '/payment-batches/{id}/returns',
  access: 'payment.reconcile',
  audited: true,
  summary: { zh: '导入银行回盘', en: 'Read the bank return file' },
  params: OnBatch,
  consumes: ['text/csv'],
  response: z.object({
    success: z.int(),
    failure: z.int(),
    duplicate: z.int(),
    unknown: z.int(),
    mismatch: z.int(),
    stillOpen: z.int(),
    version: Version,
  }),
  errors: ['BATCH_FILE_MISMATCH', 'FILE_ALREADY_READ', 'FILE_UNREADABLE', 'STATE_CONFLICT'],
});
export const reconcileBatch = defineRoute({
  id: 'reconcile-batch',
  method: 'POST',
  path: '/payment-batches/{id}/reconcile',
  access: 'payment.reconcile',
  audited: true,
  summary: { zh: '对账完成', en: 'Reconcile a batch' },
  params: OnBatch,
  body: z.object({ note: plainText(500).nullable(), expectedVersion: Version }),
  response: Done,
  errors: ['STATE_CONFLICT', 'VERSION_CONFLICT'],
});
