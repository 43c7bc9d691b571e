import { createHash } from 'node:crypto';
import { csvCell } from './safe-cell.ts';

export type BankFileLine = {
  readonly paymentId: string;
  readonly payeeName: string;
  readonly bankName: string;
  readonly account: string;
  readonly amountFen: number;
};

export const BANK_FILE_COLUMNS = [
  '序号',
  '批次号',
  '收款人姓名',
  '开户银行',
  '账号',
  '金额(元)',
  '摘要',
  '支付单号',
] as const;

/**
 * The file a bank pays from, in the common form of one-card payments (一卡通): see docs/bank-file.md. The same lines
 * give the same bytes, so that a second download can be compared with the first.
 */
export function writeBankFile(batchNo: string, lines: readonly BankFileLine[]): Buffer {
  const rows = lines.map((line, index) => [
    String(index + 1),
    batchNo,
    line.payeeName,
    line.bankName,
    line.account,
    yuan(line.amountFen),
    `急难救助${batchNo}`,
    line.paymentId,
  ]);
  const text = [[...BANK_FILE_COLUMNS], ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n');
  return Buffer.from(`\uFEFF${text}\r\n`, 'utf8');
}

export function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** 160000 → 1600.00: no separators, whatever the locale of the machine. */
function yuan(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
