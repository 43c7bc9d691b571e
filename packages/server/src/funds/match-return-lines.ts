import type { ReturnLine } from './parse-return-file.ts';

export const RETURN_OUTCOMES = [
  'success',
  'failure',
  'duplicate',
  'unknown',
  'amount-mismatch',
  'name-mismatch',
] as const;
export type ReturnOutcome = (typeof RETURN_OUTCOMES)[number];

/** A payment of the batch as it was sent to the bank; `isOpen` until a return file settled it. */
export type SentPayment = {
  readonly paymentId: string;
  readonly amountFen: number;
  readonly payeeName: string;
  readonly account: string;
  readonly isOpen: boolean;
};
export type MatchedLine = {
  readonly lineNo: number;
  /** Null when the line belongs to no payment of this batch. */
  readonly paymentId: string | null;
  readonly outcome: ReturnOutcome;
  readonly amountFen: number | null;
  readonly reason: string | null;
};

/**
 * Lays a return file beside the batch it answers. Only a line that names one open payment with its exact amount and
 * payee, and that no other line contradicts, settles it; everything else is kept to be looked at and books nothing.
 */
export function matchReturnLines(
  batchNo: string,
  sent: readonly SentPayment[],
  lines: readonly ReturnLine[],
): MatchedLine[] {
  const byId = new Map(sent.map((payment) => [payment.paymentId, payment]));
  const found = lines.map((line) => ({ line, payment: paymentOf(line, batchNo, sent, byId) }));
  const groups = Map.groupBy(found, ({ payment }) => payment);
  const seen = new Set<SentPayment>();
  return found.map(({ line, payment }) => {
    if (!payment) return matched(line, null, 'unknown', unknownReason(line, batchNo));
    const alike = groups.get(payment) ?? [];
    const isRepeated = seen.has(payment);
    seen.add(payment);
    if (!payment.isOpen) return matched(line, payment, 'duplicate', '该笔先前的回盘已有结果');
    if (alike.some((other) => contradicts(other.line, line)))
      return matched(line, payment, 'duplicate', '同一笔有互相矛盾的多行');
    if (isRepeated) return matched(line, payment, 'duplicate', '同一文件中的重复行');
    return judge(line, payment);
  });
}

/** A masked account that shows less says nothing. */
const MIN_VISIBLE_DIGITS = 4;

function judge(line: ReturnLine, payment: SentPayment): MatchedLine {
  if (line.amountFen !== payment.amountFen) return matched(line, payment, 'amount-mismatch', line.reason);
  if (line.name !== null && !isSameName(line.name, payment.payeeName))
    return matched(line, payment, 'name-mismatch', line.reason);
  if (line.account !== null && !isSameAccount(line.account, payment.account)) {
    return matched(line, payment, 'name-mismatch', '账号不符');
  }
  if (line.result === null) return matched(line, payment, 'unknown', `结果无法识别：${line.resultText}`);
  return matched(line, payment, line.result, line.reason);
}

function matched(
  line: ReturnLine,
  payment: SentPayment | null,
  outcome: ReturnOutcome,
  reason: string | null,
): MatchedLine {
  return { lineNo: line.lineNo, paymentId: payment?.paymentId ?? null, outcome, amountFen: line.amountFen, reason };
}

/** By the number of the payment; where a bank drops it, by the line number of the file it was sent. */
function paymentOf(
  line: ReturnLine,
  batchNo: string,
  sent: readonly SentPayment[],
  byId: ReadonlyMap<string, SentPayment>,
) {
  if (line.batchNo !== null && line.batchNo !== batchNo) return undefined;
  if (line.paymentId !== null) return byId.get(line.paymentId);
  // A bare line number would also fit the file of another batch with the same amounts.
  const isCorroborated = line.batchNo !== null || line.name !== null || line.account !== null;
  return line.seq === null || !isCorroborated ? undefined : sent[line.seq - 1];
}

function unknownReason(line: ReturnLine, batchNo: string): string {
  return line.batchNo !== null && line.batchNo !== batchNo ? '属于其他批次' : '本批次没有这笔支付单';
}

function contradicts(one: ReturnLine, other: ReturnLine): boolean {
  return (
    one.result !== other.result ||
    one.amountFen !== other.amountFen ||
    one.name !== other.name ||
    one.account !== other.account
  );
}

function isSameName(returned: string, sent: string): boolean {
  const given = [...plain(returned)];
  const expected = [...plain(sent)];
  // Banks mask names: 张*三.
  return (
    given.length === expected.length &&
    given.every((character, index) => character === '*' || character === expected[index])
  );
}

function isSameAccount(returned: string, sent: string): boolean {
  const given = plain(returned);
  const expected = plain(sent);
  if (!given.includes('*')) return given === expected;
  const [head = '', tail = ''] = [given.slice(0, given.indexOf('*')), given.slice(given.lastIndexOf('*') + 1)];
  return tail.length >= MIN_VISIBLE_DIGITS && expected.startsWith(head) && expected.endsWith(tail);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s'\u0000-\u001F\u200B-\u200F\uFEFF·•-]/gu, '')
    .toUpperCase();
}
