import type { Words } from '@yimen/contracts';

/** Lines of the petty-cash book. */
export const BOOK_WORDS: Readonly<Record<string, Words>> = {
  issue: { zh: '县级拨付', en: 'Issued by the county' },
  'return-issue': { zh: '缴回县级', en: 'Returned to the county' },
  spend: { zh: '救助支出', en: 'Paid out as aid' },
  shortage: { zh: '盘点短少', en: 'Shortage found by counting' },
  surplus: { zh: '盘点长余', en: 'Surplus found by counting' },
  refund: { zh: '退款', en: 'Refund' },
  recovery: { zh: '追回款', en: 'Recovered money' },
};

export const ACT_WORDS = {
  'check-payment': { zh: '复核', en: 'Check' },
  'replace-payment': { zh: '重新发起', en: 'Order again' },
  'check-batch': { zh: '复核批次', en: 'Check batch' },
  'cancel-batch': { zh: '撤销批次', en: 'Cancel batch' },
  'export-batch': { zh: '导出银行文件', en: 'Export bank file' },
  'read-return-file': { zh: '导入银行回盘', en: 'Read return file' },
  'reconcile-batch': { zh: '对账完成', en: 'Reconcile' },
  'request-replenishment': { zh: '申请补充', en: 'Ask for replenishment' },
  'issue-petty-cash': { zh: '拨付', en: 'Issue' },
  'count-petty-cash': { zh: '盘点', en: 'Count' },
  'confirm-count': { zh: '复核盘点', en: 'Confirm count' },
} as const satisfies Readonly<Record<string, Words>>;
export type FundAct = keyof typeof ACT_WORDS;

export const BLOCKED = {
  own: {
    zh: '提出、审批、下达或制作过此事项的人不能复核',
    en: 'Who proposed, approved, ordered or made it cannot check it',
  },
  ownCount: { zh: '盘点人不能复核自己的盘点', en: 'Who counted cannot confirm the count' },
  ownRequest: { zh: '申请人不能自己拨付', en: 'Who asked cannot issue' },
  checked: { zh: '您已复核过', en: 'You have checked it already' },
  requestOpen: { zh: '已有一份待办申请', en: 'A request is open already' },
  open: { zh: '还有未回盘或未说明的支付单', en: 'Some payments are not settled yet' },
} as const satisfies Readonly<Record<string, Words>>;
