import type { Done } from '@yimen/contracts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import type { Doer } from '../platform/stand-ins.ts';
import { insertBatch, lockPayments, nextBatchNumber, putIntoBatch } from './batch-store.ts';
import { findFund } from './queries.ts';
import { refuseOwnPayments, refuseRelativesMoney } from './refuse-own-work.ts';

export type BatchWanted = { readonly fundId: string; readonly paymentIds: readonly string[]; readonly now: Date };
type Candidate = Awaited<ReturnType<typeof lockPayments>>[number];

/** Puts approved bank payments of one fund, due by today, into one batch; a payment is in one live batch only. */
export async function makeBatch(tx: Tx, actor: Doer, wanted: BatchWanted): Promise<Done> {
  const ids = [...new Set(wanted.paymentIds)];
  const today = civilDate(wanted.now);
  const fund = await findFund(tx, wanted.fundId);
  const payments = await lockPayments(tx, ids);
  if (!fund || payments.length !== ids.length) throw refused('NOT_FOUND');
  refuseUnfit(payments, fund.id, today);
  await refuseOwnPayments(tx, ids, actor);
  await refuseRelativesMoney(tx, ids, actor);
  const id = await insertBatch(tx, {
    batchNo: await nextBatchNumber(tx, today),
    fund,
    count: payments.length,
    totalFen: payments.reduce((sum, payment) => sum + payment.amount_fen, 0),
    madeBy: actor,
    now: wanted.now,
  });
  const count = await putIntoBatch(tx, id, ids, today);
  if (count !== payments.length) throw refused('STATE_CONFLICT', { wanted: payments.length, ready: count });
  return { id, version: 1 };
}

function refuseUnfit(payments: readonly Candidate[], fundId: string, today: string): void {
  const foreign = payments.filter((payment) => payment.fund_id !== fundId);
  if (foreign.length > 0) throw refused('FUNDS_DO_NOT_MIX', { payments: shown(foreign) });
  const unfit = payments.filter((payment) => !isReady(payment, today));
  if (unfit.length === payments.length) throw refused('BATCH_EMPTY', { payments: shown(unfit) });
  if (unfit.length > 0) throw refused('STATE_CONFLICT', { payments: shown(unfit) });
}

function isReady(payment: Candidate, today: string): boolean {
  return (
    payment.state === 'approved' &&
    payment.method === 'bank' &&
    payment.batch_id === null &&
    payment.planned_on <= today
  );
}

function shown(payments: readonly Candidate[]) {
  return payments
    .slice(0, 20)
    .map(({ id, state, method, planned_on: plannedOn }) => ({ id, state, method, plannedOn }));
}
