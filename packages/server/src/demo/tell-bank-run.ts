import * as contract from '@yimen/contracts';
import type { StoryPlace } from './tell-case.ts';
import { must, type Teller } from './teller.ts';

type Clock = { next(minutes: number): Date };

/** Check, batch, export and — unless the story stops before — the bank's answer and the reconciliation. */
export async function tellBankRun(
  teller: Teller,
  place: StoryPlace,
  paymentIds: readonly string[],
  answered: boolean,
  clock: Clock,
): Promise<void> {
  const maker = place.loginOfPost('minzheng.finance');
  const checker = place.loginOfPost('caizheng.finance');
  for (const id of paymentIds)
    await must(
      teller,
      contract.checkPayment,
      { params: { id }, body: { expectedVersion: 1 } },
      checker,
      clock.next(60),
    );
  const batch = await must(
    teller,
    contract.makeBatch,
    { body: { fundId: place.fiscalFundId, paymentIds: [...paymentIds] } },
    maker,
    clock.next(30),
  );
  await must(
    teller,
    contract.checkBatch,
    { params: { id: batch.id }, body: { expectedVersion: batch.version ?? 1 } },
    checker,
    clock.next(30),
  );
  await must(teller, contract.exportBatch, { params: { id: batch.id } }, maker, clock.next(10));
  if (!answered) return;
  const page = await must(teller, contract.getBatch, { params: { id: batch.id } }, maker, clock.next(1));
  const lines = page.payments.map((payment, index) =>
    [index + 1, page.batchNo, payment.id, (payment.amountFen / 100).toFixed(2), '成功', ''].join(','),
  );
  const raw = ['序号,批次号,支付单号,金额(元),结果,原因', ...lines].join('\r\n');
  const read = await must(teller, contract.readReturnFile, { params: { id: batch.id }, raw }, maker, clock.next(900));
  await teller.settle();
  await must(
    teller,
    contract.reconcileBatch,
    { params: { id: batch.id }, body: { note: null, expectedVersion: read.version } },
    maker,
    clock.next(30),
  );
}
