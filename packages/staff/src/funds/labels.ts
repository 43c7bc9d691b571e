import { defineText } from '@yimen/ui';

/** Words of the closed sets of contracts/funds. A key that is missing is a type error where it is used. */
export const fundKindText = defineText({
  zh: { fiscal: '财政资金', society: '村级互助社资金', donor: '社会捐赠资金' },
  en: { fiscal: 'State funds', society: 'Village mutual-aid funds', donor: 'Donated funds' },
});

export const accountRoleText = defineText({
  zh: {
    source: '来源（累计投入）',
    available: '可用',
    'petty-cash': '备用金',
    reserved: '已预留',
    spent: '已支出',
    shortage: '盘点短少',
  },
  en: {
    source: 'Source (given in all)',
    available: 'Available',
    'petty-cash': 'Petty cash',
    reserved: 'Reserved',
    spent: 'Spent',
    shortage: 'Shortages',
  },
});

export const receiptSourceText = defineText({
  zh: {
    'government-input': '财政投入',
    collective: '村集体投入',
    donation: '社会捐赠',
    lottery: '福彩公益金',
    recovery: '追回款',
  },
  en: {
    'government-input': 'State budget',
    collective: 'Village collective',
    donation: 'Donation',
    lottery: 'Welfare lottery',
    recovery: 'Recovered money',
  },
});

export const transferKindText = defineText({
  zh: {
    receipt: '入账',
    issue: '拨付备用金',
    'return-issue': '缴回备用金',
    reserve: '预留',
    release: '释放预留',
    spend: '支出',
    refund: '退款',
    recovery: '追回',
    shortage: '盘点短少',
    surplus: '盘点长余',
  },
  en: {
    receipt: 'Received',
    issue: 'Petty cash issued',
    'return-issue': 'Petty cash returned',
    reserve: 'Reserved',
    release: 'Reservation released',
    spend: 'Spent',
    refund: 'Refunded',
    recovery: 'Recovered',
    shortage: 'Shortage',
    surplus: 'Surplus',
  },
});

export const paymentStateText = defineText({
  zh: {
    ordered: '待复核',
    approved: '待发放',
    batched: '已入批次',
    sent: '已送银行',
    paid: '已发放',
    failed: '发放失败',
    cancelled: '已取消',
    replaced: '已重新发起',
  },
  en: {
    ordered: 'To be checked',
    approved: 'Ready to pay',
    batched: 'In a batch',
    sent: 'At the bank',
    paid: 'Paid',
    failed: 'Failed',
    cancelled: 'Cancelled',
    replaced: 'Ordered again',
  },
});

export const paymentMethodText = defineText({
  zh: { bank: '银行转账', cash: '现金', kind: '物资' },
  en: { bank: 'Bank transfer', cash: 'Cash', kind: 'Goods' },
});

export const batchStateText = defineText({
  zh: {
    drafted: '待复核',
    checked: '待导出',
    exported: '待回盘',
    returned: '待对账',
    reconciled: '已对账',
    cancelled: '已撤销',
  },
  en: {
    drafted: 'To be checked',
    checked: 'To be exported',
    exported: 'Awaiting the bank',
    returned: 'To be reconciled',
    reconciled: 'Reconciled',
    cancelled: 'Cancelled',
  },
});

export const returnOutcomeText = defineText({
  zh: {
    success: '成功',
    failure: '失败',
    duplicate: '重复',
    unknown: '查无此单',
    'amount-mismatch': '金额不符',
    'name-mismatch': '户名不符',
  },
  en: {
    success: 'Paid',
    failure: 'Failed',
    duplicate: 'Duplicate',
    unknown: 'Unknown order',
    'amount-mismatch': 'Other amount',
    'name-mismatch': 'Other name',
  },
});
