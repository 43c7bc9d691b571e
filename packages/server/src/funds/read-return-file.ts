import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { type BatchPayment, type BatchRow, changeBatch, lockBatch, lockPaymentsOfBatch } from './batch-store.ts';
import { bookFailed, bookPaid, type Settled } from './book-return.ts';
import { payeeOf } from './export-batch.ts';
import { type MatchedLine, matchReturnLines, type ReturnOutcome } from './match-return-lines.ts';
import type { ReturnLine } from './parse-return-file.ts';
import { findReturnOf, insertReturn } from './return-store.ts';
import type { Mover } from './transfer.ts';

export type ReturnFile = {
  readonly batchId: string;
  readonly lines: readonly ReturnLine[];
  readonly sha256: Buffer;
  readonly now: Date;
};
export type ReturnRead = {
  readonly success: number;
  readonly failure: number;
  readonly duplicate: number;
  readonly unknown: number;
  readonly mismatch: number;
  readonly stillOpen: number;
  readonly version: number;
};

/** Books what the bank paid, frees nothing of what it refused, and keeps every strange line without touching money. */
export async function readReturnFile(
  tx: Tx,
  services: Pick<Services, 'vault'>,
  actor: Mover,
  file: ReturnFile,
): Promise<ReturnRead> {
  const batch = await lockBatch(tx, file.batchId);
  if (!batch) throw refused('NOT_FOUND');
  await refuseReadBefore(tx, batch, file.sha256);
  if (batch.state !== 'exported' && batch.state !== 'returned') throw refused('STATE_CONFLICT', { state: batch.state });
  const payments = await lockPaymentsOfBatch(tx, batch.id);
  const lines = matchReturnLines(
    batch.batch_no,
    payments.map((payment) => sentPayment(services, payment)),
    file.lines,
  );
  if (lines.every((line) => line.paymentId === null)) {
    throw refused('BATCH_FILE_MISMATCH', {
      batchNo: batch.batch_no,
      lines: lines.length,
      batchesInFile: batchesIn(file.lines),
    });
  }
  await insertReturn(tx, { batch, fileSha256: file.sha256, receivedBy: actor.accountId, now: file.now, lines });
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const paid = pick(lines, byId, 'success').map(({ payment }) => payment);
  const failed = pick(lines, byId, 'failure');
  await bookPaid(tx, paid, actor, file.now);
  await bookFailed(tx, failed, file.now);
  const version = await changeBatch(tx, batch, { state: 'returned' });
  const open = payments.filter((payment) => payment.state === 'sent').length;
  return { ...countLines(lines), stillOpen: open - paid.length - failed.length, version };
}

async function refuseReadBefore(tx: Tx, batch: BatchRow, fileSha256: Buffer): Promise<void> {
  const earlier = await findReturnOf(tx, fileSha256);
  if (!earlier) return;
  if (earlier.batch_id !== batch.id) throw refused('BATCH_FILE_MISMATCH', { batchNo: batch.batch_no });
  throw refused('FILE_ALREADY_READ', { batchNo: batch.batch_no, readAt: earlier.received_at });
}

function sentPayment({ vault }: Pick<Services, 'vault'>, payment: BatchPayment) {
  const payee = payeeOf(vault, payment);
  const isOpen = payment.state === 'sent';
  return {
    paymentId: payment.id,
    amountFen: payment.amount_fen,
    payeeName: payee.name,
    account: payee.account,
    isOpen,
  };
}

function pick(
  lines: readonly MatchedLine[],
  byId: ReadonlyMap<string, BatchPayment>,
  outcome: ReturnOutcome,
): Settled[] {
  return lines
    .filter((line) => line.outcome === outcome)
    .flatMap((line) => {
      const payment = line.paymentId === null ? undefined : byId.get(line.paymentId);
      return payment ? [{ payment, reason: line.reason }] : [];
    });
}

function countLines(lines: readonly MatchedLine[]) {
  const count = (...outcomes: ReturnOutcome[]) => lines.filter((line) => outcomes.includes(line.outcome)).length;
  return {
    success: count('success'),
    failure: count('failure'),
    duplicate: count('duplicate'),
    unknown: count('unknown'),
    mismatch: count('amount-mismatch', 'name-mismatch'),
  };
}

function batchesIn(lines: readonly ReturnLine[]): string[] {
  return [...new Set(lines.flatMap((line) => line.batchNo ?? []))].slice(0, 5);
}
