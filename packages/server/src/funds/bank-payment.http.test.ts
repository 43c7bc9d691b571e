import * as contract from '@yimen/contracts';
import { afterEach, expect, test } from 'vitest';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { startTestApi } from '../platform/testing/index.ts';
import { reliefActs, smallCounty } from '../testing/index.ts';
import { findLedgerFaults } from './testing/index.ts';

const api = await startTestApi();
const county = await smallCounty(api);
const { openCase, panel, propose, approve } = reliefActs(api, county);
const as = async (login: string) => ({ session: await county.as(login) });
const HEAD = '支付单号,金额,处理结果,失败原因';

afterEach(async () => {
  expect(await api.services.database.transact(SYSTEM_CONTEXT, findLedgerFaults)).toEqual([]);
});

async function setAccount(personId: string, accountNumber: string) {
  const body = { bankName: '农商银行', accountNumber, holderName: '户主' };
  const set = await api.call(contract.setPayeeAccount, { params: { id: personId }, body }, await as('town.window'));
  expect(set.status).toBe(200);
}

/** Checked by one finance officer, batched by the other, checked as a batch, exported. @returns the batch and its file. */
async function send(paymentId: string) {
  const checked = await api.call(
    contract.checkPayment,
    { params: { id: paymentId }, body: { expectedVersion: 1 } },
    await as('county.finance1'),
  );
  expect(checked.problem?.code).toBeUndefined();
  const body = { fundId: county.funds.society, paymentIds: [paymentId] };
  const made = await api.call(contract.makeBatch, { body }, await as('county.finance2'));
  expect(made.problem?.code).toBeUndefined();
  const on = { params: { id: made.body.id } };
  await api.call(contract.checkBatch, { ...on, body: { expectedVersion: 1 } }, await as('county.finance1'));
  const file = await api.call(contract.exportBatch, on, await as('county.finance2'));
  expect(file.status).toBe(200);
  return { on, file: file.text };
}

test('aid by bank: refused by the bank, ordered again to the new account, paid, and only then papers are owed', async () => {
  const { caseId } = await openCase();
  const personId = (await panel(caseId)).payees[0]?.personId ?? '';
  await setAccount(personId, '9990000000001111');
  const proposed = await propose(caseId, { method: 'bank', amountFen: 80_000 });
  expect(proposed.problem?.code).toBeUndefined();
  expect((await approve(proposed.body.grantId, 'society.keeper')).body.state).toBe('approved');
  const orders = await api.call(contract.listPayments, { query: { state: 'ordered' } }, await as('county.finance1'));
  const order = orders.body.items.find((one) => one.caseId === caseId);
  expect(order).toMatchObject({ amountFen: 80_000, orderedBy: '人员 society.keeper', checksNeeded: 1 });

  const first = await send(order?.id ?? '');
  expect(first.file).toContain('9990000000001111,800.00');
  const refusedLine = `${HEAD}\n${order?.id},800.00,失败,账户已销户\n`;
  await api.call(contract.readReturnFile, { ...first.on, body: refusedLine as never }, await as('county.finance2'));
  const failed = (await api.call(contract.listPayments, { query: { state: 'failed' } }, await as('county.finance2')))
    .body.items[0];
  expect(failed).toMatchObject({ id: order?.id, failureReason: '账户已销户' });

  await setAccount(personId, '9990000000002222');
  const again = await api.call(
    contract.replacePayment,
    {
      params: { id: order?.id ?? '' },
      body: { useCurrentAccount: true, reason: '原账户已销户', expectedVersion: failed?.version ?? 0 },
    },
    await as('society.keeper'),
  );
  expect(again.problem.code).toBe('NOT_ALLOWED');
  const finance = await as('county.finance2');
  const replaced = await api.call(
    contract.replacePayment,
    {
      params: { id: order?.id ?? '' },
      body: { useCurrentAccount: true, reason: '原账户已销户', expectedVersion: failed?.version ?? 0 },
    },
    finance,
  );
  expect(replaced.problem?.code).toBeUndefined();
  const second = await send(replaced.body.id);
  expect(second.file).toContain('9990000000002222,800.00');
  expect((await panel(caseId)).papers).toEqual([]);
  const paidLine = `${HEAD}\n${replaced.body.id},800.00,成功,\n`;
  const read = await api.call(
    contract.readReturnFile,
    { ...second.on, body: paidLine as never },
    await as('county.finance2'),
  );
  expect(read.body).toMatchObject({ success: 1, stillOpen: 0 });

  await api.worker.drain();
  const after = await panel(caseId);
  expect(after.grants[0]).toMatchObject({ state: 'paid' });
  expect(after.papers.length).toBeGreaterThan(0);
  const page = await api.call(contract.getCase, { params: { id: caseId } }, await as('town.window'));
  expect(page.body.events.map((event) => event.act)).toEqual(
    expect.arrayContaining(['payment.failed', 'payment.replaced', 'payment.paid']),
  );
});
