import type {
  BatchView,
  getBatch as batchContract,
  PaymentOrderView,
  PettyCashView,
  getPettyCash as pettyCashContract,
  ResponseOf,
} from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { batchActions, boxActions, paymentActions } from './available-actions.ts';
import {
  type BatchRowShown,
  findBatchRow,
  listBatchPaymentRows,
  listReturns,
  type PaymentRow,
} from './payment-queries.ts';
import { findBoxPolicy, needsReplenishing } from './petty-cash-policy.ts';
import { type BoxRow, findBoxRow, listBookLines, listCounts } from './petty-cash-queries.ts';
import { BOOK_WORDS } from './words.ts';

type PolicyNeeds = Pick<Services, 'policy'>;

export function boxView(services: PolicyNeeds, box: BoxRow, actor: Actor, now: Date): PettyCashView {
  const policy = findBoxPolicy(services, { regionCode: box.regionCode, now });
  return {
    ...box,
    ceilingFen: policy?.ceilingFen ?? box.ceilingFen,
    needsReplenishing: needsReplenishing(box.balanceFen, policy),
    lastCountAt: box.lastCountAt?.toISOString() ?? null,
    availableActions: boxActions(box, actor),
  };
}

/** The book of one township with its running balance, and the stock-takes beside it. */
export async function showPettyCash(
  tx: Tx,
  services: PolicyNeeds,
  wanted: {
    readonly officeId: string;
    readonly page: { limit: number; cursor?: string | undefined };
    readonly actor: Actor;
    readonly now: Date;
  },
): Promise<ResponseOf<typeof pettyCashContract>> {
  const box = await findBoxRow(tx, wanted.officeId);
  if (!box) throw refused('NOT_FOUND');
  const book = await listBookLines(tx, box.accountId, wanted.page);
  const counts = await listCounts(tx, box.accountId);
  return {
    account: boxView(services, box, wanted.actor, wanted.now),
    items: book.items.map((line) => ({
      ...line,
      at: line.at.toISOString(),
      words: BOOK_WORDS[line.kind] ?? { zh: line.kind, en: line.kind },
    })),
    nextCursor: book.nextCursor,
    counts: counts.map((count) => ({
      ...count,
      countedAt: count.countedAt.toISOString(),
      differenceFen: count.countedFen - count.bookFen,
    })),
  };
}

export function paymentView(payment: PaymentRow, actor: Actor): PaymentOrderView {
  return {
    ...payment,
    paidAt: payment.paidAt?.toISOString() ?? null,
    availableActions: paymentActions(payment, actor),
  };
}

export function batchView(batch: BatchRowShown, actor: Actor): BatchView {
  return { ...batch, madeAt: batch.madeAt.toISOString(), availableActions: batchActions(batch, actor) };
}

export async function showBatch(tx: Tx, id: string, actor: Actor): Promise<ResponseOf<typeof batchContract>> {
  const batch = await findBatchRow(tx, id);
  if (!batch) throw refused('NOT_FOUND');
  const payments = await listBatchPaymentRows(tx, id);
  return {
    ...batchView(batch, actor),
    payments: payments.map((payment) => paymentView(payment, actor)),
    returns: await listReturns(tx, id),
  };
}
