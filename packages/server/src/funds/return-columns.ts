import { refused } from '../platform/refused.ts';

export const RETURN_COLUMNS = ['payment', 'seq', 'batch', 'name', 'account', 'amount', 'result', 'reason'] as const;
export type ReturnColumn = (typeof RETURN_COLUMNS)[number];

/** Names banks give the columns, compared without blanks, width and unit. */
const NAMES: Readonly<Record<ReturnColumn, readonly string[]>> = {
  payment: [
    '支付单号',
    '支付单编号',
    '业务单号',
    '业务编号',
    '订单号',
    '商户订单号',
    '客户流水号',
    'paymentid',
    'paymentno',
  ],
  seq: ['序号', '顺序号', 'no', 'seq'],
  batch: ['批次号', '批号', '批次编号', '批次', 'batch', 'batchno'],
  name: ['收款人姓名', '收款人名称', '收款人', '收款户名', '户名', '姓名', 'name', 'payee'],
  account: ['账号', '帐号', '收款账号', '收款帐号', '收款人账号', '卡号', '银行账号', 'account', 'accountno'],
  amount: ['金额', '交易金额', '发放金额', '实发金额', '入账金额', 'amount'],
  result: ['处理结果', '交易结果', '发放结果', '结果', '状态', '处理状态', '交易状态', '发放状态', 'result', 'status'],
  reason: ['失败原因', '原因', '返回信息', '错误信息', '错误原因', '备注', 'reason', 'message'],
};

export type ReturnHeader = { readonly index: number; readonly columns: ReadonlyMap<ReturnColumn, number> };

/** The first row that names an amount, a result and what identifies the line; banks put titles above it. */
export function findHeader(rows: readonly (readonly string[])[]): ReturnHeader {
  for (const [index, row] of rows.entries()) {
    const columns = columnsOf(row);
    const isIdentified = columns.has('payment') || columns.has('seq');
    if (columns.has('amount') && columns.has('result') && isIdentified) return { index, columns };
  }
  throw refused('FILE_UNREADABLE', { neededColumns: ['支付单号', '金额', '处理结果'] });
}

function columnsOf(row: readonly string[]): Map<ReturnColumn, number> {
  const columns = new Map<ReturnColumn, number>();
  for (const [index, cell] of row.entries()) {
    const name = plainName(cell);
    const column = RETURN_COLUMNS.find((one) => NAMES[one].includes(name));
    if (column && !columns.has(column)) columns.set(column, index);
  }
  return columns;
}

function plainName(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/\(.*?\)|[\s_\-:*]/gu, '')
    .toLowerCase();
}
