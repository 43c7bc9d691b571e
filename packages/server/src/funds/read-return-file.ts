import type { Tx } from '../platform/db/database.ts';
import { emitAll } from '../platform/outbox/emit-all.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import {
  type BatchPayment,
  type BatchRow,
  changeBatch,
  findReturnOf,
  insertReturn,
  lockBatch,
  lockPaymentsOfBatch,
  markFailedByBank,
  markPaidByBank,
} from './batch-store.ts';
import { payeeOf } from './export-batch.ts';
import type { PaymentPaid } from './hand-out-payment.ts';
import { type MatchedLine, matchReturnLines, type ReturnOutcome } from './match-return-lines.ts';
import type { ReturnLine } from './parse-return-file.ts';
import { getSibling } from './queries.ts';
import { addPaidToGrants } from './store.ts';
import { type Mover, transferAll } from './transfer.ts';

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
  throw refused('STATE_CONFLICT', { reason: 'file-already-read', readAt: earlier.received_at });
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

type Settled = { readonly payment: BatchPayment; readonly reason: string | null };

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

async function bookPaid(tx: Tx, paid: readonly BatchPayment[], actor: Mover, now: Date): Promise<void> {
  if (paid.length === 0) return;
  const marked = await markPaidByBank(
    tx,
    paid.map((payment) => payment.id),
    actor.accountId,
    now,
  );
  if (marked !== paid.length) throw refused('STATE_CONFLICT', { wanted: paid.length, sent: marked });
  const grants = await addPaidToGrants(
    tx,
    paid.map(({ grant_id: id, amount_fen }) => ({ id, amount_fen })),
  );
  const states = new Map(grants.map((grant) => [grant.id, grant.state]));
  if (paid.some((payment) => !states.has(payment.grant_id)))
    throw refused('STATE_CONFLICT', { grants: 'not-approved' });
  const spentOf = await spentAccounts(tx, paid);
  await transferAll(
    tx,
    paid.map((payment) => spendOf(payment, spentOf, actor, now)),
  );
  const events = paid.map((payment) => paidEvent(payment, states.get(payment.grant_id) === 'paid'));
  await emitAll(tx, 'payment.paid', events, now);
}

async function spentAccounts(tx: Tx, paid: readonly BatchPayment[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const id of new Set(paid.map((payment) => payment.reserved_account_id)))
    found.set(id, await getSibling(tx, id, 'spent'));
  return found;
}

function spendOf(payment: BatchPayment, spentOf: ReadonlyMap<string, string>, actor: Mover, now: Date) {
  return {
    fundId: payment.fund_id,
    fromAccountId: payment.reserved_account_id,
    toAccountId: spentOf.get(payment.reserved_account_id) ?? '',
    amountFen: payment.amount_fen,
    kind: 'spend',
    regionCode: payment.region_code,
    caseId: payment.case_id,
    grantId: payment.grant_id,
    paymentId: payment.id,
    memo: '银行发放成功',
    actor,
    now,
  } as const;
}

function paidEvent(payment: BatchPayment, grantPaid: boolean): PaymentPaid {
  return {
    paymentId: payment.id,
    grantId: payment.grant_id,
    caseId: payment.case_id,
    regionCode: payment.region_code,
    method: payment.method,
    amountFen: payment.amount_fen,
    grantPaid,
  };
}

/** The money stays set aside until the payment is ordered again or the grant is called off. */
async function bookFailed(tx: Tx, failed: readonly Settled[], now: Date): Promise<void> {
  if (failed.length === 0) return;
  const rows = failed.map(({ payment, reason }) => ({ id: payment.id, reason: reason ?? '银行未说明原因' }));
  const marked = await markFailedByBank(tx, rows);
  if (marked !== failed.length) throw refused('STATE_CONFLICT', { wanted: failed.length, sent: marked });
  const events = failed.map(({ payment }) => ({
    paymentId: payment.id,
    grantId: payment.grant_id,
    caseId: payment.case_id,
    amountFen: payment.amount_fen,
  }));
  await emitAll(tx, 'payment.failed', events, now);
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
