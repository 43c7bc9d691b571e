import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { type BatchPayment, changeBatch, lockBatch, lockPaymentsOfBatch, markSent } from './batch-store.ts';
import { openPayee } from './payee-snapshot.ts';
import { sha256, writeBankFile } from './write-bank-file.ts';

export type BankFile = {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly sha256: Buffer;
  readonly count: number;
};

/** Writes the file for the bank. The first export sends the payments; every later one must give the same bytes. */
export async function exportBatch(
  tx: Tx,
  services: Pick<Services, 'vault'>,
  batchId: string,
  now: Date,
): Promise<BankFile> {
  const batch = await lockBatch(tx, batchId);
  if (!batch) throw refused('NOT_FOUND');
  if (batch.state === 'drafted' || batch.state === 'cancelled') throw refused('STATE_CONFLICT', { state: batch.state });
  const payments = await lockPaymentsOfBatch(tx, batch.id);
  const bytes = writeBankFile(
    batch.batch_no,
    payments.map((payment) => lineOf(services, payment)),
  );
  const digest = sha256(bytes);
  if (batch.state === 'checked') {
    const sent = await markSent(tx, batch.id);
    if (sent !== batch.count) throw new Error(`batch ${batch.id} holds ${sent} of ${batch.count} payments`);
    await changeBatch(tx, batch, { state: 'exported', exported_at: now, file_sha256: digest });
  } else if (!batch.file_sha256?.equals(digest)) {
    throw new Error(`the bank file of batch ${batch.id} is no longer the one that was sent`);
  }
  return { bytes, fileName: `${batch.batch_no}.csv`, sha256: digest, count: payments.length };
}

function lineOf({ vault }: Pick<Services, 'vault'>, payment: BatchPayment) {
  const payee = payeeOf(vault, payment);
  return {
    paymentId: payment.id,
    payeeName: payee.name,
    bankName: payee.bankName,
    account: payee.account,
    amountFen: payment.amount_fen,
  };
}

export function payeeOf(vault: Services['vault'], payment: BatchPayment) {
  if (!payment.payee_snapshot_encrypted) throw new Error(`bank payment ${payment.id} has no payee`);
  return openPayee(vault, 'payment', payment.id, payment.payee_snapshot_encrypted);
}
