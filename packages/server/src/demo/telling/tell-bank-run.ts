import * as contract from '@yimen/contracts';
import type { Telling } from './telling.ts';

/** Check, batch, export and — unless the story stops before — the bank's answer and the reconciliation. */
export async function tellBankRun(telling: Telling, paymentIds: readonly string[]): Promise<void> {
  const { place, story } = telling;
  const maker = place.loginOfPost('minzheng.finance');
  const checker = place.loginOfPost('caizheng.finance');
  for (const id of paymentIds) {
    const body = { expectedVersion: 1 };
    await telling.act(contract.checkPayment, { params: { id }, body }, { by: checker, after: 60 });
  }
  const batch = await telling.act(
    contract.makeBatch,
    { body: { fundId: place.fiscalFundId, paymentIds: [...paymentIds] } },
    { by: maker, after: 30 },
  );
  const params = { id: batch.id };
  const checking = { params, body: { expectedVersion: batch.version ?? 1 } };
  await telling.act(contract.checkBatch, checking, { by: checker, after: 30 });
  await telling.act(contract.exportBatch, { params }, { by: maker, after: 10 });
  if (story.stage !== 'batch-sent') await tellReturn(telling, batch.id, maker);
}

async function tellReturn(telling: Telling, batchId: string, maker: string): Promise<void> {
  const params = { id: batchId };
  const page = await telling.act(contract.getBatch, { params }, { by: maker, after: 1 });
  const lines = page.payments.map((payment, index) =>
    [index + 1, page.batchNo, payment.id, (payment.amountFen / 100).toFixed(2), '成功', ''].join(','),
  );
  const raw = ['序号,批次号,支付单号,金额(元),结果,原因', ...lines].join('\r\n');
  const read = await telling.act(contract.readReturnFile, { params, raw }, { by: maker, after: 900 });
  await telling.settle();
  const body = { note: null, expectedVersion: read.version };
  await telling.act(contract.reconcileBatch, { params, body }, { by: maker, after: 30 });
}
